/** Why something changed: each reason once, with what it added where that is a number, what moved it farthest first. */
import type { JSX } from 'preact';
import type { Effect } from '../../shared/state/ledger.ts';
import { whySentence } from '../i18n/sentence.ts';
import { movedText } from './effect-text.ts';
import { useRoom } from './room-context.tsx';

interface Props {
  readonly lines: readonly Effect[];
  /** False: what has changed is told in words, and so is this. */
  readonly areCounted: boolean;
}

export function Reasons({ lines, areCounted }: Props): JSX.Element {
  const { match } = useRoom();
  const variable = lines[0]?.variable ?? '';
  const added = new Map<string, number>();
  for (const line of lines) {
    const reason = whySentence(match.board, line.because);
    added.set(reason, (added.get(reason) ?? 0) + addedBy(line));
  }
  const all = [...added]
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([reason, by]) => ({ reason, by: areCounted ? movedText(variable, by) : '' }));
  // Beside figures, what comes to nothing is no reason.
  const told = all.filter(({ by }) => by !== '');
  return (
    <ul class="reasons small">
      {(told.length > 0 ? told : all).map(({ reason, by }) => (
        <li key={reason}>
          <span>{reason}</span> {by === '' ? null : <span class="figure">{by}</span>}
        </li>
      ))}
    </ul>
  );
}

const addedBy = ({ before, after }: Effect): number =>
  typeof before === 'number' && typeof after === 'number' ? after - before : 0;

/** Said against did: every commitment that the reader knows of, with its deadline, what is known of it, and how it ended. */
import type { JSX } from 'preact';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { isOpen, type PromiseLine, promisesOf } from '../model/promises.ts';
import { commitmentText } from './open-commitments.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Term } from './term.tsx';

export function PromiseList(): JSX.Element {
  const { match } = useRoom();
  const state = match.view.value?.state;
  const lines = state ? promisesOf(state) : [];
  return (
    <section aria-labelledby="promises-title">
      <h3 id="promises-title">
        <Term id="said-did">{t('promises.title')}</Term>
      </h3>
      {lines.length === 0 ? <p class="dim small">{t('promises.none')}</p> : null}
      <ul class="promises">
        {lines.map((line) => (
          <PromiseItem key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

/** How each state reads: good, bad, or still open. */
const LOOKS: Readonly<Record<PromiseLine['commitment']['status'], string>> = {
  open: 'pending',
  met: 'bad',
  kept: 'good',
  called: 'good',
  broken: 'bad',
  untested: 'dim',
};

function PromiseItem({ line }: { readonly line: PromiseLine }): JSX.Element {
  const { match } = useRoom();
  const { commitment } = line;
  return (
    <li class={commitment.power}>
      <p class="small dim">
        <SeatMark power={commitment.power} filled /> {powerName(commitment.power)} · {t(`commitment.${commitment.kind}`)} ·{' '}
        {t('turn.short', { turn: commitment.made })}
        {line.isPrivate ? (
          <>
            {' '}
            <span class="tag">{t('venue.private')}</span>
          </>
        ) : null}
      </p>
      <p>{commitmentText(match.board, commitment)}</p>
      <p class={`promise-state ${LOOKS[commitment.status]}`}>
        <strong>{t(`status.${commitment.status}`)}</strong> <span class="small">{didText(line)}</span>
      </p>
    </li>
  );
}

/** What is known of its keeping: time left and where the thing stands, or when it was judged. */
function didText({ commitment, left, present, holds }: PromiseLine): string {
  if (!isOpen(commitment)) return t('promises.judged', { turn: commitment.judged });
  const time = t('promises.left', { count: left ?? 0, turn: commitment.until });
  if (commitment.status === 'met') return t('promises.met');
  if (present !== null) return `${time} ${t('promises.present', { present: num(present, '0') })}`;
  return holds ? `${time} ${t('promises.holds')}` : time;
}

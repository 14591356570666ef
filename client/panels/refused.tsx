/** Why the last request about the table or a channel was refused. */
import type { JSX } from 'preact';
import { refusalSentence } from '../i18n/sentence.ts';
import { useRoom } from './room-context.tsx';

export function Refused(): JSX.Element {
  const { match } = useRoom();
  const refusal = match.dealings.refusal.value;
  return (
    <p class="reason" role="status">
      {refusal === null ? '' : refusalSentence(match.board, refusal)}
    </p>
  );
}

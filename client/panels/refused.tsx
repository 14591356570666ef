/** Why the last request about the table or a channel was refused. */
import type { JSX } from 'preact';
import { refusalSentence } from '../i18n/sentence.ts';
import { useTable } from './room-context.tsx';

export function Refused(): JSX.Element {
  const table = useTable();
  const refusal = table.dealings.refusal.value;
  return (
    <p class="reason" role="status">
      {refusal === null ? '' : refusalSentence(table.names, refusal)}
    </p>
  );
}

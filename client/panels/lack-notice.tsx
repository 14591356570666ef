/** That a part of the sheet is another's of the delegation: one reads it, and does not write it. */
import type { JSX } from 'preact';
import type { SheetPart } from '../../shared/protocol/portfolio.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { useRoom } from './room-context.tsx';

export function LackNotice({ part }: { readonly part: SheetPart }): JSX.Element | null {
  const { match } = useRoom();
  const lack = match.draft.lack(part);
  return lack === null ? null : <p class="notice">{refusalSentence(match.board, lack)}</p>;
}

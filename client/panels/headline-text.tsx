/** Headlines in the reader's language; a player's own words stand under them as typed. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { Statement } from '../../shared/orders/sheet.ts';
import type { Spoken } from '../../shared/state/state.ts';
import { listed } from '../i18n/format.ts';
import { nameOf, powerName, say } from '../i18n/names.ts';
import { whySentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import type { Headline } from '../model/headlines.ts';
import { OwnWords } from './own-words.tsx';
import { clausesText } from './treaty-text.ts';

type Words = Pick<Spoken, 'power' | 'speaker' | 'kind' | 'target' | 'subject'>;

/** Who says what to whom about what, in one line. */
export function wordsHeadlineText(board: Board, said: Words): string {
  return t(`headline.says.${said.kind}`, {
    power: powerName(said.power),
    speaker: t(`speaker.${said.speaker}`),
    target: said.target === 'all' ? t('target.all') : powerName(said.target),
    subject: subjectName(board, said.subject),
  });
}

export function subjectName(board: Board, subject: string): string {
  return nameOf(board, subject);
}

export function headlineText(board: Board, headline: Headline): string {
  if (headline.type === 'event') return say(headline.text);
  if (headline.type === 'words') return wordsHeadlineText(board, headline.said);
  const named = Object.entries(headline.args).map(([name, id]) => [
    name,
    name === 'parties' || name === 'powers' ? listed(id.split('+').map(powerName)) : nameOf(board, id),
  ]);
  return t(headline.key, Object.fromEntries(named));
}

/** One item of the paper. */
export function HeadlineItem({
  board,
  headline,
  lead,
  isTold = false,
}: {
  readonly board: Board;
  readonly headline: Headline;
  readonly lead: boolean;
  /** It is being told just now, and the map shows it. */
  readonly isTold?: boolean;
}): JSX.Element {
  const text = headlineText(board, headline);
  const words = headline.type === 'words' ? headline.said : null;
  return (
    <li class={`headline ${lead ? 'lead' : ''} ${headline.type} ${isTold ? 'telling' : ''}`}>
      {lead ? <h2>{text}</h2> : <h3>{text}</h3>}
      {words ? <OwnWords said={words} block /> : null}
      {headline.type === 'news' && headline.clauses ? <p>{clausesText(board, headline.clauses)}</p> : null}
      {headline.type === 'news' && headline.because ? <p>{whySentence(board, headline.because)}</p> : null}
    </li>
  );
}

/** What a statement being written would read like on the front page. */
export function previewText(board: Board, power: Spoken['power'], statement: Statement): string {
  return wordsHeadlineText(board, { ...statement, power });
}

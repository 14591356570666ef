/** How bots speak: sentences of their own, kept as text keys that each reader sees in his language. */

import type { Statement } from '../orders/sheet.ts';
import { othersOf, type Power } from '../scenario/names.ts';
import type { Thinking } from './thinking.ts';

/** Marks words that are a text key and not typed by a person. */
export const TEXT_KEY_MARK = '@';

export function speech({ board }: Thinking, said: Omit<Statement, 'language'>): Statement | null {
  if (!board.scenario.statementKinds.includes(said.kind)) return null;
  return { ...said, words: `${TEXT_KEY_MARK}bot.${said.words}`, language: 'en' };
}

/** Whom the bot speaks to first: the US for the others; for the US the one it trusts less. */
export function feared({ view, power }: Thinking): Power {
  if (power !== 'us') return 'us';
  const trust = (other: Power): number => view.state.pairs[`us>${other}`]?.trust ?? 0;
  return othersOf('us').reduce((worst, other) => (trust(other) < trust(worst) ? other : worst));
}

/**
 * Words that somebody typed on a sheet: where a facilitator reads them first, those that he has not let through are left out
 * when the turn resolves; the statement itself, of the game's own making, stays.
 */
import type { Sheet, Statement } from '../../shared/orders/sheet.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { MatchPlan } from './plan.ts';
import type { Table } from './table.ts';

/** The same words of the same seat are judged once. */
export const wordsKey = (power: Power, words: string): string => `words:${power}:${words}`;

export interface UnderRule {
  readonly table: Pick<Table, 'judgedWords'>;
  readonly plan: Pick<MatchPlan, 'speech' | 'exercise'>;
}

export function sayable(sheet: Sheet, power: Power, { table, plan }: UnderRule): Sheet {
  // Alone or among friends, what one types on a sheet is one's own affair.
  if (plan.exercise === undefined || plan.speech === 'free') return sheet;
  const maySay = (words: string): boolean => plan.speech === 'approved' && table.judgedWords[wordsKey(power, words)] === true;
  return withoutWords(sheet, (words) => !maySay(words));
}

/** The sheet of somebody whose typed words go nowhere. */
export const wordless = (sheet: Sheet): Sheet => withoutWords(sheet, () => true);

function withoutWords(sheet: Sheet, isWithheld: (words: string) => boolean): Sheet {
  const statements = sheet.statements.map((said) =>
    said.words !== '' && isWithheld(said.words) ? { ...said, words: '' } : said,
  );
  return { ...sheet, statements };
}

interface Unjudged extends Pick<Statement, 'words' | 'language'> {
  readonly power: Power;
}

/** What waits for the facilitator: typed words of drafts that he has not judged yet. */
export function unjudgedWords({ drafts, judgedWords }: Table): readonly Unjudged[] {
  return POWERS.flatMap((power) =>
    (drafts[power]?.sheet.statements ?? [])
      .filter(({ words }) => words !== '' && judgedWords[wordsKey(power, words)] === undefined)
      .map(({ words, language }) => ({ power, words, language })),
  );
}

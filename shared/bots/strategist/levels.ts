/** How hard a strategist of each level thinks: so many iterations, and in a room no more of them than its time allows. */
import { type BotName, STRATEGISTS } from '../../scenario/names.ts';

export type Strategist = (typeof STRATEGISTS)[number];

/** An iteration is one trial: a sheet or a joint order played ahead in one world. */
export interface Level {
  readonly iterations: number;
  readonly milliseconds: number;
}

/** For a whole turn: what joint orders are worth, and the sheet. A trial takes 2.5 to 6 ms, so that the one is about the other. */
export const LEVELS: Readonly<Record<Strategist, Level>> = {
  'strategist-1': { iterations: 52, milliseconds: 175 },
  'strategist-2': { iterations: 90, milliseconds: 300 },
  'strategist-3': { iterations: 300, milliseconds: 1000 },
};

/** How much of a turn's thinking goes into joint orders; the rest goes into the sheet. */
const DEALING = 1 / 4;

/** What of a level's budget is for the one or the other. */
export function budgetFor(strategist: Strategist, about: 'deals' | 'step'): Level {
  const { iterations, milliseconds } = LEVELS[strategist];
  const deals = { iterations: Math.round(DEALING * iterations), milliseconds: DEALING * milliseconds };
  return about === 'deals'
    ? deals
    : { iterations: iterations - deals.iterations, milliseconds: milliseconds - deals.milliseconds };
}

/** The bot if it is a strategist; null: it is a page. */
export const asStrategist = (bot: BotName): Strategist | null => STRATEGISTS.find((one) => one === bot) ?? null;

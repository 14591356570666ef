/** How hard a strategist of each level thinks: so many iterations where a game has to repeat, else as many as its time allows. */
import { type BotName, STRATEGISTS } from '../../scenario/names.ts';

export type Strategist = (typeof STRATEGISTS)[number];

export interface Level {
  readonly iterations: number;
  readonly milliseconds: number;
}

export const LEVELS: Readonly<Record<Strategist, Level>> = {
  'strategist-1': { iterations: 30, milliseconds: 75 },
  'strategist-2': { iterations: 100, milliseconds: 300 },
  'strategist-3': { iterations: 320, milliseconds: 1000 },
};

/** The bot if it is a strategist; null: it is a page. */
export const asStrategist = (bot: BotName): Strategist | null => STRATEGISTS.find((one) => one === bot) ?? null;

/** What all three come to together, for a class that is told to play for it (RULES 9): calm, and no crisis in sight. */
import type { Game, Moment } from './game.ts';

export interface Together {
  /** 100 x (1 - mean tension/100) x the share of turns that closed with every public margin above zero. */
  readonly score: number;
  readonly tension: number;
  /** How many of the turns closed so. */
  readonly safe: number;
}

/** What turns that have closed come to; where none has, the opening stands for them. */
export function together(moments: readonly Pick<Moment, 'tension' | 'margins'>[]): Together {
  const tension = moments.reduce((sum, moment) => sum + moment.tension, 0) / moments.length;
  const safe = moments.filter(({ margins }) => Object.values(margins).every((margin) => margin > 0)).length;
  return { score: 100 * (1 - tension / 100) * (safe / moments.length), tension, safe };
}

/** The score of a game so far, 0 to 100; 0 after nuclear use. */
export function commonScore({ opening, played }: Pick<Game, 'opening' | 'played'>): number {
  const ending = played.at(-1)?.state.world.ending;
  if (ending === 'strike' || ending === 'accident') return 0;
  const closed = played
    .filter(({ step, state }) => step.type !== 'end' && state.world.phase !== 'crisis')
    .map(({ moment }) => moment);
  return together(closed.length > 0 ? closed : [opening]).score;
}

/** What all three come to together, for a class that is told to play for it (RULES 9): calm, and no crisis in sight. */
import type { Game } from './game.ts';

/** 100 x (1 - mean tension/100) x the share of turns that closed with every public margin above zero; 0 after nuclear use. */
export function commonScore({ opening, played }: Pick<Game, 'opening' | 'played'>): number {
  const ending = played.at(-1)?.state.world.ending;
  if (ending === 'strike' || ending === 'accident') return 0;
  const closed = played.filter(({ state }) => state.world.phase !== 'crisis').map(({ moment }) => moment);
  const moments = closed.length > 0 ? closed : [opening];
  const tension = moments.reduce((sum, moment) => sum + moment.tension, 0) / moments.length;
  const safe = moments.filter(({ margins }) => Object.values(margins).every((margin) => margin > 0)).length;
  return 100 * (1 - tension / 100) * (safe / moments.length);
}

/** What all come to together so far, from the public time line: calm, and no crisis in sight (RULES 9). */
import type { Moment } from '../../shared/game/game.ts';
import type { View } from '../../shared/game/view.ts';

export interface CommonAim {
  /** 0 to 100. */
  readonly score: number;
  readonly tension: number;
  /** Turns that closed with every public margin above zero, of those that have closed. */
  readonly safe: number;
  readonly turns: number;
}

export function commonAim({ timeline, state }: Pick<View, 'timeline' | 'state'>): CommonAim {
  const { turn, phase, ending } = state.world;
  const played = timeline.filter((moment) => moment.turn > 0 && (phase !== 'crisis' || moment.turn < turn));
  const closed = played.filter((moment, i) => moment.turn !== played[i + 1]?.turn);
  const told = closed.length > 0 ? closed : timeline.slice(0, 1);
  const tension = told.reduce((sum, moment) => sum + moment.tension, 0) / told.length;
  const safe = told.filter(isSafe).length;
  const isLost = ending === 'strike' || ending === 'accident';
  return { score: isLost ? 0 : 100 * (1 - tension / 100) * (safe / told.length), tension, safe, turns: closed.length };
}

const isSafe = ({ margins }: Moment): boolean => Object.values(margins).every((margin) => margin > 0);

/** What all come to together so far, from the public time line: calm, and no crisis in sight (RULES 9). */
import { type Together, together } from '../../shared/game/common-score.ts';
import type { View } from '../../shared/game/view.ts';

export interface CommonAim extends Together {
  /** Turns that have closed. */
  readonly turns: number;
}

export function commonAim({ timeline, state }: Pick<View, 'timeline' | 'state'>): CommonAim {
  const { turn, phase, ending } = state.world;
  const played = timeline.filter((moment) => moment.turn > 0 && (phase !== 'crisis' || moment.turn < turn));
  const closed = played.filter((moment, i) => moment.turn !== played[i + 1]?.turn);
  const all = together(closed.length > 0 ? closed : timeline.slice(0, 1));
  const isLost = ending === 'strike' || ending === 'accident';
  return { ...all, score: isLost ? 0 : all.score, turns: closed.length };
}

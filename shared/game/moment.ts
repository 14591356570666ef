/** A point of the public time line, worked out from what everybody may see. */
import type { Board } from '../capability/board.ts';
import type { Theory } from '../scenario/names.ts';
import type { State } from '../state/state.ts';
import { gaugeOf } from './briefing.ts';
import type { Moment } from './game.ts';

export function momentOf(
  board: Board,
  state: State,
  theory: Theory,
  when: { readonly turn: number; readonly round: number },
): Moment {
  const gauge = gaugeOf(board, state, theory);
  const smallest = gauge.dyads[gauge.smallest];
  return {
    ...when,
    tension: state.world.tension,
    margins: Object.fromEntries(gauge.dyads.map((dyad) => [dyad.id, dyad.margin])),
    gauge: { low: smallest?.low ?? 0, mid: smallest?.margin ?? 0, high: smallest?.high ?? 0 },
  };
}

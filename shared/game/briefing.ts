/** What a seat's planners tell it, and what the public gauge shows: all worked out from a veiled state. */
import { readingOf, singleWarheadKill } from '../belief/evidence.ts';
import type { Board } from '../capability/board.ts';
import { marginsOf, publicMarginsBySchool } from '../crisis/alarm.ts';
import { fearOf } from '../politics/fear.ts';
import { type DyadId, othersOf, type Power, type Theory } from '../scenario/names.ts';
import { memory } from '../state/memory.ts';
import type { State } from '../state/state.ts';
import { veil } from './veil.ts';

export interface Toward {
  readonly rival: Power;
  readonly threshold: number;
  readonly alarm: number;
  readonly margin: number;
  readonly stakes: number;
  /** How afraid one's own planners are for the retaliation: 0 assured, 1 disarmed. */
  readonly fear: number;
  readonly surviving: number;
  readonly arriving: number;
  /** Interceptors that the planners reckon with, trend included. */
  readonly interceptors: number;
}

export interface SystemView {
  readonly interceptor: string;
  readonly owner: Power;
  /** One shot at one warhead: as rivals' planners, the owner's establishment, and the public mean take it. */
  readonly rivalView: number;
  readonly ownerView: number;
  readonly publicMean: number;
}

export interface Briefing {
  readonly toward: readonly Toward[];
  readonly systems: readonly SystemView[];
}

/** `state` is the seat's own veiled state. */
export function briefingOf(board: Board, state: State, theory: Theory, power: Power): Briefing {
  const toward = othersOf(power).map((rival): Toward => {
    const [own] = marginsOf(board, state, [power, rival], { eyes: power, theory });
    const { fear, surviving, arriving, interceptors } = fearOf(board, state, power, rival);
    const { threshold, alarm, margin, stakes } = own;
    return { rival, threshold, alarm, margin, stakes, fear, surviving, arriving, interceptors };
  });
  return { toward, systems: systemViews(board, state) };
}

export function systemViews(board: Board, state: State): readonly SystemView[] {
  const owners = new Map(board.scenario.batteries.map((plan) => [plan.interceptor, plan.owner]));
  return board.scenario.interceptors.flatMap(({ id }) => {
    const owner = owners.get(id);
    if (!owner) return [];
    const view = (stance: 'rival' | 'owner' | 'public'): number => singleWarheadKill(readingOf(board, state, id, stance));
    return [{ interceptor: id, owner, rivalView: view('rival'), ownerView: view('owner'), publicMean: view('public') }];
  });
}

export interface Gauge {
  readonly dyads: readonly {
    readonly id: DyadId;
    readonly margin: number;
    readonly stakes: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** Index of the dyad with the smallest margin. */
  readonly smallest: number;
}

/** Each step's gauge is asked for by its point of the time line and by every screen. */
const gaugedOnce = memory<Gauge>();

/** The public gauge, the same for all, from any viewer's state: margins in the theory in force, and the two schools' as a band. */
export function gaugeOf(board: Board, state: State, theory: Theory): Gauge {
  return gaugedOnce(board, state, theory, () => gauged(board, state, theory));
}

function gauged(board: Board, state: State, theory: Theory): Gauge {
  const margins = publicMarginsBySchool(board, veil(board, state, 'public'));
  const [one, other] = [margins('stabilise'), margins('destabilise')];
  const dyads = margins(theory).map(({ id, margin, stakes }, i) => {
    const [a, b] = [one[i]?.margin ?? margin, other[i]?.margin ?? margin];
    return { id, margin, stakes, low: Math.min(a, b), high: Math.max(a, b) };
  });
  const smallest = dyads.reduce((best, dyad, i) => (dyad.margin < (dyads[best]?.margin ?? 0) ? i : best), 0);
  return { dyads, smallest };
}

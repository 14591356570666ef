/** What a seat's batteries can meet now, and what they could with an order: by the same table that resolves the turn. */
import { windowsNow } from '../../shared/belief/warning.ts';
import type { Board } from '../../shared/capability/board.ts';
import type { Corridor } from '../../shared/capability/coverage.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import type { State } from '../../shared/state/state.ts';

export interface Reachable {
  /** Share of the group's corridors that can be met, by the weight of their launch areas, 0 to 1. */
  readonly share: number;
  /** Corridors of the group that can be met, and all of them. */
  readonly met: number;
  readonly paths: number;
  /** Batteries that can meet one of them. */
  readonly batteries: readonly string[];
  /** Successive shots at one corridor, over all batteries, averaged over the group by weight. */
  readonly looks: number;
}

export interface GroupGain {
  /** `ru>us`, attacker and defender, as the core calls it. */
  readonly group: string;
  readonly before: Reachable;
  readonly after: Reachable;
}

/** The batteries of a power that stand and may shoot: not those under construction, suspended or empty. */
export function standingBatteries(board: Board, state: State, owner: string): readonly string[] {
  return board.scenario.batteries
    .filter((plan) => plan.owner === owner && state.batteries[plan.id]?.status === 'active')
    .filter((plan) => (state.batteries[plan.id]?.inventory ?? 0) > 0)
    .map((plan) => plan.id);
}

/** Corridors by id that at least one of the batteries can meet. */
export function metBy(board: Board, state: State, batteries: readonly string[]): ReadonlySet<string> {
  return new Set(batteries.flatMap((battery) => windowsNow(board, state, battery)).map((window) => window.corridor));
}

/** For an order that builds or fills a battery, each group of corridors towards its owner; for others nothing. */
export function gainOf(board: Board, state: State, order: Order): readonly GroupGain[] {
  if (order.kind !== 'build' && order.kind !== 'reinforce') return [];
  const plan = board.plans[order.battery];
  if (!plan) return [];
  const standing = standingBatteries(board, state, plan.owner);
  const withIt = standing.includes(plan.id) ? standing : [...standing, plan.id];
  return Object.keys(board.coverage.shares[plan.id] ?? {})
    .sort()
    .map((group) => {
      const corridors = board.coverage.corridors.filter((corridor) => corridor.group === group);
      return { group, before: reachable(board, state, standing, corridors), after: reachable(board, state, withIt, corridors) };
    });
}

function reachable(board: Board, state: State, batteries: readonly string[], corridors: readonly Corridor[]): Reachable {
  const ids = new Set(corridors.map((corridor) => corridor.id));
  const looks = new Map<string, number>();
  const shooting: string[] = [];
  for (const battery of batteries) {
    const windows = windowsNow(board, state, battery).filter((window) => ids.has(window.corridor));
    if (windows.length > 0) shooting.push(battery);
    for (const window of windows) looks.set(window.corridor, (looks.get(window.corridor) ?? 0) + window.looks);
  }
  const all = corridors.reduce((sum, corridor) => sum + corridor.weight, 0);
  const weighted = (value: (corridor: Corridor) => number): number =>
    all === 0 ? 0 : corridors.reduce((sum, corridor) => sum + corridor.weight * value(corridor), 0) / all;
  return {
    met: looks.size,
    paths: corridors.length,
    share: weighted((corridor) => (looks.has(corridor.id) ? 1 : 0)),
    batteries: shooting,
    looks: weighted((corridor) => looks.get(corridor.id) ?? 0),
  };
}

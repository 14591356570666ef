/** Batteries that stand over silos: what they save of a power's missiles from a first strike (SCIENCE 1.3). */
import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import { guarded } from '../capability/point-defence.ts';
import type { Power } from '../scenario/names.ts';
import type { BatteryPlan, Leg } from '../scenario/schema.ts';
import { sorted } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { buildingAt } from './defences.ts';
import { readingOf, type Stance } from './evidence.ts';

/** Few scenarios have any, and every strike asks. */
const plansOnce = new WeakMap<Board, readonly BatteryPlan[]>();

/** A power's batteries over silos that stand; with works, and those that are being built, their inventories to come. */
export function guardsOf(board: Board, state: State, power: Power, withWorks: boolean): readonly (readonly [string, number])[] {
  const plans = plansOnce.get(board) ?? board.scenario.batteries.filter(({ guardsSilos }) => guardsSilos);
  plansOnce.set(board, plans);
  if (plans.length === 0) return [];
  return sorted(state.batteries)
    .filter(([id, { owner }]) => owner === power && plans.some((plan) => plan.id === id))
    .map(([id, { status, inventory }]) => {
      const standing = (withWorks ? status !== 'withdrawn' : status === 'active') ? inventory : 0;
      return [id, standing + (withWorks ? buildingAt(state, id) : 0)] as const;
    })
    .filter(([, count]) => count > 0);
}

export interface Guarding {
  /** Warheads that the striker spends on forces. */
  readonly spent: number;
  readonly stance: Stance;
  readonly withWorks: boolean;
}

/** Interceptors over a power's silos, each counted as its chance to track and kill. */
export function guardsThatCount(
  board: Board,
  state: State,
  power: Power,
  { stance, withWorks }: Pick<Guarding, 'stance' | 'withWorks'>,
): number {
  let interceptors = 0;
  for (const [id, count] of guardsOf(board, state, power, withWorks)) {
    const { kill, tracking } = readingOf(board, state, must(state.batteries[id], id).interceptor, stance);
    interceptors += count * kill * tracking;
  }
  return interceptors;
}

/** Legs with the silos that their guards save. */
export function guardedLegs(board: Board, state: State, power: Power, { spent, ...how }: Guarding): (leg: Leg) => Leg {
  const interceptors = guardsThatCount(board, state, power, how);
  return (leg) => guarded(leg, { struck: spent, interceptors, singleShot: 1, tracking: 1 });
}

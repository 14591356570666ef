/** What stands, grows or could stand at a site: the same facts for the map, its table and the order list. */
import type { Board } from '../../shared/capability/board.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { nameOf } from '../i18n/names.ts';

export interface Standing {
  readonly battery: string;
  readonly owner: Power;
  readonly interceptor: string;
  readonly status: 'active' | 'building' | 'suspended' | 'possible';
  readonly inventory: number;
  /** Interceptors under way, and the turn in which the last of them is ready. */
  readonly coming: number;
  readonly ready: number | null;
}

export function standingAt(board: Board, state: State, site: string): readonly Standing[] {
  return board.scenario.batteries.filter((plan) => plan.site === site).map((plan) => standingOf(board, state, plan.id));
}

/** A battery that was withdrawn may be built again: it stands as possible. */
export function standingOf(board: Board, state: State, id: string): Standing {
  const plan = board.plans[id];
  if (!plan) throw new RangeError(`${id} is no battery of the scenario`);
  const battery = state.batteries[id];
  const works = Object.values(state.works).filter((work) => work.what === 'battery' && work.battery === id);
  const stands = battery !== undefined && battery.status !== 'withdrawn';
  return {
    battery: id,
    owner: plan.owner,
    interceptor: nameOf(board, plan.interceptor),
    status: stands ? battery.status : works.length > 0 ? 'building' : 'possible',
    inventory: stands ? battery.inventory : 0,
    coming: works.reduce((sum, work) => sum + work.add, 0),
    ready: works.length === 0 ? null : Math.max(...works.map((work) => work.ready)),
  };
}

/** What is known of consent and of third states' programmes: not the figure, but low, middle or high (game/veil.ts). */
export type Band = 'low' | 'middle' | 'high';
export const CONSENT_LIMITS: readonly [number, number] = [35, 65];
export const STAGE_LIMITS: readonly [number, number] = [0.4, 0.7];

export function bandOf(value: number, [middle, high]: readonly [number, number]): Band {
  if (value < middle) return 'low';
  return value < high ? 'middle' : 'high';
}

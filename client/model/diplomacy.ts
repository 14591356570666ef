/** How the powers, the hosts and the third states stand to one another, no more exactly than the viewer may know. */
import type { Board } from '../../shared/capability/board.ts';
import { othersOf, POWERS, type Power, pairId } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { type Band, bandOf, CONSENT_LIMITS, STAGE_LIMITS } from './standing.ts';

/** Others' trust is known to within this many points (game/veil.ts). */
const TRUST_STEP = 20;

export interface Trust {
  readonly other: Power;
  /** What this seat feels, exactly. */
  readonly ours: number;
  /** What the other feels, as a stretch. */
  readonly theirs: { readonly low: number; readonly high: number };
}

export function trustsOf(state: State, seat: Power): readonly Trust[] {
  return othersOf(seat).map((other): Trust => {
    const shown = state.pairs[pairId(other, seat)]?.trust ?? 0;
    const low = Math.floor(shown / TRUST_STEP) * TRUST_STEP;
    return { other, ours: state.pairs[pairId(seat, other)]?.trust ?? 0, theirs: { low, high: low + TRUST_STEP } };
  });
}

export interface HostView {
  readonly id: string;
  readonly partner: Power;
  readonly consent: Band;
  /** Batteries that stand or could stand on its soil. */
  readonly batteries: readonly string[];
  readonly fears: string | null;
}

/** Hosts, the seat's own partners first. */
export function hostsOf(board: Board, state: State, seat: Power): readonly HostView[] {
  const views = board.scenario.hosts.map(
    (host): HostView => ({
      id: host.id,
      partner: host.partner,
      consent: bandOf(state.hosts[host.id]?.consent ?? 0, CONSENT_LIMITS),
      batteries: board.scenario.batteries.filter((plan) => board.sites[plan.site]?.host === host.id).map((plan) => plan.id),
      fears: host.fears?.third ?? null,
    }),
  );
  return [...views.filter((host) => host.partner === seat), ...views.filter((host) => host.partner !== seat)];
}

export interface ThirdView {
  readonly id: string;
  readonly stage: Band;
  /** As everybody took it to be at the start: what it has become is not known. */
  readonly restraintAtStart: number;
  readonly lastTest: number;
  /** Influence on it, the most first: the seat's own as it is, others' as at the start. */
  readonly leverage: readonly { readonly power: Power; readonly value: number; readonly isOwn: boolean }[];
}

export function thirdsOf(board: Board, state: State, seat: Power): readonly ThirdView[] {
  return board.scenario.thirds.map(({ id, restraint }) => ({
    id,
    stage: bandOf(state.thirds[id]?.stage ?? 0, STAGE_LIMITS),
    restraintAtStart: restraint,
    lastTest: state.thirds[id]?.lastTest ?? 0,
    leverage: POWERS.map((power) => ({ power, value: state.leverage[`${power}>${id}`]?.value ?? 0, isOwn: power === seat })).sort(
      (a, b) => b.value - a.value,
    ),
  }));
}

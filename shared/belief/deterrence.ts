/**
 * Retaliation and fear: how many of B's warheads would arrive after A struck first, as B's own planners see A's defences
 * to come, and how far that is from what B's doctrine calls enough (RULES 4).
 */

import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import { expectedArriving, type Layer } from '../capability/engagement.ts';
import { damage } from '../capability/exchange.ts';
import { survivors, totalWarheads } from '../capability/force.ts';
import { type Power, pairId } from '../scenario/names.ts';
import type { State } from '../state/state.ts';
import { forcesOf, raidOf } from './arsenal.ts';
import { type DefencePicture, layersOf } from './defences.ts';
import type { Stance } from './evidence.ts';
import { helpAgainst } from './partner.ts';
import { type Guarding, guardedLegs, guardsOf } from './silo-guard.ts';

export interface Struck {
  readonly striker: Power;
  readonly posture: 'day' | 'generated';
  /** Whether those silos count that are fired on warning: fear looks at what holds without. */
  readonly onWarning: boolean;
  /** Count programmes that are still under way, as fear's look ahead does. */
  readonly withWorks: boolean;
  /** By whose prudence a defence of the silos is read; absent: by the public record. */
  readonly stance?: Stance;
}

/** Warheads of `power` that outlive a first strike, a partner's warning counted. A striker without counterforce leaves them all. */
export function surviving(board: Board, state: State, power: Power, struck: Struck): number {
  const legs = forcesOf(board, state, power, struck.withWorks);
  const spent = counterforceOf(board, struck.striker, power);
  if (spent === 0) return totalWarheads(legs);
  const left =
    guardsOf(board, state, power, struck.withWorks).length === 0
      ? legs
      : legs.map(guardedLegs(board, state, power, guardingOf(struck, spent)));
  const launchUnderAttack = firedInTime(board, state, power, struck);
  return survivors(left, { posture: struck.posture, launchUnderAttack, mobileAlertShift: 0 });
}

const guardingOf = ({ stance = 'public', withWorks }: Struck, spent: number): Guarding => ({ stance, withWorks, spent });

/** Share of silos that are fired before they are hit: by a partner's warning, by one's own readiness, or by both. */
export function firedInTime(
  board: Board,
  state: State,
  power: Power,
  { striker, onWarning }: Pick<Struck, 'striker' | 'onWarning'>,
): number {
  const { warning } = helpAgainst(board, state, power, striker);
  const ready = onWarning && state.powers[power].launchUnderAttack;
  const fired = ready ? board.scenario.parameters.orders.launchUnderAttack.silosFired : 0;
  return 1 - (1 - warning) * (1 - fired);
}

/** Warheads that a first strike by one power spends on the other's forces. */
export function counterforceOf(board: Board, striker: Power, target: Power): number {
  return board.scenario.counterforce[striker][target] ?? 0;
}

export interface Assurance {
  /** Warheads that outlive the strike, and those that then arrive. */
  readonly surviving: number;
  readonly arriving: number;
  /** Interceptors that they are expected to meet. */
  readonly interceptors: number;
  /** 0: retaliation is certain enough; 1: none is left. */
  readonly fear: number;
}

/** Caps and denials as politics weighs them; belief does not ask where they come from. */
export interface Restraints {
  readonly caps: Readonly<Record<string, number>>;
  readonly worstCase: number;
  readonly denied: Readonly<Record<string, number>>;
}

/** What `afraid` can still count on against `feared`: prudent quantiles, outlook, day-to-day posture, no launch under attack. */
export function assuranceOf(
  board: Board,
  state: State,
  afraid: Power,
  against: { feared: Power; restraints: Restraints },
): Assurance {
  const { feared } = against;
  const layers = layersOf(board, state, fearedDefence(afraid, against));
  const left = surviving(board, state, afraid, {
    striker: feared,
    posture: 'day',
    onWarning: false,
    withWorks: true,
    stance: 'owner',
  });
  const arriving = expectedArriving(raidOf(board, state, afraid, { warheads: left, withWorks: true }), layers);
  const enough = must(board.scenario.parameters.n50[afraid], `n50 of ${afraid}`);
  return { surviving: left, arriving, interceptors: interceptorsIn(layers), fear: 1 - damage(arriving, enough) };
}

/** How the planners of `afraid` picture the defence that they fear. */
export function fearedDefence(afraid: Power, against: { feared: Power; restraints: Restraints }): DefencePicture {
  const { feared, restraints } = against;
  return { defender: feared, group: pairId(afraid, feared), stance: 'rival', outlook: true, suppressed: 0, ...restraints };
}

const interceptorsIn = (layers: readonly Layer[]): number => layers.reduce((sum, layer) => sum + layer.interceptors, 0);

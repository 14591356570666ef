/**
 * Defence of missiles in their silos. The defender saves some silos and gives up others, unknown to the attacker, who
 * spreads his warheads as secretly (SCIENCE 1.3): it saves retaliators cheaply and takes nothing from the other side's.
 */
import type { Leg } from '../scenario/schema.ts';
import { datum, type Part, reckoned, type Why } from './why.ts';

/**
 * Share of equal targets destroyed when both sides assign perfect weapons in secret; averages per target. The continuous
 * General Lotto game: 1 - d / 2a where the defender is the poorer, a / 2d where the attacker is.
 */
export function lottoDestroyed(attackers: number, defenders: number): number {
  if (attackers <= 0) return 0;
  return defenders <= attackers ? 1 - defenders / (2 * attackers) : attackers / (2 * defenders);
}

export interface SiloField {
  readonly silos: number;
  /** Warheads that the attacker spends on them. */
  readonly attackers: number;
  readonly interceptors: number;
  readonly singleShot: number;
  readonly tracking: number;
}

/** Share of silos that a preferential defence saves of those that would be lost; an interceptor counts as its kill chance. */
export function savedByPointDefence({ silos, attackers, interceptors, singleShot, tracking }: SiloField): number {
  if (silos <= 0 || interceptors <= 0) return 0;
  return 1 - lottoDestroyed(attackers / silos, (interceptors * singleShot * tracking) / silos);
}

/** Warheads that a planner sends at a silo, if he has them. */
const PER_SILO = 2;

export interface Guard {
  /** Warheads that the attacker spends on forces. */
  readonly struck: number;
  readonly interceptors: number;
  readonly singleShot: number;
  readonly tracking: number;
}

const attackersOf = (leg: Leg, struck: number): number => Math.min(struck, PER_SILO * leg.launchers);

/** A silo leg with a point defence: of what would be lost, the saved share outlives the strike too. */
export function guarded(leg: Leg, { struck, ...guard }: Guard): Leg {
  if (leg.leg !== 'silo' || guard.interceptors === 0 || struck === 0) return leg;
  const saved = savedByPointDefence({ ...guard, silos: leg.launchers, attackers: attackersOf(leg, struck) });
  const raised = (survival: number): number => survival + (1 - survival) * saved;
  return { ...leg, survivalIdle: raised(leg.survivalIdle), survivalAlert: raised(leg.survivalAlert) };
}

/** What a strike spends on silos where nobody allots it. */
export const attackersPart = (leg: Leg, struck: Part, path: string): Part =>
  reckoned('attackers', {
    what: 'warheads on silos',
    value: attackersOf(leg, struck.value),
    formula: `min(struck, ${PER_SILO} * silos)`,
    parts: [struck, datum('silos', leg.launchers, `${path}.${leg.leg}.launchers`)],
    sources: ['rules'],
  });

/** The share of silos that a point defence saves of those that would be lost: each side spreads its fire in secret. */
export function whyPointDefence(attackers: Part, defenders: Part): Why {
  const isPoorer = defenders.value <= attackers.value;
  return {
    what: 'silos saved by a defence of their own',
    value: isPoorer ? defenders.value / (2 * attackers.value) : 1 - attackers.value / (2 * defenders.value),
    formula: isPoorer ? 'defenders / (2 * attackers)' : '1 - attackers / (2 * defenders)',
    parts: [attackers, defenders],
    sources: ['hart-matheson'],
  };
}

/** Survival of a guarded leg. */
export function whyGuarded(field: 'survivalIdle' | 'survivalAlert', unguarded: Part, saved: Why): Part {
  return reckoned(field, {
    what: `${field} with a defence of the silos`,
    value: unguarded.value + (1 - unguarded.value) * saved.value,
    formula: 'unguarded + (1 - unguarded) * saved',
    parts: [{ ...unguarded, symbol: 'unguarded' }, reckoned('saved', saved)],
    sources: ['hart-matheson'],
  });
}

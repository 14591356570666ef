/** What of a nuclear force is left to answer with after a first strike on it (SCIENCE S1). */

import { clamp } from '../math/range.ts';
import type { Leg } from '../scenario/schema.ts';

export type Posture = 'day' | 'generated';

export interface Readiness {
  readonly posture: Posture;
  /** Chance, 0 to 1, that silos are fired before they are hit. */
  readonly launchUnderAttack: number;
  /** Added to the alert share of the mobile leg by dispersal practice; the share is held to [0, 1]. */
  readonly mobileAlertShift: number;
}

/** Expected warheads that outlive a first strike: sum of w [a sA + (1 - a) sN], silos also by launch under attack. */
export function survivors(legs: readonly Leg[], readiness: Readiness): number {
  return legs.reduce((sum, leg) => sum + leg.warheads * survivingShare(leg, readiness), 0);
}

/** The share of one leg that outlives a first strike. */
export function survivingShare(leg: Leg, { posture, launchUnderAttack, mobileAlertShift }: Readiness): number {
  const shift = leg.leg === 'mobile' ? mobileAlertShift : 0;
  const alert = clamp((posture === 'day' ? leg.alertDay : leg.alertGenerated) + shift, 0, 1);
  const share = alert * leg.survivalAlert + (1 - alert) * leg.survivalIdle;
  return leg.leg === 'silo' ? launchUnderAttack + (1 - launchUnderAttack) * share : share;
}

export function totalWarheads(legs: readonly Leg[]): number {
  return legs.reduce((sum, leg) => sum + leg.warheads, 0);
}

export function totalLaunchers(legs: readonly Leg[]): number {
  return legs.reduce((sum, leg) => sum + leg.launchers, 0);
}

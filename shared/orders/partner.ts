/** What orders for two powers have in common: with whom, how much trust it takes, and which half writes down what both do. */
import { DYADS, dyadOf, othersOf, type Power } from '../scenario/names.ts';
import { trustOf } from '../state/read.ts';
import { type Refusal, refuse } from '../state/refusal.ts';
import type { Scene } from './order.ts';

/** One order with each of the others. */
export const withEach = <K extends string>(kind: K, { power }: Scene): readonly { readonly kind: K; readonly partner: Power }[] =>
  othersOf(power).map((partner) => ({ kind, partner }));

/** Nobody joins with himself; each answers for his own trust, and what the other feels is his to show, by coming or not. */
export function refusePartner({ state, power }: Scene, partner: Power, needed: number): Refusal | null {
  if (partner === power) return refuse('refusal.to-yourself');
  return trustOf(state, power, partner) < needed ? refuse('refusal.too-little-trust', { power: partner, needed }) : null;
}

/** Both halves are here or neither: the one named first in the dyad writes down what is one thing. */
export const writesForBoth = (power: Power, partner: Power): boolean =>
  DYADS.some(([id, one]) => id === dyadOf(power, partner) && one === power);

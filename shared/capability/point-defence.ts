/**
 * Defence of missiles in their silos. The defender saves some silos and gives up others, unknown to the attacker, who
 * spreads his warheads as secretly (SCIENCE 1.3): it saves retaliators cheaply and takes nothing from the other side's.
 */
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

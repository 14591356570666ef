/** One raid as it happens, drawn instead of averaged: what the exchange of a running game uses (RULES 3). */

import type { DrawAddress } from '../math/draw.ts';
import { draw } from '../math/draw.ts';
import type { Layer, Raid } from './engagement.ts';
import { killOfShots } from './engagement.ts';

export interface RaidResult {
  readonly arriving: number;
  readonly intercepted: number;
  /** Whether the common mode failed, so that no layer did anything. */
  readonly hasFailedTogether: boolean;
}

export interface RaidDraw {
  /** Chance that what all layers share (sensors, command, a common fault) works. One draw for the whole raid. */
  readonly commonMode: number;
  /** Where in the game this raid is; `n` is replaced. */
  readonly address: DrawAddress;
}

/**
 * Draws a raid through the layers, outermost first. A count that is not whole is rounded up with the chance of its
 * fraction, so that its mean is kept. In each layer every object is tracked or lost, and hit or missed, on its own;
 * decoys that are not taken for warheads go on unharmed.
 */
export function sampleRaid(raid: Raid, layers: readonly Layer[], { commonMode, address }: RaidDraw): RaidResult {
  let n = 0;
  const chance = (): number => draw({ ...address, n: n++ });
  const warheads = rounded(raid.warheads, chance());
  let flying = {
    warheads,
    credible: rounded(raid.credibleDecoys, chance()),
    decoys: rounded(raid.decoys, chance()),
  };
  if (chance() >= commonMode) return { arriving: warheads, intercepted: 0, hasFailedTogether: true };
  for (const layer of layers) flying = throughLayer(flying, layer, chance);
  return { arriving: flying.warheads, intercepted: warheads - flying.warheads, hasFailedTogether: false };
}

interface Flying {
  readonly warheads: number;
  readonly credible: number;
  readonly decoys: number;
}

function throughLayer(flying: Flying, layer: Layer, chance: () => number): Flying {
  const taken = hits(flying.decoys, layer.decoysTaken, chance);
  const objects = flying.warheads + flying.credible + taken;
  if (objects === 0) return flying;
  const inventory = rounded(layer.interceptors, chance());
  const kill = layer.tracking * killOfShots(layer.singleShot, inventory / objects);
  return {
    warheads: flying.warheads - hits(flying.warheads, kill, chance),
    credible: flying.credible - hits(flying.credible, kill, chance),
    decoys: flying.decoys - hits(taken, kill, chance),
  };
}

/** How many of so many trials succeed. */
function hits(trials: number, probability: number, chance: () => number): number {
  let count = 0;
  for (let i = 0; i < trials; i++) if (chance() < probability) count += 1;
  return count;
}

/** Up with the chance of the fraction, down otherwise: the mean stays. */
function rounded(count: number, chance: number): number {
  const whole = Math.floor(count);
  return chance < count - whole ? whole + 1 : whole;
}

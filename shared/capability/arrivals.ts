/**
 * The chance of each number of warheads to arrive. Where every trial stands alone it is exact, by convolution from layer
 * to layer; where decoys and warheads draw shots from one another it is counted from sampled raids.
 */
import type { DrawAddress } from '../math/draw.ts';
import type { Layer, Raid } from './engagement.ts';
import { sampleRaids } from './raid.ts';
import { survivorChances } from './shoot-look-shoot.ts';

export interface Arrivals {
  readonly method: 'convolution' | 'sampled';
  /** By number of warheads arriving. */
  readonly chances: readonly number[];
}

export interface ArrivalsAsked {
  readonly commonMode: number;
  /** Used where sampling is needed. */
  readonly address: DrawAddress;
  readonly samples: number;
}

export function arrivalsOf(raid: Raid, layers: readonly Layer[], asked: ArrivalsAsked): Arrivals {
  if (areTrialsIndependent(raid, layers)) return { method: 'convolution', chances: convolved(raid, layers, asked.commonMode) };
  const arriving = sampleRaids(raid, layers, { ...asked, count: asked.samples });
  const chances = new Array<number>(Math.ceil(raid.warheads) + 1).fill(0);
  for (const count of arriving) chances[count] = (chances[count] ?? 0) + 1 / asked.samples;
  return { method: 'sampled', chances };
}

/** Nothing but warheads is shot at: how many shots each gets depends on their number alone. */
export function areTrialsIndependent(raid: Raid, layers: readonly Layer[]): boolean {
  return raid.credibleDecoys === 0 && (raid.decoys === 0 || layers.every(({ decoysTaken }) => decoysTaken === 0));
}

function convolved(raid: Raid, layers: readonly Layer[], commonMode: number): readonly number[] {
  const coming = new Array<number>(Math.ceil(raid.warheads) + 1).fill(0);
  for (const [count, weight] of neighbours(raid.warheads)) coming[count] = (coming[count] ?? 0) + weight;
  const through = layers.reduce<readonly number[]>(afterLayer, coming);
  return coming.map((chance, n) => commonMode * (through[n] ?? 0) + (1 - commonMode) * chance);
}

function afterLayer(coming: readonly number[], { interceptors, singleShot, tracking }: Layer): readonly number[] {
  const after = new Array<number>(coming.length).fill(0);
  for (const [objects, chance] of coming.entries()) {
    if (chance === 0) continue;
    for (const [salvo, weight] of neighbours(interceptors)) {
      const left = objects === 0 ? [1] : survivorChances(objects, salvo, singleShot, tracking);
      for (const [n, share] of left.entries()) after[n] = (after[n] ?? 0) + chance * weight * share;
    }
  }
  return after;
}

/** The whole numbers that a count lies between, weighed so that the mean stays. */
function neighbours(count: number): readonly (readonly [number, number])[] {
  const whole = Math.floor(count);
  return whole === count
    ? [[whole, 1]]
    : [
        [whole, 1 - (count - whole)],
        [whole + 1, count - whole],
      ];
}

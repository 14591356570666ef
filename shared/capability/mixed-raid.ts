/**
 * The chance of each number of leakers when an unknown number of decoys is taken for warheads: exact for one even salvo
 * in whole numbers. F13 spreads the inventory over the mean number of objects instead, which flatters the defence.
 */
import type { Layer } from './engagement.ts';
import { killProbability, leakDistribution } from './engagement.ts';

/** By number of warheads that leak, for so many warheads and decoys. */
export function mixedLeakers(warheads: number, decoys: number, layer: Layer): readonly number[] {
  const chances = new Array<number>(warheads + 1).fill(0);
  for (const [taken, weight] of leakDistribution(decoys, 1 - layer.decoysTaken).entries()) {
    if (weight === 0) continue;
    for (const [leaked, chance] of leakersAmong(warheads, taken, layer).entries())
      chances[leaked] = (chances[leaked] ?? 0) + weight * chance;
  }
  return chances;
}

/** The rest of the inventory goes to objects by chance: so many of the warheads get one shot more than the others. */
function leakersAmong(warheads: number, taken: number, { interceptors, singleShot, tracking }: Layer): readonly number[] {
  const objects = warheads + taken;
  const chances = new Array<number>(warheads + 1).fill(0);
  if (objects === 0) return [1];
  const each = Math.floor(interceptors / objects);
  const few = tracking * killProbability(singleShot, each);
  const more = tracking * killProbability(singleShot, each + 1);
  for (const [withMore, weight] of drawnWithout(warheads, objects, interceptors - each * objects).entries()) {
    if (weight === 0) continue;
    const one = leakDistribution(warheads - withMore, few);
    const other = leakDistribution(withMore, more);
    for (const [i, a] of one.entries())
      for (const [j, b] of other.entries()) chances[i + j] = (chances[i + j] ?? 0) + weight * a * b;
  }
  return chances;
}

/** Chance that so many of `marked` are among `drawn` of `all`: taken one after another. */
export function drawnWithout(marked: number, all: number, drawn: number): readonly number[] {
  let chances = [1];
  for (let i = 0; i < marked; i++) {
    const next = new Array<number>(chances.length + 1).fill(0);
    for (const [hit, chance] of chances.entries()) {
      const share = (drawn - hit) / (all - i);
      next[hit] = (next[hit] ?? 0) + chance * (1 - share);
      next[hit + 1] = (next[hit + 1] ?? 0) + chance * share;
    }
    chances = next;
  }
  return chances;
}

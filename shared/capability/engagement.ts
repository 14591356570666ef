/** How many warheads get through a defence: Wilkening's probabilistic model, F1 to F10 and F12 to F14 of SCIENCE 1.1. */
import { clamp } from '../math/range.ts';
import { ln, pow } from '../math/real.ts';

/** More shots at one object than this do nothing more; keeps a vanishing count of objects from asking for infinitely many. */
const MOST_SHOTS = 1e6;

/** What flies at a defence. Counts are expectations and need not be whole. */
export interface Raid {
  readonly warheads: number;
  /** Decoys that a defence may tell from warheads. */
  readonly decoys: number;
  /** Decoys that are always taken for warheads. */
  readonly credibleDecoys: number;
}

/** One layer of a defence: interceptors that can be brought to bear, and the three probabilities that are believed. */
export interface Layer {
  readonly interceptors: number;
  readonly singleShot: number;
  /** Chance that a warhead is detected, tracked and classified at all; independent from warhead to warhead. */
  readonly tracking: number;
  /** Share of ordinary decoys taken for warheads. */
  readonly decoysTaken: number;
}

/** F1. Chance that n independent shots, a whole number, kill. */
export function killProbability(singleShot: number, shots: number): number {
  return 1 - pow(1 - singleShot, shots);
}

/** F1 for a real number of shots per object: the straight line between the whole numbers next to it (F8, F13). */
export function killOfShots(singleShot: number, shotsAtIt: number): number {
  const shots = Math.min(shotsAtIt, MOST_SHOTS);
  const whole = Math.floor(shots);
  const q = 1 - singleShot;
  const missed = pow(q, whole);
  return 1 - missed * (1 - (shots - whole) * (1 - q));
}

/** F2. Chance that a warhead is tracked and killed. */
export function warheadKill(tracking: number, kill: number): number {
  return tracking * kill;
}

/** F3. Chance that none of W warheads leaks, each tracked or lost on its own. */
export function noLeakIndependent(warheadKillProbability: number, warheads: number): number {
  return pow(warheadKillProbability, warheads);
}

/** F4. The same when what may fail fails for the whole raid: never above the common-mode factor. */
export function noLeakCommonMode(commonMode: number, kill: number, warheads: number): number {
  return commonMode * pow(kill, warheads);
}

/** F5. Kill probability of a single warhead that an objective for the raid asks for. */
export function requiredKill(noLeak: number, warheads: number): number {
  return pow(noLeak, 1 / warheads);
}

/** F6. Shots per warhead (not rounded) for a required kill probability; infinite if tracking forbids it. */
export function requiredShots(
  kill: number,
  { singleShot, tracking }: { readonly singleShot: number; readonly tracking: number },
): number {
  if (kill <= 0) return 0;
  if (kill >= tracking) return singleShot >= 1 && kill === tracking ? 1 : Number.POSITIVE_INFINITY;
  if (singleShot >= 1) return 1;
  return singleShot <= 0 ? Number.POSITIVE_INFINITY : ln(1 - kill / tracking) / ln(1 - singleShot);
}

/** F7. Chance that exactly so many of W warheads leak, each killed with the same probability. */
export function leakDistribution(warheads: number, kill: number): readonly number[] {
  let chances = [1];
  for (let i = 0; i < warheads; i++) {
    const next = new Array<number>(chances.length + 1).fill(0);
    for (const [leaked, chance] of chances.entries()) {
      next[leaked] = (next[leaked] ?? 0) + chance * kill;
      next[leaked + 1] = chance * (1 - kill);
    }
    chances = next;
  }
  return chances;
}

/** An inventory against apparent objects: F8 and F9 ask the same of it. */
export interface Inventory {
  readonly objects: number;
  readonly interceptors: number;
  readonly singleShot: number;
  readonly tracking: number;
}

/** F8. Expected leakers when an inventory is spread evenly: optimal for one look, since each further shot does less. */
export function leakersUniform({ objects, interceptors, singleShot, tracking }: Inventory): number {
  if (objects <= 0) return 0;
  return objects * (1 - tracking * killOfShots(singleShot, interceptors / objects));
}

/** F8. Chance of no leak when the remainder of the inventory is shared out whole, as it must be. */
export function noLeakUniform({ objects, interceptors, singleShot, tracking }: Inventory): number {
  if (objects <= 0) return 1;
  const each = Math.floor(interceptors / objects);
  const withOneMore = interceptors - each * objects;
  const few = pow(tracking * killProbability(singleShot, each), objects - withOneMore);
  return few * pow(tracking * killProbability(singleShot, each + 1), withOneMore);
}

/** F9. Expected leakers when every shot picks its object by chance: no battle management at all. */
export function leakersRandom({ objects, interceptors, singleShot, tracking }: Inventory): number {
  if (objects <= 0) return 0;
  const missedByOne = Math.max(0, 1 - singleShot / objects);
  return objects * (1 - tracking * (1 - pow(missedByOne, interceptors)));
}

/**
 * F9's chance that none of W warheads leaks when every shot picks one of the objects, warheads and decoys, by chance:
 * the count of warheads already killed is followed shot by shot.
 */
export function noLeakRandom({ objects, interceptors, singleShot, tracking }: Inventory, warheads: number): number {
  if (warheads === 0) return 1;
  const chances = new Array<number>(warheads + 1).fill(0);
  chances[0] = 1;
  for (let shot = 0; shot < interceptors; shot++) {
    for (let killed = warheads; killed >= 0; killed--) {
      const before = killed > 0 ? (chances[killed - 1] ?? 0) * singleShot * ((warheads - killed + 1) / objects) : 0;
      chances[killed] = (chances[killed] ?? 0) * (1 - singleShot * ((warheads - killed) / objects)) + before;
    }
  }
  return pow(tracking, warheads) * (chances[warheads] ?? 0);
}

/** Two salvoes with a look between them. */
export interface TwoSalvoes {
  readonly singleShot: number;
  readonly first: number;
  readonly second: number;
}

export interface SalvoResult {
  readonly kill: number;
  readonly shotsExpected: number;
}

/** F10. Shoot, look, shoot at one object: the kill of both salvoes together at less expense. */
export function shootLookShoot({ singleShot, first, second }: TwoSalvoes): SalvoResult {
  return shootLookShootImperfect({ singleShot, first, second }, { atSurvivors: 1, atDead: 0 });
}

/** F12. Chance that one of several layers kills, each missing on its own. */
export function layeredKill(kills: readonly number[]): number {
  return 1 - kills.reduce((missed, kill) => missed * (1 - kill), 1);
}

/** A raid as a discriminating sensor sees it. */
export interface Discrimination {
  readonly warheads: number;
  readonly decoys: number;
  /** Shares of warheads and of decoys that are taken for warheads. */
  readonly warheadsSeen: number;
  readonly decoysTaken: number;
}

/** F13. Objects that have to be shot at. */
export function apparentObjects({ warheads, decoys, warheadsSeen, decoysTaken }: Discrimination): number {
  return warheads * warheadsSeen + decoys * decoysTaken;
}

/** F13. Chance that a warhead is taken for one and killed, the inventory spread over all apparent objects. */
export function discriminatedKill(seen: Discrimination, fire: Omit<Inventory, 'objects'>): number {
  const objects = apparentObjects(seen);
  if (objects <= 0) return 0;
  return seen.warheadsSeen * fire.tracking * killOfShots(fire.singleShot, fire.interceptors / objects);
}

/** F14. The same as F10 when the look errs: the second salvo goes at survivors and at the dead with given chances. */
export function shootLookShootImperfect(
  { singleShot, first, second }: TwoSalvoes,
  look: { readonly atSurvivors: number; readonly atDead: number },
): SalvoResult {
  const missedFirst = pow(1 - singleShot, first);
  const killSecond = killProbability(singleShot, second);
  return {
    kill: 1 - missedFirst * (1 - look.atSurvivors * killSecond),
    shotsExpected: first + second * (missedFirst * look.atSurvivors + (1 - missedFirst) * look.atDead),
  };
}

/**
 * Expected warheads that get through all layers, outermost first. In each layer K = tracking x Pk(M / apparent objects)
 * by F13, all warheads being taken for warheads; what was engaged, decoys too, shrinks by 1 - K before the next.
 */
export function expectedArriving(raid: Raid, layers: readonly Layer[]): number {
  return raid.warheads * missedByAll(raid, layers);
}

/** Chance that none gets through: all layers' K together by F12, F3 over the warheads, and F4's factor once outside. */
export function noLeakProbability(raid: Raid, layers: readonly Layer[], commonMode: number): number {
  return commonMode * pow(1 - missedByAll(raid, layers), raid.warheads);
}

/** F4's factor in an expectation: with the rest of the chance no layer does anything, and all warheads arrive. */
export function withCommonMode(arriving: number, warheads: number, commonMode: number): number {
  return commonMode * arriving + (1 - commonMode) * warheads;
}

/** Share of the warheads that every layer misses. */
function missedByAll(raid: Raid, layers: readonly Layer[]): number {
  const flight: Flight = { credible: raid.warheads + raid.credibleDecoys, decoys: raid.decoys, objects: 0 };
  let missed = 1;
  for (const layer of layers) missed *= 1 - killIn(flight, layer);
  return clamp(missed, 0, 1);
}

/** What comes to one layer, what of it is shot at, and its K. */
export interface Passage {
  readonly credible: number;
  readonly decoys: number;
  readonly objects: number;
  readonly kill: number;
}

/** The same layer by layer, for whoever has to account for the sum. */
export function passagesOf(raid: Raid, layers: readonly Layer[]): readonly Passage[] {
  const flight: Flight = { credible: raid.warheads + raid.credibleDecoys, decoys: raid.decoys, objects: 0 };
  return layers.map((layer) => {
    const { credible, decoys } = flight;
    const kill = killIn(flight, layer);
    return { credible, decoys, objects: flight.objects, kill };
  });
}

/** What still flies: objects always taken for warheads, loose decoys, and what the last layer shot at. */
interface Flight {
  credible: number;
  decoys: number;
  objects: number;
}

/** K of one layer; what flies shrinks by it. */
function killIn(flight: Flight, { interceptors, singleShot, tracking, decoysTaken }: Layer): number {
  flight.objects = flight.credible + flight.decoys * decoysTaken;
  if (flight.objects <= 0) return 0;
  const kill = tracking * killOfShots(singleShot, interceptors / flight.objects);
  flight.credible *= 1 - kill;
  flight.decoys *= 1 - decoysTaken * kill;
  return kill;
}

/**
 * How best to spend an inventory over several looks (SCIENCE F11, after Soland): how many to fire now, spread evenly,
 * when what is left may be fired at those seen to survive. V(s,W,M) = min over m of the mean of V(s-1, survivors, M-m).
 */
import { pow } from '../math/real.ts';
import { leakersUniform, noLeakUniform } from './engagement.ts';

/** Beyond these the table takes seconds instead of fractions of one. */
export const MOST_OBJECTS = 60;
export const MOST_INTERCEPTORS = 150;
export const MOST_LOOKS = 4;

export interface LookPlan {
  readonly expectedLeakers: number;
  /** Of the plan that has the fewest expected leakers; another plan might do a little better by this measure. */
  readonly noLeakProbability: number;
  /** Interceptors to fire at the first look; the fewest that are best. */
  readonly firstSalvo: number;
}

export interface LookProblem {
  readonly looks: number;
  readonly objects: number;
  readonly interceptors: number;
  readonly singleShot: number;
}

/** Plans with fewer leakers by less than this are taken as equal, so that rounding does not choose the salvo. */
const EQUAL = 1e-12;

/** The best plan for whole numbers of objects and interceptors within the bounds above. Throws RangeError. */
export function shootLookShootPlan({ looks, objects, interceptors, singleShot }: LookProblem): LookPlan {
  requireWhole('looks', looks, MOST_LOOKS);
  requireWhole('objects', objects, MOST_OBJECTS);
  requireWhole('interceptors', interceptors, MOST_INTERCEPTORS);
  if (objects === 0) return { expectedLeakers: 0, noLeakProbability: 1, firstSalvo: 0 };
  if (looks === 0) return { expectedLeakers: objects, noLeakProbability: 0, firstSalvo: 0 };
  const chancesOf = remembered(singleShot);
  let after = lastLooks(objects, interceptors, singleShot);
  if (looks === 1) return planAt(after, objects, interceptors);
  for (let look = 2; look < looks; look++) after = lookBefore(after, chancesOf);
  return bestSalvo({ objects, interceptors }, after, chancesOf);
}

/** The value of every position (objects, interceptors) when so many looks are left; row by row in flat arrays. */
interface LookTable {
  readonly mostObjects: number;
  readonly mostInterceptors: number;
  readonly leakers: Float64Array;
  readonly noLeak: Float64Array;
}

interface Position {
  readonly objects: number;
  readonly interceptors: number;
}

type ChancesOf = (objects: number, salvo: number) => readonly number[];

function emptyTable(mostObjects: number, mostInterceptors: number): LookTable {
  const size = (mostObjects + 1) * (mostInterceptors + 1);
  return { mostObjects, mostInterceptors, leakers: new Float64Array(size), noLeak: new Float64Array(size).fill(1) };
}

function lastLooks(mostObjects: number, mostInterceptors: number, singleShot: number): LookTable {
  const table = emptyTable(mostObjects, mostInterceptors);
  for (let objects = 1; objects <= mostObjects; objects++) {
    for (let interceptors = 0; interceptors <= mostInterceptors; interceptors++) {
      const inventory = { objects, interceptors, singleShot, tracking: 1 };
      const at = objects * (mostInterceptors + 1) + interceptors;
      table.leakers[at] = leakersUniform(inventory);
      table.noLeak[at] = noLeakUniform(inventory);
    }
  }
  return table;
}

function lookBefore(after: LookTable, chancesOf: ChancesOf): LookTable {
  const { mostObjects, mostInterceptors } = after;
  const table = emptyTable(mostObjects, mostInterceptors);
  for (let objects = 1; objects <= mostObjects; objects++) {
    for (let interceptors = 0; interceptors <= mostInterceptors; interceptors++) {
      const plan = bestSalvo({ objects, interceptors }, after, chancesOf);
      const at = objects * (mostInterceptors + 1) + interceptors;
      table.leakers[at] = plan.expectedLeakers;
      table.noLeak[at] = plan.noLeakProbability;
    }
  }
  return table;
}

function planAt(table: LookTable, objects: number, interceptors: number): LookPlan {
  const at = objects * (table.mostInterceptors + 1) + interceptors;
  return {
    expectedLeakers: table.leakers[at] ?? 0,
    noLeakProbability: table.noLeak[at] ?? 1,
    firstSalvo: interceptors,
  };
}

function bestSalvo({ objects, interceptors }: Position, after: LookTable, chancesOf: ChancesOf): LookPlan {
  const row = after.mostInterceptors + 1;
  let best: LookPlan = { expectedLeakers: objects, noLeakProbability: 0, firstSalvo: 0 };
  for (let salvo = 1; salvo <= interceptors; salvo++) {
    const chances = chancesOf(objects, salvo);
    let expectedLeakers = 0;
    let noLeak = 0;
    for (let survivors = 0; survivors <= objects; survivors++) {
      const chance = chances[survivors] ?? 0;
      const at = survivors * row + interceptors - salvo;
      expectedLeakers += chance * (after.leakers[at] ?? 0);
      noLeak += chance * (after.noLeak[at] ?? 0);
    }
    if (expectedLeakers < best.expectedLeakers - EQUAL) {
      best = { expectedLeakers, noLeakProbability: noLeak, firstSalvo: salvo };
    }
  }
  return best;
}

/** The same salvoes come up in every position with as many objects. */
function remembered(singleShot: number): ChancesOf {
  const known: (readonly number[] | undefined)[] = [];
  return (objects, salvo) => {
    const at = objects * (MOST_INTERCEPTORS + 1) + salvo;
    const chances = known[at] ?? survivorChances(objects, salvo, singleShot);
    known[at] = chances;
    return chances;
  };
}

/** Chance of each number of survivors of a salvo spread evenly, each object tracked or lost by itself. Sums to 1. */
export function survivorChances(objects: number, salvo: number, singleShot: number, tracking = 1): readonly number[] {
  const each = Math.floor(salvo / objects);
  const withOneMore = salvo - each * objects;
  const missedByFew = pow(1 - singleShot, each);
  const survives = [missedByFew, missedByFew * (1 - singleShot)].map((missed) => 1 - tracking * (1 - missed)) as [number, number];
  const chances = new Array<number>(objects + 1).fill(0);
  chances[0] = 1;
  for (let i = 0; i < objects; i++) {
    const leaks = i < withOneMore ? survives[1] : survives[0];
    for (let k = i + 1; k > 0; k--) {
      chances[k] = (chances[k] ?? 0) * (1 - leaks) + (chances[k - 1] ?? 0) * leaks;
    }
    chances[0] = (chances[0] ?? 0) * (1 - leaks);
  }
  return chances;
}

function requireWhole(name: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= most) return;
  throw new RangeError(`${name} must be a whole number from 0 to ${most} for a plan over several looks.`);
}

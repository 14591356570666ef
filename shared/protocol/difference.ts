/**
 * The difference of two JSON values, and its application: unchanged parts are not said again, lists say what fell off the
 * front and what came on at the end. Pure; `apply(difference(next, base), base)` is `next`.
 */
import type { Json } from '../state/state.ts';

/** Told apart by its first element. */
export type Difference =
  | readonly ['same']
  | readonly ['is', Json]
  /** Fields that changed, and names of fields that are gone. */
  | readonly ['has', Readonly<Record<string, Difference>>, readonly string[]]
  /** How many elements fell off the front, how many stay, and what follows them. */
  | readonly ['runs', number, number, readonly Json[]];

type Fields = Readonly<Record<string, Json>>;

const SAME: Difference = ['same'];

export function difference(next: Json, base: Json | undefined): Difference {
  if (isSame(next, base)) return SAME;
  if (Array.isArray(next) && Array.isArray(base)) return ofLists(next, base);
  if (isFields(next) && isFields(base)) return ofFields(next, base);
  return ['is', next];
}

/** Throws where the difference was not made from this base. */
export function apply(difference: Difference, base: Json | undefined): Json {
  switch (difference[0]) {
    case 'same':
      if (base === undefined) throw new Error('there is nothing that this could be the same as');
      return base;
    case 'is':
      return difference[1];
    case 'has':
      return withFields(difference[1], difference[2], base);
    case 'runs': {
      if (!Array.isArray(base)) throw new Error('there is no list to go on from');
      const [, dropped, kept, tail] = difference;
      return [...(base as readonly Json[]).slice(dropped, dropped + kept), ...tail];
    }
  }
}

function ofFields(next: Fields, base: Fields): Difference {
  const names = Object.keys(next);
  const changed = names
    .map((name) => [name, difference(next[name] as Json, Object.hasOwn(base, name) ? base[name] : undefined)] as const)
    .filter(([, one]) => one[0] !== 'same');
  const gone = Object.keys(base).filter((name) => !Object.hasOwn(next, name));
  return ['has', Object.fromEntries(changed), gone];
}

/** What stays of a list is looked for once, from where its first element was: lists here grow, or slide along a window. */
function ofLists(next: readonly Json[], base: readonly Json[]): Difference {
  const [first] = next;
  const dropped = first === undefined ? base.length : base.findIndex((one) => isSame(first, one));
  if (dropped < 0) return ['is', next];
  let kept = 0;
  while (kept < next.length && dropped + kept < base.length && isSame(next[kept] as Json, base[dropped + kept])) kept += 1;
  return ['runs', dropped, kept, next.slice(kept)];
}

function withFields(changed: Readonly<Record<string, Difference>>, gone: readonly string[], base: Json | undefined): Json {
  if (!isFields(base)) throw new Error('there are no fields to go on from');
  const kept = Object.entries(base).filter(([name]) => !gone.includes(name) && !Object.hasOwn(changed, name));
  const news = Object.entries(changed).map(
    ([name, one]) => [name, apply(one, Object.hasOwn(base, name) ? base[name] : undefined)] as const,
  );
  // Made field by field, so that a field called __proto__ is a field and nothing else.
  return Object.fromEntries([...kept, ...news]);
}

function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(a: Json, b: Json | undefined): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => isSame(one as Json, b[i]));
  if (!isFields(a) || !isFields(b ?? null) || !isFields(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame(a[name] as Json, b[name]))
  );
}

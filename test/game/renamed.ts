/** The same world under other names: the powers change places in every key, value and id, and nothing else changes. */
import { DYADS, POWERS, type Power } from '../../shared/scenario/names.ts';

/** Who takes whose name. */
export type Renaming = Readonly<Record<Power, Power>>;

/** The five ways to rename three powers that rename anybody. */
export const RENAMINGS: readonly Renaming[] = POWERS.flatMap((us) =>
  POWERS.filter((ru) => ru !== us).flatMap((ru) => POWERS.filter((cn) => cn !== us && cn !== ru).map((cn) => ({ us, ru, cn }))),
).filter(({ us, ru }) => us !== 'us' || ru !== 'ru');

/** A pair of powers has one name, whoever is named first. */
const DYAD_NAMES = new Map<string, string>(
  DYADS.flatMap(([id, a, b]) => [[`${a}-${b}`, id] as const, [`${b}-${a}`, id] as const]),
);

export function renamed<T>(thing: T, by: Renaming): T {
  const word = (text: string): string => {
    const other = text.replace(/\b(us|ru|cn)\b/g, (name) => by[name as Power]);
    return DYAD_NAMES.get(other) ?? other;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return word(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [word(key), walk(inner)]));
  };
  return walk(thing) as T;
}

/** A crisis names its two sides in the order of the powers; under other names the other side may come first. */
export function crisisInOrder<S extends { readonly crisis: object }>(state: S): S {
  const crisis = state.crisis as Record<string, unknown>;
  // Where no crisis runs the names are left over from the last one, or from nothing.
  if (crisis['status'] === 'none')
    return { ...state, crisis: { status: 'none', round: crisis['round'], mediated: crisis['mediated'] } } as unknown as S;
  if (POWERS.indexOf(crisis['first'] as Power) < POWERS.indexOf(crisis['second'] as Power)) return state;
  const { first, second, escalatedFirst, escalatedSecond } = crisis;
  return {
    ...state,
    crisis: { ...crisis, first: second, second: first, escalatedFirst: escalatedSecond, escalatedSecond: escalatedFirst },
  };
}

/** Where two plain things differ, numbers to within a million-millionth: sums are made in the order of names. */
export function differences(one: unknown, other: unknown, path = ''): readonly string[] {
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one)) ? [] : [`${path}: ${one} and ${other}`];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other) ? [] : [`${path}: ${String(one)} and ${String(other)}`];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differences((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], `${path}/${key}`),
  );
}

/** The same world with two powers' names exchanged everywhere: nothing may come out differently but the names. */
import type { Board } from '../../shared/capability/board.ts';
import type { Power } from '../../shared/scenario/names.ts';

/** Exchanges the names of `a` and `b` in every key and value, also inside `us>ru` and `nk>us`. */
export function relabelled<T>(thing: T, a: Power, b: Power): T {
  const word = (text: string): string =>
    text
      .split('>')
      .map((part) => (part === a ? b : part === b ? a : part))
      .join('>');
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return word(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [word(key), walk(inner)]));
  };
  return walk(thing) as T;
}

export function boardRelabelled(board: Board, a: Power, b: Power): Board {
  return relabelled(board, a, b);
}

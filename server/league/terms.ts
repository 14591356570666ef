/** What decides how the games of a run go: everything that was asked for but how many. */
import type { OrderKind, Theory } from '../../shared/scenario/names.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { Play } from './retell.ts';
import { seatingsOf } from './seatings.ts';
import type { Forced, Instead, Swept, Variant } from './variant.ts';

/** More than anybody waits for. */
export const MOST_GAMES = 100_000;

/** A seat, or each in turn: the next one after every seating has been played. */
export type Whose = Power | 'each';
export const WHOSE: readonly Whose[] = [...POWERS, 'each'];

/** What is left out of whose play, or changed, when each game is played again. */
export type Asked = { readonly instead: Instead; readonly whose: Whose; readonly kind?: OrderKind } | Forced | Swept;

export interface Terms {
  readonly scenario: string;
  /** What is in the scenario, as a hash. */
  readonly contents: string;
  readonly theory: Theory;
  readonly seed: string;
  /** As it was asked for. */
  readonly seats: string;
  readonly again: readonly Asked[];
}

export function playsOf(terms: Terms, games: number): readonly Play[] {
  const seatings = seatingsOf(terms.seats);
  return Array.from({ length: games }, (_, i) => {
    const turn = POWERS[Math.floor(i / seatings.length) % POWERS.length] ?? 'us';
    return {
      seed: `${terms.seed}-${i}`,
      seats: seatings[i % seatings.length] ?? [],
      again: terms.again.map((asked) => variantOf(asked, turn)),
    };
  });
}

/** Of a run that was played so far as these: in its order, whichever were finished. */
export function playedOf(terms: Terms, told: ReadonlyMap<string, unknown>): readonly Play[] {
  const places = [...told.keys()].map((seed) => Number(seed.slice(terms.seed.length + 1))).filter((place) => place < MOST_GAMES);
  const most = places.reduce((last, place) => Math.max(last, place + 1), 0);
  return playsOf(terms, most).filter(({ seed }) => told.has(seed));
}

function variantOf(asked: Asked, turn: Power): Variant {
  if (asked.instead === 'forced' || asked.instead === 'swept') return asked;
  const { whose, ...rest } = asked;
  return { ...rest, power: whose === 'each' ? turn : whose };
}

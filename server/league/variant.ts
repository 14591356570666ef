/** The other ways in which a game is played once more from the same seed, and what it comes to then. */
import type { Tale } from '../../shared/game/tale.ts';
import type { OrderKind, Power } from '../../shared/scenario/names.ts';

/** What takes the place of a seat's own words: nothing, chance, words that do not bind, bonds given up; of its orders of a kind: nothing. */
export const INSTEAD = ['silent', 'random', 'unbound', 'breaking', 'without'] as const;
export type Instead = (typeof INSTEAD)[number];

/** Whose words give way to what, or whose orders of what kind are left out. */
export interface Hushed {
  readonly instead: Instead;
  readonly power: Power;
  readonly kind?: OrderKind;
}

/** A seat is made to give an order of this kind in these turns and in no others. */
export interface Forced {
  readonly instead: 'forced';
  readonly power: Power;
  readonly kind: OrderKind;
  readonly turns: readonly number[];
}

/** A number of the scenario is another. */
export interface Swept {
  readonly instead: 'swept';
  readonly path: string;
  /** As it stands in the scenario, and what it is set to. */
  readonly stands: number;
  readonly value: number;
}

export type Variant = Hushed | Forced | Swept;

export interface Retold {
  readonly tale: Tale;
  /** What it is measured against; null: the game as the bots play it. */
  readonly against: Tale | null;
}

/** What a bot has to think with: what its seat may see, its draws, what it has signed in this turn. */
import type { Board } from '../capability/board.ts';
import type { View } from '../game/view.ts';
import type { Terms } from '../orders/sheet.ts';
import { type JointKind, othersOf, type Power } from '../scenario/names.ts';
import { trustOf } from '../state/read.ts';

/** A joint order offered or signed, with whom, and of a treaty what this bot would order. */
export interface Joint {
  readonly partner: Power;
  readonly what: JointKind;
  readonly terms?: Terms;
}

/** What of its seat's view a bot looks at. */
export type Seen = Pick<View, 'seat' | 'theory' | 'state'>;

/** What a bot has to think with. `draw(n)` is a number in [0, 1), the same for the same n. */
export interface Thinking {
  readonly board: Board;
  readonly view: Seen;
  readonly power: Power;
  readonly draw: (n: number) => number;
  /** Joint orders that it has signed in this turn. */
  readonly agreed: readonly Joint[];
}

export const trustIn = ({ view, power }: Thinking, other: Power): number => trustOf(view.state, power, other);

/** Whom it trusts least; by lot if it trusts both alike. */
export const distrusted = (thinking: Thinking): Power =>
  othersByLot(thinking).reduce((worst, other) => (trustIn(thinking, other) < trustIn(thinking, worst) ? other : worst));

/** The lot of the order in which it looks at the others where nothing else tells them apart; other lots have other numbers. */
const ORDER_LOT = 107;

/** The others, by lot: in the order of seats the same one would always be found first. */
export const othersByLot = ({ power, draw }: Thinking): readonly Power[] =>
  draw(ORDER_LOT) < 0.5 ? othersOf(power) : [...othersOf(power)].reverse();

export const tension = ({ view }: Thinking): number => view.state.world.tension;

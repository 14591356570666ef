/** What a bot is: wishes, words and nerve, each worked out from what its seat may see. */
import type { Board } from '../capability/board.ts';
import type { CrisisChoice } from '../game/game.ts';
import type { View } from '../game/view.ts';
import type { Statement, Terms } from '../orders/sheet.ts';
import { type JointKind, othersOf, type Power } from '../scenario/names.ts';
import { trustOf } from '../state/read.ts';
import type { Wishes } from './wishes.ts';

/** A joint order offered or signed, with whom, and of a treaty what this bot would order. */
export interface Joint {
  readonly partner: Power;
  readonly what: JointKind;
  readonly terms?: Terms;
}

/** What a bot has to think with. `draw(n)` is a number in [0, 1), the same for the same n. */
export interface Thinking {
  readonly board: Board;
  readonly view: View;
  readonly power: Power;
  readonly draw: (n: number) => number;
  /** Joint orders that it has signed in this turn. */
  readonly agreed: readonly Joint[];
}

export interface Bot {
  /** How much it wants each kind of order: above 0 it may be given, dearest wish first. Joint orders are asked for below. */
  readonly wishes: Wishes;
  /** How much a joint order is worth to it, offered or to be offered: above 0 it signs, the dearest it offers itself. */
  readonly values: (thinking: Thinking, joint: Joint) => number;
  /** Whether it brings its half of what it has signed. */
  readonly comes: (thinking: Thinking, joint: Joint) => boolean;
  /** Statements that it would make, dearest first; null where it has no occasion for one. */
  readonly says: (thinking: Thinking) => readonly (Statement | null)[];
  /** Its own commitments and treaties that it gives up openly in this turn. */
  readonly gives: (thinking: Thinking) => readonly string[];
  readonly chooses: (thinking: Thinking, other: Power) => CrisisChoice;
  /** As the third power in somebody else's crisis. */
  readonly mediates: boolean;
}

export const trustIn = ({ view, power }: Thinking, other: Power): number => trustOf(view.state, power, other);

/** Whom it trusts least: the first of them if it trusts both alike. */
export const distrusted = (thinking: Thinking): Power =>
  othersOf(thinking.power).reduce((worst, other) => (trustIn(thinking, other) < trustIn(thinking, worst) ? other : worst));

export const tension = ({ view }: Thinking): number => view.state.world.tension;

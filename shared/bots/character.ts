/** What makes a bot's character: wishes, words, faith and nerve, each worked out from what its seat may see. */
import type { CrisisChoice } from '../game/game.ts';
import type { Statement } from '../orders/sheet.ts';
import type { Power } from '../scenario/names.ts';
import type { Joint, Thinking } from './thinking.ts';
import type { Wishes } from './wishes.ts';

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

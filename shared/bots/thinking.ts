/** What a bot is: wishes, words and nerve, each worked out from what its seat may see. */
import type { Board } from '../capability/board.ts';
import type { CrisisChoice } from '../game/game.ts';
import type { View } from '../game/view.ts';
import type { Order, Statement } from '../orders/sheet.ts';
import type { JointKind, Power } from '../scenario/names.ts';

/** A joint order signed, and with whom. */
export interface Signed {
  readonly partner: Power;
  readonly what: JointKind;
}

/** What a bot has to think with. `draw(n)` is a number in [0, 1), the same for the same n. */
export interface Thinking {
  readonly board: Board;
  readonly view: View;
  readonly power: Power;
  readonly draw: (n: number) => number;
  /** Joint orders that it has signed in this turn. */
  readonly agreed: readonly Signed[];
}

/** Whether a joint order is one that it has signed. */
export const isSigned = (
  { agreed }: Thinking,
  { kind, partner }: Extract<Order, { kind: Exclude<JointKind, 'treaty'> }>,
): boolean => agreed.some((one) => one.partner === partner && one.what === kind);

/** The wish for what it has signed: over everything else, so that it comes. */
export const WHAT_IT_SIGNED = 100;

export interface Bot {
  /** How much it wants an order: above 0 it may be given, dearest wish first. */
  readonly wants: (thinking: Thinking, order: Order) => number;
  /** Statements that it would make, dearest first. */
  readonly says: (thinking: Thinking) => readonly Statement[];
  readonly chooses: (thinking: Thinking, other: Power) => CrisisChoice;
  /** As the third power in somebody else's crisis. */
  readonly mediates: boolean;
  /** The trust in whoever offers a joint order from which on it signs. */
  readonly signsAt: number;
}

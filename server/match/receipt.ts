/** What a seat is told of the sheet that it handed in: that it is kept, since when, and what would come back of it. */
import type { Board } from '../../shared/capability/board.ts';
import { checkSheet } from '../../shared/game/check.ts';
import type { Game } from '../../shared/game/game.ts';
import { stateSeenBy } from '../../shared/game/view.ts';
import type { Receipt } from '../../shared/protocol/messages.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Draft } from './table.ts';

/** Judged by what the seat may know, as its own preview is: a receipt must not be a second door for secrets. */
export function receiptOf(board: Board, game: Game, power: Power, draft: Draft): Receipt {
  const state = stateSeenBy(game, power);
  return {
    turn: state.world.turn,
    locked: draft.isLocked,
    orders: draft.sheet.orders.length,
    statements: draft.sheet.statements.length,
    savedAtMs: draft.savedAtMs,
    number: draft.number,
    returned: checkSheet(board, state, power, draft.sheet).returned,
  };
}

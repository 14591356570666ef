/** An explanation of the core as lines, with what the seat knows: a room of its own, fetched when somebody asks. */
import type { Board } from '../../shared/capability/board.ts';
import { linesOf } from '../../shared/capability/why.ts';
import { type Question, whyOf } from '../../shared/game/explain.ts';
import type { State } from '../../shared/state/state.ts';

export const linesAsked = (board: Board, state: State, asked: Question): readonly string[] => linesOf(whyOf(board, state, asked));

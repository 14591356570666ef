/** A match from its log: every resolved step played again and proved by its hash, and all that was done since. */
import { type Game, stateOf } from '../../shared/game/game.ts';
import { rewoundTo } from '../../shared/game/rewind.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { hashOf } from '../../shared/hash.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Resumed } from './course.ts';
import type { LoggedEntry } from './entry.ts';
import type { MatchPlan } from './plan.ts';
import { newTable } from './table.ts';
import { withEntry } from './with-entry.ts';

export function remake(plan: MatchPlan, log: readonly LoggedEntry[]): Resumed | Refusal {
  let game: Game = newGame(plan.board, plan.setup);
  let table = newTable(plan.seats);
  for (const logged of log) {
    table = withEntry(table, logged);
    if (logged.entry.kind === 'rewound') game = rewoundTo(game, logged.entry.toTurn);
    if (logged.entry.kind !== 'resolved') continue;
    game = advance(game, logged.entry.step);
    // Other rules than those it was played by would make another game of it: better none than a false one.
    if (hashOf(stateOf(game)) !== logged.entry.hash)
      return refuse('refusal.log-differs', { turn: logged.entry.turn, round: logged.entry.round });
  }
  return { game, table };
}

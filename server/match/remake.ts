/** A match from its log: every resolved step played again and proved by its hash, then what was handed in since. */
import { type Game, stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { hashOf } from '../../shared/hash.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import { type Desk, EMPTY_DESK, withEntry } from './desk.ts';
import type { LoggedEntry } from './entry.ts';
import type { MatchPlan, Resumed } from './match.ts';
import { withPerson } from './seats.ts';

/** After a restart nobody loses a turn to the time that the server was away: at least this much is left. */
const LEAST_LEFT_MS = 60_000;

interface Times {
  readonly createdMs: number;
  readonly nowMs: number;
}

export function remake(plan: MatchPlan, log: readonly LoggedEntry[], { createdMs, nowMs }: Times): Resumed | Refusal {
  let game: Game = newGame(plan.board, plan.setup);
  let desk: Desk = EMPTY_DESK;
  let seats = plan.seats;
  let sinceMs = createdMs;
  for (const logged of log) {
    desk = withEntry(desk, logged);
    if (logged.entry.kind === 'sat') seats = withPerson(seats, logged.entry.power);
    if (logged.entry.kind !== 'resolved') continue;
    game = advance(game, logged.entry.step);
    sinceMs = logged.atMs;
    // Other rules than those it was played by would make another game of it: better none than a false one.
    if (hashOf(stateOf(game)) !== logged.entry.hash)
      return refuse('refusal.log-differs', { turn: logged.entry.turn, round: logged.entry.round });
  }
  const { turnSeconds } = plan.pace;
  if (turnSeconds !== null) sinceMs = Math.max(sinceMs, nowMs - turnSeconds * 1000 + LEAST_LEFT_MS);
  return { game, desk, seats, sinceMs };
}

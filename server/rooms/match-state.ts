/** What everybody in a room sees without asking: public figures only, so that no mistake here can tell a secret. */
import { type SchemaType, schema, t } from '@colyseus/schema';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { viewOf } from '../../shared/game/view.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import type { Match } from '../match/match.ts';

const SeatState = schema({ held: t.string(), bot: t.string(), committed: t.boolean() }, 'SeatState');

export const MatchState = schema(
  {
    turn: t.uint8(),
    round: t.uint8(),
    phase: t.string(),
    tension: t.number(),
    /** Epoch ms by the server's clock; 0: no clock. */
    deadlineMs: t.float64(),
    /** Whether somebody may still sit down: friends are let in and a bot holds a seat. */
    isOpen: t.boolean(),
    seats: t.map(SeatState),
  },
  'MatchState',
);
export type MatchState = SchemaType<typeof MatchState>;

export function makeMatchState(match: Match): MatchState {
  const state = new MatchState();
  for (const power of POWERS) state.seats.set(power, new SeatState());
  refreshDesk(state, match);
  refreshStep(state, match.game);
  return state;
}

/** Seats and clock, which change within a step. */
export function refreshDesk(state: MatchState, match: Match): void {
  for (const power of POWERS) {
    const seat = match.seats[power];
    state.seats
      .get(power)
      ?.assign({ held: seat.held, bot: seat.held === 'bot' ? seat.bot : '', committed: match.hasCommitted(power) });
  }
  state.deadlineMs = match.deadlineMs() ?? 0;
  state.isOpen = match.plan.friends && !match.isOver && POWERS.some((power) => match.seats[power].held === 'bot');
}

/** What a step changes, as the public may see it. */
export function refreshStep(state: MatchState, game: Game): void {
  const seen = viewOf(game, 'public').state;
  const { round } = stateOf(game).crisis;
  state.assign({ turn: seen.world.turn, round, phase: seen.world.phase, tension: seen.world.tension });
}

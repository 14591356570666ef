/** What everybody in a room sees without asking: public figures only, so that no mistake here can tell a secret. */
import { type SchemaType, schema, t } from '@colyseus/schema';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { stateSeenBy } from '../../shared/game/view.ts';
import type { RoomFigures, SeatFigures } from '../../shared/protocol/messages.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { presetOf } from '../match/clock.ts';
import type { Match } from '../match/match.ts';
import { membersOf } from '../match/seats.ts';
import { timeFactor } from '../match/table.ts';

const SeatState = schema(
  {
    held: t.string(),
    bot: t.string(),
    nickname: t.string(),
    members: t.uint8(),
    isHere: t.boolean(),
    isReady: t.boolean(),
    committed: t.boolean(),
    pausesLeft: t.uint8(),
  },
  'SeatState',
);

/** Each field is explained in protocol/messages.ts (RoomFigures). */
export const MatchState = schema(
  {
    stage: t.string(),
    turn: t.uint8(),
    round: t.uint8(),
    phase: t.string(),
    tension: t.number(),
    deadlineMs: t.float64(),
    pausedMs: t.float64(),
    pausedBy: t.string(),
    pauseEndsMs: t.float64(),
    isOpen: t.boolean(),
    friends: t.boolean(),
    clock: t.string(),
    timeFactor: t.number(),
    speech: t.string(),
    emboldenment: t.boolean(),
    watching: t.uint16(),
    keptUntilMs: t.float64(),
    seats: t.map(SeatState),
  },
  'MatchState',
);
export type MatchState = SchemaType<typeof MatchState>;

export function makeMatchState(match: Match): MatchState {
  const state = new MatchState();
  for (const power of POWERS) state.seats.set(power, new SeatState());
  const { friends, speech, pace, keptUntilMs, setup, board } = match.plan;
  const emboldenment = setup.emboldenment ?? board.scenario.parameters.crisis.emboldenment > 0;
  state.assign({ friends, speech, clock: pace.clock, keptUntilMs, emboldenment });
  refreshTable(state, match, 0);
  refreshStep(state, match.game);
  return state;
}

/** Seats, marks and clock, which change within a step. */
export function refreshTable(state: MatchState, match: Match, watching: number): void {
  for (const power of POWERS) state.seats.get(power)?.assign(seatFigures(match, power));
  const { clock } = match.table;
  const isStopped = clock.at === 'stopped';
  const figures: Pick<
    RoomFigures,
    'stage' | 'timeFactor' | 'deadlineMs' | 'pausedMs' | 'pausedBy' | 'pauseEndsMs' | 'isOpen' | 'watching'
  > = {
    stage: match.stage,
    timeFactor: timeFactor(match.table),
    deadlineMs: match.deadlineMs() ?? 0,
    pausedMs: isStopped ? clock.remainingMs : 0,
    pausedBy: isStopped ? (clock.by ?? '') : '',
    pauseEndsMs: isStopped ? (clock.untilMs ?? 0) : 0,
    isOpen: match.plan.friends && !match.isOver && POWERS.some((power) => match.table.seats[power].held === 'bot'),
    watching,
  };
  state.assign(figures);
}

/** What a step changes, as the public may see it. */
export function refreshStep(state: MatchState, game: Game): void {
  const seen = stateSeenBy(game, 'public');
  const { round } = stateOf(game).crisis;
  state.assign({ turn: seen.world.turn, round, phase: seen.world.phase, tension: seen.world.tension });
}

function seatFigures(match: Match, power: Power): Omit<SeatFigures, 'power'> {
  const { seats, covered, ready, pausesUsed } = match.table;
  const seat = seats[power];
  const people = membersOf(seat);
  const cover = covered[power] ? 'caretaker' : '';
  return {
    held: seat.held === 'bot' ? 'bot' : 'person',
    bot: seat.held === 'bot' ? seat.bot : cover,
    nickname: people.map(({ nickname }) => nickname).join(', '),
    members: people.length,
    isHere: match.isHere(power),
    isReady: ready[power] ?? false,
    committed: match.hasCommitted(power),
    pausesLeft: presetOf(match.plan.pace).pausesEach - (pausesUsed[power] ?? 0),
  };
}

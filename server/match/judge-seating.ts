/** Requests about the table: who sits where, who is ready, when it begins, when the clock stops. */
import type { RequestBody } from '../../shared/protocol/requests.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Case } from './case.ts';
import { clockFor, goingOn, presetOf, stopped } from './clock.ts';
import type { Entry } from './entry.ts';
import { refuseUnsigned } from './judge-portfolio.ts';
import { type Asker, membersOf, seatOf, withInstead, withoutPerson } from './seats.ts';
import { type Table, timeFactor } from './table.ts';

export type SeatingName = 'ready' | 'rename' | 'time' | 'take' | 'hand-back' | 'seat-bot' | 'start' | 'pause' | 'resume';
type Seating = { readonly [N in SeatingName]: { readonly name: N; readonly body: RequestBody<N> } }[SeatingName];

export function judgeSeating(at: Case, action: Seating): Entry | Refusal {
  if (at.state.world.phase === 'ended') return refuse('refusal.ended');
  if (action.name === 'take') return judgeSitting(at, action.body.seat);
  if (action.name === 'seat-bot') return judgeBot(at, action.body);
  if (action.name === 'start') return judgeStart(at);
  const { power } = at;
  if (power === null) return refuse('refusal.not-your-seat');
  const seat = at.table.seats[power];
  switch (action.name) {
    case 'ready':
      return at.table.hasBegun ? refuse('refusal.has-begun') : { kind: 'ready', power, isReady: action.body.ready };
    case 'time':
      return at.table.hasBegun ? refuse('refusal.has-begun') : { kind: 'time', power, factor: action.body.factor };
    case 'rename':
      return { kind: 'seat', power, seat: withInstead(seat, at.person, { person: at.person, nickname: action.body.nickname }) };
    case 'hand-back':
      return { kind: 'seat', power, seat: withoutPerson(seat, at.person, action.body.bot) };
    case 'pause':
      return refuseUnsigned(at) ?? judgePause(at, power);
    case 'resume':
      return refuseUnsigned(at) ?? judgeResume(at, power);
  }
}

/** A person takes a seat that a bot holds. Once it is played, nobody plays against a seat whose secrets he has seen. */
export function judgeSitting(at: Case, wished: Power): Entry | Refusal {
  const { plan, table, person, nickname } = at;
  if (!plan.friends && person !== plan.host) return refuse('refusal.seats-closed');
  if (table.seats[wished].held !== 'bot') return refuse('refusal.seat-taken');
  if (seatOf(table.seats, person) !== null) return refuse('refusal.one-seat-each');
  const seen = table.seen[person];
  if (seen !== undefined && seen !== wished) return refuse('refusal.knows-another-seat');
  return { kind: 'seat', power: wished, seat: { held: 'person', person, nickname } };
}

/** Somebody goes on at another device, which is another person to us. */
export function judgeMove(table: Table, from: string, to: Asker): Entry | Refusal {
  const power = seatOf(table.seats, from);
  if (power === null) return refuse('refusal.not-your-seat');
  const seen = table.seen[to.person];
  if (seen !== undefined && seen !== power) return refuse('refusal.knows-another-seat');
  const held = seatOf(table.seats, to.person);
  const isAnother = membersOf(table.seats[power]).some(({ person }) => person === to.person && person !== from);
  if (isAnother || (held !== null && held !== power)) return refuse('refusal.one-seat-each');
  return { kind: 'seat', power, seat: withInstead(table.seats[power], from, to) };
}

function judgeBot({ plan, table, person }: Case, { seat, bot }: RequestBody<'seat-bot'>): Entry | Refusal {
  if (person !== plan.host) return refuse('refusal.host-only');
  if (table.hasBegun) return refuse('refusal.has-begun');
  if (table.seats[seat].held !== 'bot') return refuse('refusal.seat-taken');
  return { kind: 'seat', power: seat, seat: { held: 'bot', bot } };
}

function judgeStart({ plan, state, table, person, power, isHostGone, nowMs }: Case): Entry | Refusal {
  if (table.hasBegun) return refuse('refusal.has-begun');
  if (person !== plan.host && !(isHostGone && power !== null)) return refuse('refusal.host-only');
  return { kind: 'begun', clock: clockFor(plan.pace, state, { nowMs, factor: timeFactor(table) }) };
}

function judgePause({ plan, state, table, nowMs }: Case, power: Power): Entry | Refusal {
  if (state.world.phase !== 'orders' || table.clock.at !== 'running') return refuse('refusal.no-pause-now');
  if ((table.pausesUsed[power] ?? 0) >= presetOf(plan.pace).pausesEach) return refuse('refusal.no-pauses-left');
  return { kind: 'clock', clock: stopped(table.clock, power, nowMs), pauseOf: power };
}

function judgeResume({ table, nowMs }: Case, power: Power): Entry | Refusal {
  const { clock } = table;
  if (clock.at !== 'stopped' || clock.by !== power) return refuse('refusal.not-your-pause');
  return { kind: 'clock', clock: goingOn(clock, nowMs), pauseOf: null };
}

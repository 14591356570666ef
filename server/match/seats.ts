/** Who plays: each power is held by a person, a delegation or a bot. A person is known by an id that no other player ever sees. */
import { PORTFOLIOS, type Portfolio } from '../../shared/protocol/portfolio.ts';
import { type BotName, POWERS, type Power } from '../../shared/scenario/names.ts';

export type Seat =
  | { readonly held: 'person'; readonly person: string; readonly nickname: string }
  /** People who share the seat: one at least. */
  | { readonly held: 'delegation'; readonly members: readonly Member[] }
  | { readonly held: 'bot'; readonly bot: BotName };
/** Who asks for something. */
export interface Asker {
  readonly person: string;
  readonly nickname: string;
}
export interface Member extends Asker {
  readonly portfolios: readonly Portfolio[];
}

export type Seats = Readonly<Record<Power, Seat>>;

/** The seat that a person holds; null: he only watches. */
export function seatOf(seats: Seats, person: string): Power | null {
  return personsOf(seats).find((power) => isHeldBy(seats[power], person)) ?? null;
}

export function isHeldBy(seat: Seat, person: string): boolean {
  return membersOf(seat).some((member) => member.person === person);
}

/** The people in a seat; who sits alone has every portfolio. */
export function membersOf(seat: Seat): readonly Member[] {
  if (seat.held === 'bot') return [];
  if (seat.held === 'delegation') return seat.members;
  return [{ person: seat.person, nickname: seat.nickname, portfolios: PORTFOLIOS }];
}

/** What somebody of a delegation calls himself there; null: he sits alone, and needs no name. */
export function nicknameIn(seat: Seat, person: string): string | null {
  return seat.held === 'delegation' ? (seat.members.find((member) => member.person === person)?.nickname ?? null) : null;
}

/** The seat with somebody else in the place of one of its people: another device of his, or under another name. */
export function withInstead(seat: Seat, person: string, next: Asker): Seat {
  if (seat.held !== 'delegation') return { held: 'person', ...next };
  return { ...seat, members: seat.members.map((member) => (member.person === person ? { ...member, ...next } : member)) };
}

/** The seat without one of its people: a bot's, once the last of them is gone. */
export function withoutPerson(seat: Seat, person: string, bot: BotName): Seat {
  const members = membersOf(seat).filter((member) => member.person !== person);
  return members.length === 0 ? { held: 'bot', bot } : { held: 'delegation', members };
}

/** The powers that people hold. */
export function personsOf(seats: Seats): readonly Power[] {
  return POWERS.filter((power) => seats[power].held !== 'bot');
}

export function botsOf(seats: Seats): readonly (readonly [Power, BotName])[] {
  return POWERS.flatMap((power) => {
    const seat = seats[power];
    return seat.held === 'bot' ? [[power, seat.bot] as const] : [];
  });
}

/** Everybody one seat on: who played the United States plays Russia next, then China. */
export function movedOn(seats: Seats): Seats {
  return { us: seats.cn, ru: seats.us, cn: seats.ru };
}

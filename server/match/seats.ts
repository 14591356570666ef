/** Who plays: each power is held by a person or by a bot. A person is known by an id that no other player ever sees. */
import { type BotName, POWERS, type Power } from '../../shared/scenario/names.ts';

export type Seat =
  | { readonly held: 'person'; readonly person: string; readonly nickname: string }
  | { readonly held: 'bot'; readonly bot: BotName };
/** Who asks for something. */
export interface Asker {
  readonly person: string;
  readonly nickname: string;
}

export type Seats = Readonly<Record<Power, Seat>>;

/** The seat that a person holds; null: he only watches. */
export function seatOf(seats: Seats, person: string): Power | null {
  return personsOf(seats).find((power) => isHeldBy(seats[power], person)) ?? null;
}

export function isHeldBy(seat: Seat, person: string): boolean {
  return seat.held === 'person' && seat.person === person;
}

export function personsOf(seats: Seats): readonly Power[] {
  return POWERS.filter((power) => seats[power].held === 'person');
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

/** Who plays: each power is held by a person or by a bot, and the pace that this sets. */
import type { BotName } from '../../shared/bots/bot.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';

export type Seat = { readonly held: 'person' } | { readonly held: 'bot'; readonly bot: BotName };
export type Seats = Readonly<Record<Power, Seat>>;

export interface Pace {
  /** Seconds for orders; null waits for the lock. */
  readonly turnSeconds: number | null;
  /** Milliseconds between the steps of a world that only bots play. */
  readonly watchMs: number;
}

/** The seats after a person sat down in one. */
export function withPerson(seats: Seats, power: Power): Seats {
  return { ...seats, [power]: { held: 'person' } };
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

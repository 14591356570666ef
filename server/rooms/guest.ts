/** Somebody in a room: whom a ticket let in, where he sits, and what the room remembers of his connection. */
import { type Client, ServerError } from '@colyseus/core';
import { z } from 'zod';
import { must } from '../../shared/assert.ts';
import type { View } from '../../shared/game/view.ts';
import type { ServerMessages } from '../../shared/protocol/messages.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Match } from '../match/match.ts';
import { seatOf } from '../match/seats.ts';
import type { Admitted, Tickets } from '../match/tickets.ts';
import { newRate, type Rate } from './request-gate.ts';

export type Place = Power | 'public';

/** What the room remembers of a connection: its rate, the place that it was last shown, and what it was last sent. */
interface Shown {
  readonly rate: Rate;
  place: Place;
  /** The last view and its number. */
  sent: number;
  view: View | null;
  /** The delegation as text; empty: none. */
  delegation: string;
}

export type Guest = Client<{ auth: Admitted; userData: Shown; messages: ServerMessages }>;

export const newShown = (place: Place): Shown => ({ rate: newRate(), place, sent: 0, view: null, delegation: '' });

/** Whom a ticket lets into a room (game-server.ts asks at the door, onJoin which room it is for). */
export function admit(tickets: Tickets, options: unknown): Admitted {
  const parsed = joinSchema.safeParse(options);
  const admitted = parsed.success ? tickets.redeem(parsed.data.ticket) : null;
  if (admitted === null) throw notValid();
  return admitted;
}

const FORBIDDEN = 403;
export const notValid = (): ServerError => new ServerError(FORBIDDEN, 'This ticket is not valid (any more): ask for a new one.');

const joinSchema = z.object({ ticket: z.string().max(64) });

export const personOf = (guest: Guest): string => must(guest.auth, 'every guest came through onAuth').person;

export const placeOf = (guest: Guest, { table }: Match): Place => seatOf(table.seats, personOf(guest)) ?? 'public';

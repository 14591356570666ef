/**
 * The line to one match: joins, hears, and comes back by itself when the line breaks. What it is doing is one value that
 * the page shows; nobody has to guess whether an order was saved.
 */

import type { Room } from '@colyseus/sdk';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, SeatInfo, ServerMessages } from '../../shared/protocol/messages.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { refuse } from '../../shared/state/refusal.ts';
import { type Admission, fetchTicket } from './api.ts';
import { createOutbox, type Outbox, type Wire } from './outbox.ts';

export type ConnectionState =
  | { readonly at: 'connecting' }
  | { readonly at: 'open' }
  | { readonly at: 'lost'; readonly attempt: number }
  | { readonly at: 'closed'; readonly why: 'left' | 'gone' };

/** What everybody in the room sees at once, between views: who has committed, and the clock. */
export interface RoomFigures {
  readonly seats: readonly SeatInfo[];
  readonly deadlineMs: number | null;
  /** Whether friends may still sit down in a seat that a bot holds. */
  readonly isOpen: boolean;
}

export interface Hearing {
  view(message: ServerMessages['view']): void;
  record(record: ServerMessages['record']): void;
  figures(figures: RoomFigures): void;
}

export interface Connection {
  readonly state: ReadonlySignal<ConnectionState>;
  readonly outbox: Outbox;
  leave(): void;
}

/** How often it is tried again, and how long between: about two minutes in all. */
const MOST_ATTEMPTS = 20;
const waitMs = (attempt: number): number => Math.min(8000, 400 * 2 ** Math.min(attempt, 5));
const REQUEST_TIMEOUT_MS = 8000;
const CONSENTED = 4000;

export function openConnection(admission: Admission, hearing: Hearing): Connection {
  const { code, seatKey } = admission;
  const state = signal<ConnectionState>({ at: 'connecting' });
  const outbox = createOutbox();
  let room: Room | null = null;
  let left = false;

  async function join(how: () => Promise<Room>): Promise<void> {
    const joined = await how();
    room = joined;
    listen(joined);
    state.value = { at: 'open' };
    outbox.resume(wireOf(joined));
  }

  function listen(joined: Room): void {
    joined.reconnection.enabled = false; // This file does it, so that every cause is handled alike.
    joined.onMessage('view', (message: ServerMessages['view']) => hearing.view(message));
    joined.onMessage('record', (record: ServerMessages['record']) => hearing.record(record));
    joined.onStateChange((shared: unknown) => hearing.figures(figuresOf(shared)));
    joined.onError(() => undefined); // An error is followed by onLeave, where it is dealt with.
    joined.onLeave((leaveCode: number) => {
      if (joined !== room) return;
      outbox.pause();
      if (left || leaveCode === CONSENTED) close('left');
      else void rejoin(1);
    });
    outbox.pause();
    void joined.request('view', {}).catch(() => undefined);
  }

  async function rejoin(attempt: number): Promise<void> {
    if (left) return;
    if (attempt > MOST_ATTEMPTS) return close('gone');
    state.value = { at: 'lost', attempt };
    await pause(waitMs(attempt));
    try {
      await join(() => comeBack(code, seatKey));
    } catch {
      await rejoin(attempt + 1);
    }
  }

  function close(why: 'left' | 'gone'): void {
    state.value = { at: 'closed', why };
    outbox.close();
  }

  void join(() => joinBy(code, admission.ticket)).catch(() => rejoin(1));
  return {
    state,
    outbox,
    leave() {
      left = true;
      void room?.leave(true);
      close('left');
    },
  };
}

async function joinBy(code: string, ticket: string): Promise<Room> {
  const { Client } = await import('@colyseus/sdk');
  return new Client(location.origin).joinById(code, { ticket });
}

/** Tickets serve once: coming back takes a new one, for the same seat by its key. */
async function comeBack(code: string, seatKey: string | null): Promise<Room> {
  const answer = await fetchTicket(code, seatKey);
  if (!answer.ok) throw new Error(`no ticket: ${answer.fault}`);
  return joinBy(code, answer.value.ticket);
}

/** An error while the line stands is the server's no; only a broken line is worth trying again. */
function wireOf(room: Room): Wire {
  return async (name, body) => {
    try {
      return (await room.request(name, body, { timeout: REQUEST_TIMEOUT_MS })) as Answer;
    } catch (error) {
      if (!room.connection.isOpen) throw error;
      return { ok: false, refusal: refuse('refusal.server') };
    }
  };
}

interface SharedRoom {
  readonly deadlineMs?: number;
  readonly isOpen?: boolean;
  readonly seats?: { get(power: string): { held: SeatInfo['held']; bot: string; committed: boolean } | undefined };
}

/** The synchronised state as plain values; a deadline of 0 or less is none. */
function figuresOf(shared: unknown): RoomFigures {
  const { deadlineMs, isOpen, seats } = shared as SharedRoom;
  return {
    isOpen: isOpen ?? false,
    deadlineMs: deadlineMs !== undefined && deadlineMs > 0 ? deadlineMs : null,
    seats: POWERS.map((power) => {
      const seat = seats?.get(power);
      return { power, held: seat?.held ?? 'nobody', bot: seat?.bot ?? '', committed: seat?.committed ?? false };
    }),
  };
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

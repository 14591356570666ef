/**
 * The line to one match: joins, hears, and comes back by itself when the line breaks, for as long as the page is open. What
 * it is doing is one value that the page shows; nobody has to guess whether an order was saved.
 */

import type { Room } from '@colyseus/sdk';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { View } from '../../shared/game/view.ts';
import type { Admission } from '../../shared/protocol/lobby.ts';
import {
  type Answer,
  CLOSE,
  type RoomFigures,
  type SeatFigures,
  type SeenView,
  type ServerMessages,
} from '../../shared/protocol/messages.ts';
import { unpackView } from '../../shared/protocol/packed-view.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { refuse } from '../../shared/state/refusal.ts';
import { joinMatch } from './api.ts';
import { createOutbox, newRequestId, type Outbox, type Wire } from './outbox.ts';
import { nickname } from './person.ts';

/** `elsewhere`: the same seat was opened in another page; `erased`: nothing is kept of the match; `gone`: nobody knows it. */
export type Ending = 'left' | 'elsewhere' | 'erased' | 'gone';
export type ConnectionState =
  | { readonly at: 'connecting' }
  | { readonly at: 'open' }
  | { readonly at: 'lost'; readonly attempt: number }
  | { readonly at: 'closed'; readonly why: Ending };

export interface Hearing {
  view(message: SeenView): void;
  record(record: ServerMessages['record']): void;
  perceptions(perceptions: ServerMessages['perceptions']): void;
  figures(figures: RoomFigures): void;
  lines(lines: ServerMessages['lines']): void;
  line(line: ServerMessages['line']): void;
  moved(code: string): void;
}

export interface Connection {
  readonly state: ReadonlySignal<ConnectionState>;
  readonly outbox: Outbox;
  leave(): void;
}

/** Between tries: soon at first, then every few seconds, however long it takes. */
const waitMs = (attempt: number): number => Math.min(5000, 300 * 2 ** Math.min(attempt, 5)) * (0.75 + Math.random() / 2);
const REQUEST_TIMEOUT_MS = 8000;
/** A line that is cut without a word says nothing: who hears no answer to a ping for so long takes it for cut. */
const PING_EVERY_MS = 4000;
const SILENCE_MS = 9000;
const CONSENTED = 4000;
const ENDINGS: Readonly<Record<number, Ending>> = {
  [CONSENTED]: 'left',
  [CLOSE.elsewhere]: 'elsewhere',
  [CLOSE.erased]: 'erased',
};

export function openConnection(admission: Admission, hearing: Hearing): Connection {
  const { code } = admission;
  const state = signal<ConnectionState>({ at: 'connecting' });
  const outbox = createOutbox();
  let room: Room | null = null;
  let isLeaving = false;
  let stopWatching = (): void => undefined;

  async function join(ticket: string): Promise<void> {
    const { Client } = await import('@colyseus/sdk');
    const joined: Room = await new Client(location.origin).joinById(code, { ticket });
    if (isLeaving) return void joined.leave(true);
    room = joined;
    listen(joined);
    stopWatching = watchSilence(joined, () => lose(joined, undefined));
    state.value = { at: 'open' };
    outbox.resume(wireOf(joined));
  }

  function listen(joined: Room): void {
    joined.reconnection.enabled = false; // This file does it, so that every cause is handled alike.
    tell(joined, hearing);
    joined.onError(() => undefined); // An error is followed by onLeave, where it is dealt with.
    joined.onLeave((closeCode: number) => lose(joined, ENDINGS[closeCode]));
  }

  function lose(lost: Room, ending: Ending | undefined): void {
    if (lost !== room) return;
    room = null;
    stopWatching();
    outbox.pause();
    if (isLeaving || ending !== undefined) return close(ending ?? 'left');
    lost.connection.close();
    void rejoin(1);
  }

  /** Takes no new seat by mistake: who held one still holds it, and who watched goes on watching. */
  async function rejoin(attempt: number): Promise<void> {
    if (isLeaving) return;
    state.value = { at: 'lost', attempt };
    await pause(waitMs(attempt));
    const answer = await joinMatch(code, { seat: null, nickname: nickname() });
    if (!answer.ok && answer.fault === 'unknown') return close('gone');
    try {
      if (!answer.ok) throw new Error(answer.fault);
      await join(answer.value.ticket);
    } catch {
      await rejoin(attempt + 1);
    }
  }

  function close(why: Ending): void {
    state.value = { at: 'closed', why };
    outbox.close();
  }

  void join(admission.ticket).catch(() => rejoin(1));
  return {
    state,
    outbox,
    leave() {
      isLeaving = true;
      stopWatching();
      void room?.leave(true);
      close('left');
    },
  };
}

function tell(room: Room, hearing: Hearing): void {
  tellViews(room, hearing);
  room.onMessage('record', (record: ServerMessages['record']) => hearing.record(record));
  room.onMessage('perceptions', (taps: ServerMessages['perceptions']) => hearing.perceptions(taps));
  room.onMessage('lines', (lines: ServerMessages['lines']) => hearing.lines(lines));
  room.onMessage('line', (line: ServerMessages['line']) => hearing.line(line));
  room.onMessage('moved', (moved: ServerMessages['moved']) => hearing.moved(moved.code));
  room.onStateChange((shared: unknown) => hearing.figures(figuresOf(shared)));
}

/** Each view is the difference from the one before; where the thread is lost, all of it is asked for. */
function tellViews(room: Room, hearing: Hearing): void {
  let last: { readonly number: number; readonly view: View } | null = null;
  room.onMessage('view', ({ packed, number, base, ...message }: ServerMessages['view']) => {
    try {
      if (base !== null && base !== last?.number) throw new Error(`view ${base} is not here`);
      const view = unpackView(packed, base === null ? null : (last?.view ?? null));
      last = { number, view };
      hearing.view({ ...message, view });
    } catch {
      last = null;
      void room.request('view', { id: newRequestId() }).catch(() => undefined);
    }
  });
}

/** Pings, and says so once no answer has come for long. Answers how to stop. */
function watchSilence(room: Room, say: () => void): () => void {
  let heardMs = Date.now();
  let askedMs = heardMs;
  const timer = setInterval(() => {
    const now = Date.now();
    // A page that slept asks first: it has heard nothing because it did not listen.
    if (now - askedMs > 2 * PING_EVERY_MS) heardMs = now;
    askedMs = now;
    if (now - heardMs > SILENCE_MS) return say();
    room.ping(() => {
      heardMs = Date.now();
    });
  }, PING_EVERY_MS);
  return () => clearInterval(timer);
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

interface SharedRoom extends Partial<Omit<RoomFigures, 'seats'>> {
  readonly seats?: { get(power: string): SeatFigures | undefined };
}

/** Before the first word of the server. */
export const NO_FIGURES: RoomFigures = {
  stage: 'playing',
  turn: 0,
  round: 0,
  phase: '',
  tension: 0,
  deadlineMs: 0,
  pausedMs: 0,
  pausedBy: '',
  pauseEndsMs: 0,
  isOpen: false,
  friends: false,
  clock: 'untimed',
  timeFactor: 1,
  speech: 'phrases',
  emboldenment: false,
  watching: 0,
  keptUntilMs: 0,
  seats: [],
};
const NO_SEAT: Omit<SeatFigures, 'power'> = {
  held: 'bot',
  bot: '',
  nickname: '',
  members: 0,
  isHere: true,
  isReady: false,
  committed: false,
  pausesLeft: 0,
};

/** The synchronised state as plain values, so that nothing that looks at it later sees it change. */
function figuresOf(shared: unknown): RoomFigures {
  const { seats, ...rest } = shared as SharedRoom;
  const figures = Object.fromEntries(
    Object.entries(NO_FIGURES).map(([name, none]) => [name, (rest as Record<string, unknown>)[name] ?? none]),
  );
  return { ...(figures as unknown as RoomFigures), seats: POWERS.map((power) => seatFigures(power, seats?.get(power))) };
}

function seatFigures(power: SeatFigures['power'], shared: Partial<SeatFigures> | undefined): SeatFigures {
  const { held, bot, nickname, members, isHere, isReady, committed, pausesLeft } = { ...NO_SEAT, ...definedOf(shared) };
  return { power, held, bot, nickname, members, isHere, isReady, committed, pausesLeft };
}

/** A schema's fields are accessors: read one by one. */
function definedOf(shared: Partial<SeatFigures> | undefined): Partial<SeatFigures> {
  const names = Object.keys(NO_SEAT) as (keyof typeof NO_SEAT)[];
  return Object.fromEntries(names.flatMap((name) => (shared?.[name] === undefined ? [] : [[name, shared[name]]])));
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

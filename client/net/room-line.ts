/**
 * The line to one room: joins, and comes back by itself when the line breaks, for as long as the page is open. What it is
 * doing is one value that the page shows; nobody has to guess whether what he did was saved.
 */
import type { Room } from '@colyseus/sdk';
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Answer, CLOSE } from '../../shared/protocol/messages.ts';
import { refuse } from '../../shared/state/refusal.ts';
import type { ApiAnswer } from './api.ts';
import { createOutbox, type MatchBodies, type Outbox, type Wire } from './outbox.ts';

/** `elsewhere`: the same seat was opened in another page; `erased`: nothing is kept of the room; `gone`: nobody knows it; `removed`: a facilitator sent him out. */
type Ending = 'left' | 'elsewhere' | 'erased' | 'gone' | 'removed';
export type ConnectionState =
  | { readonly at: 'connecting' }
  | { readonly at: 'open' }
  | { readonly at: 'lost'; readonly attempt: number }
  | { readonly at: 'closed'; readonly why: Ending };

/** `B`: what may be asked over it, by name. */
export interface Line<B> {
  readonly state: ReadonlySignal<ConnectionState>;
  readonly outbox: Outbox<B>;
  leave(): void;
}
/** The line to a match. */
export type Connection = Line<MatchBodies>;

export interface LineParts {
  readonly code: string;
  /** Serves once; `renew` gets the next one. */
  readonly ticket: string;
  readonly renew: () => Promise<ApiAnswer<string>>;
  /** Hears the room's messages; called anew after each return. */
  readonly listen: (room: Room) => void;
}

/** Between tries: soon at first, then every few seconds, however long it takes. */
const waitMs = (attempt: number): number => Math.min(5000, 300 * 2 ** Math.min(attempt, 5)) * (0.75 + Math.random() / 2);
const REQUEST_TIMEOUT_MS = 8000;
/** A browser may ask over a line that died with the network, without knowing it yet: soon it is asked again, over another. */
const RENEWAL_MS = 3000;
/** For the same reason: what a ticket and a handshake take at most. */
const JOIN_MS = 8000;
/** A line that is cut without a word says nothing: who hears no answer to a ping for so long takes it for cut. */
const PING_EVERY_MS = 4000;
const SILENCE_MS = 9000;
const CONSENTED = 4000;
const ENDINGS: Readonly<Record<number, Ending>> = {
  [CONSENTED]: 'left',
  [CLOSE.elsewhere]: 'elsewhere',
  [CLOSE.erased]: 'erased',
  [CLOSE.removed]: 'removed',
};

export function openLine<B>({ code, ticket: first, renew, listen: hear }: LineParts): Line<B> {
  const state = signal<ConnectionState>({ at: 'connecting' });
  const outbox = createOutbox<B>();
  let room: Room | null = null;
  let isLeaving = false;
  let stopWatching = (): void => undefined;

  async function join(ticket: string): Promise<void> {
    const { Client } = await import('@colyseus/sdk');
    const joining: Promise<Room> = new Client(location.origin).joinById(code, { ticket });
    const joined = await Promise.race([joining, pause(JOIN_MS).then(() => null)]);
    if (joined === null) {
      void joining.then((late) => late.leave(true)).catch(() => undefined);
      throw new Error('the room did not answer');
    }
    if (isLeaving) return void joined.leave(true);
    room = joined;
    listen(joined);
    stopWatching = watchSilence(joined, () => lose(joined, undefined));
    state.value = { at: 'open' };
    outbox.resume(wireOf<B>(joined));
  }

  function listen(joined: Room): void {
    joined.reconnection.enabled = false; // This file does it, so that every cause is handled alike.
    hear(joined);
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

  async function rejoin(attempt: number): Promise<void> {
    if (isLeaving) return;
    state.value = { at: 'lost', attempt };
    await pause(waitMs(attempt));
    const answer = await Promise.race([renew(), pause(RENEWAL_MS).then(() => NO_ANSWER)]);
    if (!answer.ok && answer.fault === 'unknown') return close('gone');
    if (!answer.ok && answer.fault === 'removed') return close('removed');
    try {
      if (!answer.ok) throw new Error(answer.fault);
      await join(answer.value);
    } catch {
      await rejoin(attempt + 1);
    }
  }

  function close(why: Ending): void {
    state.value = { at: 'closed', why };
    outbox.close();
  }

  void join(first).catch(() => rejoin(1));
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
function wireOf<B>(room: Room): Wire<B> {
  return async (name, body) => {
    try {
      return (await room.request(name, body, { timeout: REQUEST_TIMEOUT_MS })) as Answer;
    } catch (error) {
      if (!room.connection.isOpen) throw error;
      return { ok: false, refusal: refuse('refusal.server') };
    }
  };
}

const NO_ANSWER: ApiAnswer<string> = { ok: false, fault: 'unreachable' };

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Requests on their way to the server, one at a time and in order. What was not answered when the connection broke is
 * sent again when it is back, under the same id, by which the server knows that it counts once. A newer draft replaces
 * one that still waits.
 */
import { nanoid as newRequestId } from 'nanoid/non-secure';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { RequestBody, RequestName } from '../../shared/protocol/requests.ts';
import { refuse } from '../../shared/state/refusal.ts';

/** What may be asked of a match, by name; another room has other requests. */
export type MatchBodies = { readonly [N in RequestName]: RequestBody<N> };

/** Sends one request with its id; throws if the connection broke before the answer. */
export type Wire<B = MatchBodies> = <N extends keyof B & string>(
  name: N,
  body: B[N] & { readonly id: string },
) => Promise<Answer>;

export interface Outbox<B = MatchBodies> {
  /** Resolves with the answer, however many times the request has to be sent. */
  request<N extends keyof B & string>(name: N, body: B[N]): Promise<Answer>;
  /** The connection is there (again). */
  resume(wire: Wire<B>): void;
  /** The connection is gone: hold everything. */
  pause(): void;
  /** Nothing will be sent any more: whoever waits is told so. */
  close(): void;
}

interface Waiting<B> {
  readonly name: string;
  readonly send: (wire: Wire<B>) => Promise<Answer>;
  readonly settle: (answer: Answer) => void;
}

const MOST_WAITING = 20;
const GONE: Answer = { ok: false, refusal: refuse('refusal.no-connection') };
/** A draft that a newer one has overtaken was never refused, only never sent. */
const OVERTAKEN: Answer = { ok: true, receipt: null };

export function createOutbox<B = MatchBodies>(): Outbox<B> {
  let wire: Wire<B> | null = null;
  let waiting: Waiting<B>[] = [];
  let inFlight: Waiting<B> | null = null;

  async function pump(): Promise<void> {
    const via = wire;
    const next = waiting[0];
    if (via === null || inFlight !== null || next === undefined) return;
    inFlight = next;
    waiting = waiting.slice(1);
    try {
      next.settle(await next.send(via));
    } catch {
      // Unanswered: back to the head of the line, to be sent once resume() brings a new wire.
      waiting = [next, ...waiting];
      if (wire === via) wire = null;
    }
    inFlight = null;
    void pump();
  }

  function enqueue(item: Waiting<B>): void {
    const overtaken = item.name === 'draft' ? waiting.filter((other) => other.name === 'draft') : [];
    for (const old of overtaken) old.settle(OVERTAKEN);
    waiting = [...waiting.filter((other) => !overtaken.includes(other)), item];
    if (waiting.length > MOST_WAITING) waiting.shift()?.settle(GONE);
    void pump();
  }

  return {
    request: (name, body) =>
      new Promise((settle) => {
        const sent = { ...body, id: newRequestId() };
        enqueue({ name, send: (via) => via(name, sent), settle });
      }),
    resume(next) {
      wire = next;
      void pump();
    },
    pause() {
      wire = null;
    },
    close() {
      wire = null;
      for (const item of waiting) item.settle(GONE);
      waiting = [];
    },
  };
}

export { newRequestId };

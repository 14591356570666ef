/**
 * Tickets into a room: one use, one minute. Showing one reserves a place for a few seconds, in which the socket has to come.
 * Tickets and reservations of those who only watch are counted, so that no crowd at the door keeps a player out.
 */
import { nanoid } from 'nanoid';
import type { Viewer } from '../../shared/scenario/names.ts';
import type { Asker } from './seats.ts';

/** Whom a ticket lets in, and into which room. */
export interface Admitted extends Asker {
  readonly code: string;
  /** A facilitator looks: whose view he is shown. */
  readonly eyes?: Viewer;
}

interface Ticket extends Admitted {
  readonly isWatching: boolean;
  readonly isShown: boolean;
  readonly untilMs: number;
}

const LIFETIME_MS = 60_000;
/** How long a reservation stands; the rooms let a place that nobody comes for go after as long. */
export const RESERVED_MS = 10_000;
/** Far over what a full server hands out in a minute; the oldest go first. */
const MOST_TICKETS = 20_000;

export class Tickets {
  readonly #nowMs: () => number;
  /** Nearly in the order of their end, which is when they are swept out. */
  readonly #open = new Map<string, Ticket>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  issue(admitted: Admitted, isWatching: boolean): string {
    this.#sweep();
    const secret = nanoid(32);
    this.#open.set(secret, { ...admitted, isWatching, isShown: false, untilMs: this.#nowMs() + LIFETIME_MS });
    return secret;
  }

  /** Whom the ticket lets in, once: from then on his place is reserved. Null for a wrong, used or old one. */
  redeem(secret: string): Admitted | null {
    const ticket = this.#open.get(secret);
    if (!ticket || ticket.isShown) return null;
    this.#open.delete(secret);
    const now = this.#nowMs();
    if (ticket.untilMs <= now) return null;
    this.#open.set(secret, { ...ticket, isShown: true, untilMs: now + RESERVED_MS });
    const { code, person, nickname, eyes } = ticket;
    return { code, person, nickname, ...(eyes ? { eyes } : {}) };
  }

  /** How many may still come to watch this match with a ticket that they hold or have shown. */
  watchersOnTheWay(code: string): number {
    this.#sweep();
    const now = this.#nowMs();
    return [...this.#open.values()].filter((ticket) => ticket.code === code && ticket.isWatching && ticket.untilMs > now).length;
  }

  #sweep(): void {
    const now = this.#nowMs();
    for (const [secret, ticket] of this.#open) {
      if (ticket.untilMs > now && this.#open.size < MOST_TICKETS) return;
      this.#open.delete(secret);
    }
  }
}

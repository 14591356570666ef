/** Tickets into a room: one use, one minute. They travel in an address, so they must be worthless soon after. */
import { nanoid } from 'nanoid';
import type { Asker } from './match.ts';

interface Ticket {
  readonly code: string;
  readonly asker: Asker;
  readonly untilMs: number;
}

const LIFETIME_MS = 60_000;
/** Far over what a full server hands out in a minute; the oldest go first. */
const MOST_TICKETS = 20_000;

export class Tickets {
  readonly #nowMs: () => number;
  /** In order of issue, which is the order of their end. */
  readonly #open = new Map<string, Ticket>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  issue(code: string, asker: Asker): string {
    this.#sweep();
    const secret = nanoid(32);
    this.#open.set(secret, { code, asker, untilMs: this.#nowMs() + LIFETIME_MS });
    return secret;
  }

  /** Whom the ticket lets into this room, once; null for a wrong, used or old one. */
  redeem(secret: string, code: string): Asker | null {
    const ticket = this.#open.get(secret);
    if (!ticket || ticket.code !== code) return null;
    this.#open.delete(secret);
    return ticket.untilMs > this.#nowMs() ? ticket.asker : null;
  }

  #sweep(): void {
    const now = this.#nowMs();
    for (const [secret, ticket] of this.#open) {
      if (ticket.untilMs > now && this.#open.size < MOST_TICKETS) return;
      this.#open.delete(secret);
    }
  }
}

/** Who of a match is connected. Not in the log: after a restart nobody is here, and that is true. */
import { COVER_AFTER_MS } from '../../shared/protocol/clocks.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { Presence } from './due.ts';
import { membersOf, type Seats } from './seats.ts';

export class Attendance implements Presence {
  readonly #nowMs: () => number;
  here: ReadonlySet<string> = new Set();
  isWatched = false;
  goneMs: Readonly<Partial<Record<Power, number>>> = {};
  emptyMs: number | null;
  #hostGoneMs: number;

  constructor(seats: Seats, nowMs: () => number) {
    this.#nowMs = nowMs;
    this.emptyMs = nowMs();
    this.#hostGoneMs = nowMs();
    this.note(seats);
  }

  /** Takes down who is connected: persons, and whether anybody is at all. */
  set(here: ReadonlySet<string>, isWatched: boolean, host: string): void {
    if (this.here.has(host) && !here.has(host)) this.#hostGoneMs = this.#nowMs();
    this.here = here;
    this.isWatched = isWatched;
  }

  /** Seats or guests have changed: since when is who gone. */
  note(seats: Seats): void {
    const now = this.#nowMs();
    const gone = POWERS.filter((power) => !this.isHere(seats, power));
    this.goneMs = Object.fromEntries(gone.map((power) => [power, this.goneMs[power] ?? now]));
    const isEmpty = POWERS.every((power) => seats[power].held === 'bot' || gone.includes(power));
    this.emptyMs = isEmpty ? (this.emptyMs ?? now) : null;
  }

  /** Bots are always here, a delegation while one of it is. */
  isHere(seats: Seats, power: Power): boolean {
    const seat = seats[power];
    return seat.held === 'bot' || membersOf(seat).some(({ person }) => this.here.has(person));
  }

  isHostGone(host: string): boolean {
    return !this.here.has(host) && this.#nowMs() - this.#hostGoneMs >= COVER_AFTER_MS;
  }
}

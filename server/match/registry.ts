/** All matches of this process by code, with their clock. Bounded: a full server says so instead of growing. */
import { customAlphabet } from 'nanoid';
import { assert } from '../../shared/assert.ts';
import { LIMITS } from '../../shared/limits.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import { logError } from '../log.ts';
import type { Resumed, Surroundings } from './course.ts';
import { Deadlines } from './deadlines.ts';
import { Match } from './match.ts';
import type { MatchPlan } from './plan.ts';
import { Tickets } from './tickets.ts';

/** Without letters and digits that are mistaken for each other, and without vowels that make words. */
const newCode = customAlphabet('23456789CDFGHJKMNPQRTVWXZ', 6);
/** When the log could not take a resolved turn, it is tried again after this. */
const RETRY_MS = 5000;

export class Registry {
  readonly tickets: Tickets;
  readonly #around: Surroundings;
  readonly #matches = new Map<string, Match>();
  readonly #reserved = new Set<string>();
  readonly #deadlines: Deadlines;

  constructor(around: Surroundings) {
    this.#around = around;
    this.tickets = new Tickets(around.nowMs);
    this.#deadlines = new Deadlines((code) => void this.#fall(code), around.nowMs);
  }

  get nowMs(): () => number {
    return this.#around.nowMs;
  }

  get size(): number {
    return this.#matches.size;
  }

  get all(): readonly Match[] {
    return [...this.#matches.values()];
  }

  /** Sets a new code aside until `open` or `release`: others may ask while it goes to the disk. A full server refuses. */
  reserveCode(): string | Refusal {
    if (this.#matches.size + this.#reserved.size >= LIMITS.rooms) return refuse('refusal.server-full', { most: LIMITS.rooms });
    let code = newCode();
    while (this.#matches.has(code) || this.#reserved.has(code)) code = newCode();
    this.#reserved.add(code);
    return code;
  }

  /** Nobody else gets the code of an exercise that is there again. */
  keepCode(code: string): void {
    this.#reserved.add(code);
  }

  release(code: string): void {
    this.#reserved.delete(code);
  }

  /** Takes a match in; its clock runs from now on. */
  open(plan: MatchPlan, { resumed, ...around }: Partial<Surroundings> & { readonly resumed?: Resumed } = {}): Match {
    assert(!this.#matches.has(plan.code), `no other match has the code ${plan.code}`);
    const match = new Match(plan, { ...this.#around, ...around }, resumed);
    this.#matches.set(plan.code, match);
    this.#reserved.delete(plan.code);
    const arm = (): void => this.#deadlines.set(plan.code, match.dueMs());
    match.listen(arm);
    arm();
    return match;
  }

  find(code: string): Match | undefined {
    return this.#matches.get(code);
  }

  /** Lets go of a match: nothing of it stays in memory. */
  drop(code: string): void {
    this.#deadlines.set(code, null);
    this.#matches.delete(code);
  }

  close(): void {
    this.#deadlines.close();
    this.#matches.clear();
  }

  async #fall(code: string): Promise<void> {
    const match = this.#matches.get(code);
    if (!match) return;
    try {
      await match.step();
      if (this.#matches.has(code)) this.#deadlines.set(code, match.dueMs());
    } catch (error) {
      logError('step-failed', error, { code });
      if (this.#matches.has(code)) this.#deadlines.set(code, this.#around.nowMs() + RETRY_MS);
    }
  }
}

/** Counts what one address gets wrong. A class sits behind one address, so what goes right is never counted. */

interface Count {
  sinceMs: number;
  failures: number;
}

const WINDOW_MS = 60_000;
const MOST_FAILURES = 60;
const MOST_ADDRESSES = 10_000;

export class Strikes {
  readonly #nowMs: () => number;
  readonly #counts = new Map<string, Count>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  isOut(address: string): boolean {
    const count = this.#counts.get(address);
    return count !== undefined && this.#nowMs() - count.sinceMs < WINDOW_MS && count.failures >= MOST_FAILURES;
  }

  add(address: string): void {
    const now = this.#nowMs();
    const count = this.#counts.get(address);
    if (count && now - count.sinceMs < WINDOW_MS) {
      count.failures += 1;
      return;
    }
    this.#counts.delete(address);
    const oldest = this.#counts.keys().next();
    if (this.#counts.size >= MOST_ADDRESSES && !oldest.done) this.#counts.delete(oldest.value);
    this.#counts.set(address, { sinceMs: now, failures: 1 });
  }
}

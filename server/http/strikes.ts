/** Counts what one address gets wrong. A class sits behind one address, so what goes right is never counted. */

interface Count {
  readonly sinceMs: number;
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
    this.#forgetOld();
    return (this.#counts.get(address)?.failures ?? 0) >= MOST_FAILURES;
  }

  add(address: string): void {
    this.#forgetOld();
    const count = this.#counts.get(address);
    if (count) {
      count.failures += 1;
      return;
    }
    const oldest = this.#counts.keys().next();
    if (this.#counts.size >= MOST_ADDRESSES && !oldest.done) this.#counts.delete(oldest.value);
    this.#counts.set(address, { sinceMs: this.#nowMs(), failures: 1 });
  }

  /** No address is kept longer than it counts: they stand in the order in which they came. */
  #forgetOld(): void {
    for (const [address, { sinceMs }] of this.#counts) {
      if (this.#nowMs() - sinceMs < WINDOW_MS) return;
      this.#counts.delete(address);
    }
  }
}

/** One clock for the whole process: a heap of deadlines behind a single timer, however many matches there are. */

interface Due {
  readonly key: string;
  readonly atMs: number;
}

/** Node's timers hold no more than 2^31 ms: a deadline further off is looked at again then. */
const LONGEST_WAIT_MS = 2_000_000_000;

export class Deadlines {
  readonly #onDue: (key: string) => void;
  readonly #nowMs: () => number;
  /** What is true; the heap may still hold older deadlines of a key, which are passed over. */
  readonly #current = new Map<string, number>();
  #heap: Due[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(onDue: (key: string) => void, nowMs: () => number) {
    this.#onDue = onDue;
    this.#nowMs = nowMs;
  }

  /** Sets, moves or (with null) lifts the deadline of a key; when it falls it is lifted. */
  set(key: string, atMs: number | null): void {
    if (atMs === (this.#current.get(key) ?? null)) return;
    if (atMs === null) this.#current.delete(key);
    else {
      this.#current.set(key, atMs);
      this.#push({ key, atMs });
    }
    this.#arm();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#current.clear();
    this.#heap = [];
  }

  #arm(): void {
    clearTimeout(this.#timer);
    while (this.#heap[0] && !this.#isCurrent(this.#heap[0])) this.#pop();
    const next = this.#heap[0];
    if (!next) return;
    const waitMs = Math.min(LONGEST_WAIT_MS, Math.max(0, next.atMs - this.#nowMs()));
    this.#timer = setTimeout(() => this.#fall(), waitMs);
  }

  #fall(): void {
    const now = this.#nowMs();
    const fallen: string[] = [];
    while (this.#heap[0] && (this.#heap[0].atMs <= now || !this.#isCurrent(this.#heap[0]))) {
      const due = this.#pop();
      if (!this.#isCurrent(due)) continue;
      this.#current.delete(due.key);
      fallen.push(due.key);
    }
    for (const key of fallen) this.#onDue(key);
    this.#arm();
  }

  #isCurrent(due: Due): boolean {
    return this.#current.get(due.key) === due.atMs;
  }

  #push(due: Due): void {
    const heap = this.#heap;
    heap.push(due);
    let at = heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#at(parent).atMs <= due.atMs) break;
      heap[at] = this.#at(parent);
      at = parent;
    }
    heap[at] = due;
  }

  #pop(): Due {
    const heap = this.#heap;
    const top = this.#at(0);
    const last = heap.pop() as Due;
    if (heap.length === 0) return top;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && this.#at(child + 1).atMs < this.#at(child).atMs) child += 1;
      if (this.#at(child).atMs >= last.atMs) break;
      heap[at] = this.#at(child);
      at = child;
    }
    heap[at] = last;
    return top;
  }

  #at(index: number): Due {
    return this.#heap[index] as Due;
  }
}

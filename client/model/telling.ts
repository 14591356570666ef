/**
 * The telling of a step: first the front page, then what the map shows headline by headline, then the numbers. It takes
 * some twenty seconds, can be cut short at any moment, and goes nowhere by itself when it is over.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Headline } from './headlines.ts';

export type Beat =
  | { readonly type: 'paper' }
  /** A headline that the map shows too: its place in the paper, and its line of the ledger. */
  | { readonly type: 'headline'; readonly place: number; readonly line: number }
  | { readonly type: 'numbers' }
  | { readonly type: 'over' };

export interface Telling {
  readonly beat: ReadonlySignal<Beat>;
  /** Lines of the ledger that have been told; null: all. */
  readonly told: ReadonlySignal<ReadonlySet<number> | null>;
  start(): void;
  /** Everything at once. */
  finish(): void;
  /** Nothing more is told: the reader went on. */
  stop(): void;
}

/** Time to take in the page; all headlines together; one headline at most; time for the numbers to come to rest. */
export const PAPER_MS = 5000;
export const HEADLINES_MS = 11_000;
export const HEADLINE_MOST_MS = 2200;
export const NUMBERS_MS = 4000;

/** `onMap`: lines of the ledger that leave a mark on the map. */
export function beatsOf(headlines: readonly Headline[], onMap: ReadonlySet<number>): readonly (Beat & { readonly ms: number })[] {
  const shown = headlines.flatMap(({ line }, place) => (line !== null && onMap.has(line) ? [{ place, line }] : []));
  const ms = Math.min(HEADLINE_MOST_MS, HEADLINES_MS / Math.max(1, shown.length));
  return [
    { type: 'paper', ms: PAPER_MS },
    ...shown.map((each) => ({ type: 'headline' as const, ...each, ms })),
    { type: 'numbers', ms: NUMBERS_MS },
  ];
}

/** Lines of the last step's ledger that the reveal on this page has told so far, for the map to follow; null: all of them. */
export const toldLines = signal<ReadonlySet<number> | null>(null);

const OVER: Beat = { type: 'over' };

export function createTelling(beats: ReturnType<typeof beatsOf>): Telling {
  const beat = signal<Beat>(beats[0] ?? OVER);
  const told = signal<ReadonlySet<number> | null>(new Set<number>());
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(at: number): void {
    const next = beats[at];
    if (next === undefined) return finish();
    beat.value = next;
    if (next.type === 'headline') told.value = new Set([...(told.value ?? []), next.line]);
    if (next.type === 'numbers') told.value = null;
    timer = setTimeout(() => show(at + 1), next.ms);
  }

  function finish(): void {
    clearTimeout(timer);
    beat.value = OVER;
    told.value = null;
  }

  return { beat, told, start: () => show(0), finish, stop: () => clearTimeout(timer) };
}

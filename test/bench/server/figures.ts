/** What was found of one server with so many matches, worked out from what was counted. */
import type { Guest } from './guests.ts';
import type { Tally } from './load.ts';
import type { Figures } from './meter.ts';

export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface Findings {
  readonly system: string;
  readonly matches: number;
  readonly setUpS: number;
  readonly receiptMs: Spread;
  readonly viewsMs: Spread;
  /** Frames of one view: the middle one and the largest. */
  readonly joinView: Extent;
  readonly turnView: Extent;
  /** All that one client receives until he sees his first view, and in one turn with its receipts and marks. */
  readonly joinBytes: Extent;
  readonly turnBytes: Extent;
  /** Of one core. */
  readonly idlePercent: number;
  readonly loadedPercent: number;
  readonly cpuMsPerTurn: number;
  readonly residentMb: { readonly empty: number; readonly joined: number; readonly played: number };
  readonly perMatchKb: { readonly resident: number; readonly heap: number; readonly playedHeap: number };
  readonly failed: number;
  readonly late: number;
  /** Of the driver, to judge the latencies by: its share of one core, and how late its own loop ran. */
  readonly driver: { readonly percent: number; readonly lagP99Ms: number };
}

export interface Extent {
  readonly middle: number;
  readonly most: number;
}

/** What a process had used at some moment. */
export interface Mark {
  readonly atMs: number;
  readonly figures: Figures;
}

export interface Counted {
  readonly system: string;
  readonly matches: readonly (readonly Guest[])[];
  readonly setUpMs: number;
  readonly tally: Tally;
  readonly turnsPerSecond: number;
  /** Without garbage: nobody there, all there, turns played. */
  readonly empty: Figures;
  readonly joined: Figures;
  readonly played: Figures;
  readonly idle: readonly [Mark, Mark];
  readonly loaded: readonly [Mark, Mark];
  readonly driver: Findings['driver'];
}

const MB = 1024 * 1024;

export function findingsOf(counted: Counted): Findings {
  const { tally, empty, joined, played } = counted;
  const count = counted.matches.length;
  const guests = counted.matches.flat();
  const idlePercent = percentBetween(counted.idle);
  const loadedPercent = percentBetween(counted.loaded);
  return {
    system: counted.system,
    matches: count,
    setUpS: counted.setUpMs / 1000,
    receiptMs: spreadOf(tally.receiptsMs),
    viewsMs: spreadOf(tally.viewsMs),
    joinView: extentOf(guests.map(({ first }) => first.bytes)),
    turnView: extentOf(tally.views.map(({ bytes }) => bytes)),
    joinBytes: extentOf(guests.map(({ joinBytes }) => joinBytes)),
    turnBytes: extentOf(tally.turnBytes),
    idlePercent,
    loadedPercent,
    cpuMsPerTurn: ((loadedPercent - idlePercent) * 10) / counted.turnsPerSecond,
    residentMb: { empty: empty.residentBytes / MB, joined: joined.residentBytes / MB, played: played.residentBytes / MB },
    perMatchKb: {
      resident: (joined.residentBytes - empty.residentBytes) / 1024 / count,
      heap: (joined.heapBytes - empty.heapBytes) / 1024 / count,
      playedHeap: (played.heapBytes - empty.heapBytes) / 1024 / count,
    },
    failed: tally.failed,
    late: tally.late,
    driver: counted.driver,
  };
}

const percentBetween = ([from, to]: readonly [Mark, Mark]): number =>
  (100 * (to.figures.cpuMs - from.figures.cpuMs)) / (to.atMs - from.atMs);

/** By nearest rank; of nothing, NaN. */
function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function extentOf(values: readonly number[]): Extent {
  const { p50 } = spreadOf(values);
  return { middle: p50, most: values.reduce((most, one) => Math.max(most, one), 0) };
}

/** What works from this device: each thing that a game needs, tried for real, with a word on what it means. */

/** `slow` works, but will be felt. */
export type Verdict = 'works' | 'slow' | 'fails';
export const CHECKS = ['http', 'websocket', 'latency', 'clock', 'storage'] as const;
export type CheckName = (typeof CHECKS)[number];

export interface Finding {
  readonly name: CheckName;
  readonly verdict: Verdict;
  /** Milliseconds, where there are any. */
  readonly ms: number | null;
}

/** An answer of the server's clock, and when by ours it was asked for and had. All in ms. */
export interface Answered {
  readonly serverMs: number;
  readonly askedMs: number;
  readonly hadMs: number;
}

/** Over this a click is felt to wait; over this a clock misleads its reader. Neither stops a game: the server's clock counts. */
const SLOW_MS = 400;
const SKEWED_MS = 5000;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/** There and back, in the middle of several tries. */
export function latencyOf(answers: readonly Answered[]): Finding {
  const ms = median(answers.map(({ askedMs, hadMs }) => hadMs - askedMs));
  return { name: 'latency', verdict: ms > SLOW_MS ? 'slow' : 'works', ms };
}

/** By how much the server's clock is ahead of ours: its time against the middle of asking and having. */
export function clockOf(answers: readonly Answered[]): Finding {
  const ms = median(answers.map(({ serverMs, askedMs, hadMs }) => serverMs - (askedMs + hadMs) / 2));
  return { name: 'clock', verdict: Math.abs(ms) > SKEWED_MS ? 'slow' : 'works', ms };
}

/** Whether a game can be played from here, and how well. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const needed: readonly CheckName[] = ['http', 'websocket'];
  if (findings.some(({ name, verdict }) => needed.includes(name) && verdict === 'fails')) return 'fails';
  return findings.every(({ verdict }) => verdict === 'works') ? 'works' : 'slow';
}

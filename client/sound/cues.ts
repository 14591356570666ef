/** Which event of a match is heard, and as what: worked out from two moments of it, without any sound. */
import type { Match, Scene } from '../model/match.ts';

/** From what must not be missed to what may. */
export const CUES = ['crisis', 'resolved', 'last-seconds', 'message', 'lock'] as const;
export type Cue = (typeof CUES)[number];

export interface Moment {
  readonly scene: Scene;
  /** How many steps have been played. */
  readonly steps: number;
  /** Null: nothing presses. */
  readonly leftMs: number | null;
  readonly isLocked: boolean;
  /** Lines that others have written. */
  readonly heardLines: number;
}

const LAST_MS = 10_000;
/** What nothing has happened in yet is not what has just ended: a page that comes back is not greeted with a concert. */
const QUIET: ReadonlySet<Scene> = new Set(['waiting', 'handover', 'exchange', 'report']);

/** One event at a time is heard, the weightiest; null: none. The last seconds are said once, not counted. */
export function cueBetween(before: Moment, after: Moment): Cue | null {
  if (QUIET.has(before.scene) || QUIET.has(after.scene)) return null;
  const happened: Readonly<Record<Cue, boolean>> = {
    crisis: before.scene !== 'crisis' && after.scene === 'crisis',
    resolved: after.steps > before.steps,
    'last-seconds': isLast(after) && !isLast(before) && before.leftMs !== null && !after.isLocked,
    message: after.heardLines > before.heardLines,
    lock: after.isLocked && !before.isLocked && after.steps === before.steps,
  };
  return CUES.find((cue) => happened[cue]) ?? null;
}

const isLast = ({ leftMs }: Moment): boolean => leftMs !== null && leftMs <= LAST_MS;

export function momentOf(match: Match, nowMs: number): Moment {
  const deadline = match.deadlineMs.value;
  return {
    scene: match.scene.value,
    steps: match.steps.value.length,
    leftMs: deadline === null ? null : deadline - nowMs,
    isLocked: match.draft.locked.value,
    heardLines: match.lines.value.filter((line) => line.from !== match.place.value).length,
  };
}

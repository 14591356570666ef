/** Tension and margin of each world by turn, gathered from what the console was shown; what a rewind undid is forgotten. */
import type { ConsoleView } from '../../shared/protocol/exercise-view.ts';

export interface CoursePoint {
  readonly tension: number;
  readonly margin: number;
}
export interface Course {
  readonly branch: number;
  /** By turn; the last word on a turn counts. */
  readonly points: ReadonlyMap<number, CoursePoint>;
}
export type Courses = ReadonlyMap<string, Course>;

export function withView(courses: Courses, view: ConsoleView): Courses {
  const next = new Map(courses);
  for (const { code, branch, turn, tension, margin, stage } of view.worlds) {
    if (stage === 'lobby') continue;
    const known = courses.get(code);
    const kept = [...(known?.points ?? [])].filter(([at]) => known?.branch === branch || at < turn);
    next.set(code, { branch, points: new Map([...kept, [turn, { tension, margin }]]) });
  }
  return next;
}

/** The turns that any world has reached. */
export function turnsOf(courses: Courses): readonly number[] {
  return [...new Set([...courses.values()].flatMap(({ points }) => [...points.keys()]))].sort((a, b) => a - b);
}

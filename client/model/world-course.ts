/** The worlds' courses side by side: on the turns that any of them has reached. */
import type { CoursePoint, WorldCard } from '../../shared/protocol/exercise-view.ts';

type Coursed = Pick<WorldCard, 'course'>;

export function turnsOf(worlds: readonly Coursed[]): readonly number[] {
  return [...new Set(worlds.flatMap(({ course }) => course.map(({ turn }) => turn)))].sort((a, b) => a - b);
}

/** As far as this world has come; a world that is behind has a shorter line. */
export const valuesOf = ({ course }: Coursed, what: 'tension' | 'margin'): readonly number[] =>
  [...course].sort((a: CoursePoint, b: CoursePoint) => a.turn - b.turn).map((point) => point[what]);

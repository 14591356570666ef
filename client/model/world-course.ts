/** The worlds' courses side by side: on the turns that any of them has reached. */
import type { CoursePoint, WorldCard } from '../../shared/protocol/exercise-view.ts';

type Coursed = Pick<WorldCard, 'course'>;

export function turnsOf(worlds: readonly Coursed[]): readonly number[] {
  return [...new Set(worlds.flatMap(({ course }) => course.map(({ turn }) => turn)))].sort((a, b) => a - b);
}

/** As far as this world has come; a world that is behind has a shorter line. */
export const valuesOf = ({ course }: Coursed, what: 'tension' | 'margin'): readonly number[] =>
  [...course].sort((a: CoursePoint, b: CoursePoint) => a.turn - b.turn).map((point) => point[what]);

const MARKS = ['square', 'diamond', 'hexagon', 'circle'];
const COLOURS = 6;

/** No two worlds look alike: six colours, four marks, and from the seventh on a dash for every six. */
export const lookOf = (number: number): string =>
  `world-${((number - 1) % COLOURS) + 1} six-${Math.ceil(number / COLOURS)} ${MARKS[(number - 1) % MARKS.length]}`;

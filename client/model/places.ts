/** Where somebody may be moved: every seat of every world, and to observe there; as one text for a list and back. */
import type { ConsoleView, ExercisePlace } from '../../shared/protocol/exercise-view.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';

export interface Destination {
  readonly world: string;
  /** Null: observes. */
  readonly power: Power | null;
}

export function destinationsOf(view: Pick<ConsoleView, 'worlds'>): readonly Destination[] {
  const numbered = [...view.worlds].sort((a, b) => a.number - b.number);
  return numbered.flatMap(({ code }) => [...POWERS, null].map((power) => ({ world: code, power })));
}

export const isThere = (place: ExercisePlace, { world, power }: Destination): boolean =>
  place.world === world && (place.role === 'delegate' ? place.power === power : power === null);

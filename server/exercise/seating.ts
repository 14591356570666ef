/** Where somebody sits who comes to an exercise, and the seat of a world as the roll has it. */
import { must } from '../../shared/assert.ts';
import { type NumberedPlace, nextPlace, portfoliosFor, type Seating } from '../../shared/exercise/arrangement.ts';
import type { ExercisePlace } from '../../shared/protocol/exercise-view.ts';
import { PORTFOLIOS } from '../../shared/protocol/portfolio.ts';
import type { BotName, Power } from '../../shared/scenario/names.ts';
import type { Seat } from '../match/seats.ts';
import { delegatesIn, type Roll } from './roll.ts';

/** The place that is most wanted now; a seat that a bot plays is filled before any second comes into another. */
export function placeFor(
  roll: Roll,
  { delegation, places }: Pick<Seating, 'delegation' | 'places'>,
  isOver: (world: string) => boolean,
): ExercisePlace {
  const taken = roll.people.flatMap(({ place }): readonly NumberedPlace[] =>
    place === null ? [] : [{ ...place, world: roll.worlds.indexOf(place.world) + 1 }],
  );
  const over = new Set(roll.worlds.flatMap((world, i) => (isOver(world) ? [i + 1] : [])));
  const next = nextPlace(taken, { worlds: roll.worlds.length, delegation, places, over });
  const world = must(roll.worlds[next.world - 1], 'a place is in a world of the exercise');
  return next.role === 'observer' ? { role: 'observer', world, task: next.task } : { ...next, world, portfolios: PORTFOLIOS };
}

/** Who is in a seat now, with the portfolios that so many have; those that a facilitator gave by hand stay. Nobody: a bot. */
export function seatAs(roll: Roll, world: string, power: Power, bot: BotName): Seat {
  const people = delegatesIn(roll, world, power);
  if (people.length === 0) return { held: 'bot', bot };
  const shares = portfoliosFor(people.length);
  const members = people.map(({ person, nickname, place, isByHand }, i) => ({
    person,
    nickname,
    portfolios: isByHand && place?.role === 'delegate' ? place.portfolios : (shares[i] ?? []),
  }));
  return { held: 'delegation', members };
}

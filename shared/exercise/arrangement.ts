/**
 * Who sits where in an exercise: any number of people become worlds of three seats, seats become delegations, and whoever is
 * left over observes with a task. People come one by one, and each gets the place that is most wanted at that moment.
 */
import { assert } from '../assert.ts';
import { LIMITS } from '../limits.ts';
import { OBSERVER_TASKS, type ObserverTask } from '../protocol/exercise-view.ts';
import { PORTFOLIOS, type Portfolio } from '../protocol/portfolio.ts';
import { POWERS, type Power } from '../scenario/names.ts';

export interface Seating {
  readonly worlds: number;
  /** Most people in one seat. */
  readonly delegation: number;
  /** Worlds that are over: nobody is seated there any more. */
  readonly over?: ReadonlySet<number>;
  /** How many a facilitator wants where, world by world; who comes beyond that is seated as if there were no such wish. */
  readonly places?: readonly PlannedWorld[] | undefined;
}

type Where = Power | 'observer';
export type PlannedWorld = Readonly<Record<Where, number>>;

/** A place by the number of its world (1, 2, ...). */
export type NumberedPlace =
  | { readonly role: 'delegate'; readonly world: number; readonly power: Power }
  | { readonly role: 'observer'; readonly world: number; readonly task: ObserverTask };

/** Of each seat its people, in the order in which they came, as the portfolios that they hold; of the observers their tasks. */
export interface ArrangedWorld {
  readonly number: number;
  readonly seats: Readonly<Record<Power, readonly (readonly Portfolio[])[]>>;
  readonly observers: readonly ObserverTask[];
}

/** Who comes after the fourth mirrors a ministry: two read and draft, and the head of state signs. There is one head of state. */
const MIRRORS: readonly Portfolio[] = ['defence', 'foreign-affairs', 'press', 'defence'];

/** What each of a delegation has, by the order in which they came: all portfolios are held, whatever its size. */
export function portfoliosFor(size: number): readonly (readonly Portfolio[])[] {
  assert(size >= 0 && size <= LIMITS.delegation, `a delegation has at most ${LIMITS.delegation}, not ${size}`);
  const [head, defence, foreign, press] = PORTFOLIOS;
  if (size === 0) return [];
  if (size === 1) return [PORTFOLIOS];
  if (size === 2)
    return [
      [head, defence],
      [foreign, press],
    ];
  if (size === 3) return [[head], [defence], [foreign, press]];
  return [[head], [defence], [foreign], [press], ...MIRRORS.slice(0, size - 4).map((portfolio) => [portfolio])];
}

/** The fewest worlds that hold so many people in delegations of at most this size. */
export function worldsFor(heads: number, delegation: number): number {
  return Math.min(LIMITS.worlds, Math.max(1, Math.ceil(heads / (POWERS.length * delegation))));
}

/**
 * Where the next one sits, given who sits already: the seat with the fewest people; of those that are alike, the first of the
 * first world, so that one world is full of people before bots play in several. Once all seats are full: an observer, of the
 * world that has fewest. Once all worlds are over, everybody who comes observes.
 */
export function nextPlace(taken: readonly NumberedPlace[], seating: Seating): NumberedPlace {
  const { worlds, delegation, over, places } = seating;
  const all = Array.from({ length: worlds }, (_, i) => i + 1);
  const open = all.filter((world) => !over?.has(world));
  const counted = countOf(taken);
  const room = (world: number, where: Where): number =>
    places?.[world - 1]?.[where] ?? (where === 'observer' ? Number.POSITIVE_INFINITY : delegation);
  const emptiest = <W extends Where>(numbers: readonly number[], wheres: readonly W[]) =>
    numbers
      .flatMap((world) => wheres.map((where) => ({ world, where, people: counted(world, where) })))
      .filter(({ world, where, people }) => people < room(world, where))
      .reduce<Counted<W> | null>((best, one) => (best === null || one.people < best.people ? one : best), null);
  const seat = emptiest(open, POWERS);
  if (seat !== null) return { role: 'delegate', world: seat.world, power: seat.where };
  const watched = emptiest(open.length > 0 ? open : all, ['observer']);
  if (watched === null) return nextPlace(taken, { ...seating, places: undefined });
  const task = OBSERVER_TASKS[watched.people % OBSERVER_TASKS.length] ?? OBSERVER_TASKS[0];
  return { role: 'observer', world: watched.world, task };
}

interface Counted<W extends Where> {
  readonly world: number;
  readonly where: W;
  readonly people: number;
}

/** So many people, as they would sit if all came and nobody were moved. */
export function arrange(
  heads: number,
  wish: Pick<Seating, 'delegation' | 'places'> & { readonly worlds?: number },
): readonly ArrangedWorld[] {
  const seating = { ...wish, worlds: wish.worlds ?? worldsFor(heads, wish.delegation) };
  const taken: NumberedPlace[] = [];
  for (let i = 0; i < heads; i++) taken.push(nextPlace(taken, seating));
  const counted = countOf(taken);
  return Array.from({ length: seating.worlds }, (_, i) => {
    const number = i + 1;
    const seat = (power: Power) => portfoliosFor(counted(number, power));
    const observers = taken.flatMap((place) => (place.role === 'observer' && place.world === number ? [place.task] : []));
    return { number, seats: { us: seat('us'), ru: seat('ru'), cn: seat('cn') }, observers };
  });
}

/** How many sit in a seat of a world, or observe there. */
function countOf(taken: readonly NumberedPlace[]): (world: number, where: Where) => number {
  const counts = new Map<string, number>();
  for (const place of taken) {
    const key = `${place.world} ${place.role === 'delegate' ? place.power : 'observer'}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (world, where) => counts.get(`${world} ${where}`) ?? 0;
}

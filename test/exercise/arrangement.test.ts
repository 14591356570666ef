import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, type NumberedPlace, nextPlace, portfoliosFor, worldsFor } from '../../shared/exercise/arrangement.ts';
import { LIMITS } from '../../shared/limits.ts';
import { PORTFOLIOS } from '../../shared/protocol/portfolio.ts';
import { POWERS } from '../../shared/scenario/names.ts';

const HEADS = Array.from({ length: 60 }, (_, i) => i + 1);
const SIZES = Array.from({ length: LIMITS.delegation }, (_, i) => i + 1);
const CASES = HEADS.flatMap((heads) => SIZES.map((delegation) => ({ heads, delegation })));

/** How many sit in each seat, by arithmetic alone: the floor of the mean everywhere, and one more in the first of them. */
function sizesByArithmetic(heads: number, worlds: number, delegation: number): readonly number[] {
  const seats = 3 * worlds;
  const seated = Math.min(heads, seats * delegation);
  return Array.from({ length: seats }, (_, i) => Math.floor(seated / seats) + (i < seated % seats ? 1 : 0));
}

const sizesOf = (worlds: ReturnType<typeof arrange>): readonly number[] =>
  worlds.flatMap(({ seats }) => POWERS.map((power) => seats[power].length));

describe('an arrangement of 1 to 60 people in delegations of 1 to 8', () => {
  it('seats as many in each seat as arithmetic says: no seat is empty while another has two', () => {
    for (const { heads, delegation } of CASES) {
      const worlds = arrange(heads, { delegation });
      expect(sizesOf(worlds), `${heads} by ${delegation}`).toEqual(sizesByArithmetic(heads, worlds.length, delegation));
    }
  });

  it('finds worlds enough that nobody has to watch, and not one more', () => {
    for (const { heads, delegation } of CASES) {
      const worlds = arrange(heads, { delegation });
      expect(worlds.flatMap(({ observers }) => observers)).toEqual([]);
      if (worlds.length > 1) expect(heads).toBeGreaterThan((worlds.length - 1) * 3 * delegation);
    }
  });

  it('gives every delegation all portfolios and one head of state, and nobody nothing', () => {
    for (const size of SIZES) {
      const held = portfoliosFor(size);
      expect(held.length).toBe(size);
      expect(new Set(held.flat())).toEqual(new Set(PORTFOLIOS));
      expect(held.filter((one) => one.includes('head-of-state')).length).toBe(1);
      expect(held.every((one) => one.length > 0)).toBe(true);
    }
  });

  it('with fewer worlds than it takes, makes whoever is over an observer with a task, evenly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 20 }),
        (heads, delegation, worlds) => {
          const arranged = arrange(heads, { delegation, worlds });
          const seated = sizesOf(arranged).reduce((sum, size) => sum + size, 0);
          const observers = arranged.map((world) => world.observers.length);
          expect(seated).toBe(Math.min(heads, 3 * worlds * delegation));
          expect(seated + observers.reduce((sum, count) => sum + count, 0)).toBe(heads);
          expect(Math.max(...observers) - Math.min(...observers)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('who comes next', () => {
  it('is never seated in a world that is over, and observes once all are', () => {
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4]), fc.integer({ min: 0, max: 30 }), (over, heads) => {
        const taken: NumberedPlace[] = [];
        for (let i = 0; i < heads; i++) taken.push(nextPlace(taken, { worlds: 4, delegation: 2, over: new Set(over) }));
        if (over.length === 4) expect(taken.every(({ role }) => role === 'observer')).toBe(true);
        else expect(taken.filter(({ world }) => over.includes(world))).toEqual([]);
      }),
    );
  });

  it('gets a seat that nobody has less people in, whoever left or was moved before', () => {
    const place = fc.record({ world: fc.integer({ min: 1, max: 4 }), power: fc.constantFrom(...POWERS) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), fc.integer({ min: 1, max: 8 }), (places, delegation) => {
        const taken = places.map((one): NumberedPlace => ({ role: 'delegate', ...one }));
        const size = (world: number, power: string): number =>
          places.filter((one) => one.world === world && one.power === power).length;
        const smallest = Math.min(...[1, 2, 3, 4].flatMap((world) => POWERS.map((power) => size(world, power))));
        const next = nextPlace(taken, { worlds: 4, delegation });
        if (smallest >= delegation) expect(next.role).toBe('observer');
        else if (next.role === 'delegate') expect(size(next.world, next.power)).toBe(smallest);
        else expect.unreachable('there is a seat');
      }),
    );
  });

  it('fills one world with people before bots play in several', () => {
    expect(arrange(4, { delegation: 2, worlds: 3 }).map(({ seats }) => POWERS.map((power) => seats[power].length))).toEqual([
      [1, 1, 1],
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('goes where he was planned to, and once all who were planned have come, where he would have gone without a plan', () => {
    const seat = fc.integer({ min: 0, max: LIMITS.delegation });
    const world = fc.record({ us: seat, ru: seat, cn: seat, observer: fc.integer({ min: 0, max: 5 }) });
    fc.assert(
      fc.property(fc.array(world, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 8 }), (places, delegation) => {
        const heads = places.reduce((sum, { us, ru, cn, observer }) => sum + us + ru + cn + observer, 0);
        const arranged = arrange(heads, { delegation, worlds: places.length, places });
        expect(
          arranged.map(({ seats: { us, ru, cn }, observers }) => ({
            us: us.length,
            ru: ru.length,
            cn: cn.length,
            observer: observers.length,
          })),
        ).toEqual(places);
        const taken = places.flatMap((one, i): readonly NumberedPlace[] => [
          ...POWERS.flatMap((power) => Array(one[power]).fill({ role: 'delegate', world: i + 1, power })),
          ...Array(one.observer).fill({ role: 'observer', world: i + 1, task: 'perceptions' }),
        ]);
        const seating = { worlds: places.length, delegation };
        expect(nextPlace(taken, { ...seating, places })).toEqual(nextPlace(taken, seating));
      }),
    );
  });

  it('knows that 27 pupils of three to a seat make three worlds, and 60 alone in their seats make twenty', () => {
    expect(worldsFor(27, 3)).toBe(3);
    expect(worldsFor(60, 1)).toBe(20);
    expect(worldsFor(1, 8)).toBe(1);
  });
});

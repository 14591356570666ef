import { afterEach, describe, expect, it } from 'vitest';
import { arrangementOf, change, moveOne, type Plan, plan, requestOf, type Spot } from '../../client/model/prepare.ts';
import { LIMITS } from '../../shared/limits.ts';
import { createExerciseSchema } from '../../shared/protocol/exercise.ts';

const atFirst = plan.value;
afterEach(() => {
  plan.value = atFirst;
});

const spot = (world: number, where: Spot['where']): Spot => ({ world, where });
const sizes = (chosen: Plan): string =>
  arrangementOf(chosen)
    .map(({ seats, observers }) => [seats.us, seats.ru, seats.cn, observers].map((people) => people.length).join(''))
    .join(' ');
const request = () => requestOf(plan.value, { title: 'Class', nickname: 'Teacher' });

function move(from: Spot, to: Spot): boolean {
  const places = moveOne(plan.value, from, to);
  if (places !== null) change({ places });
  return places !== null;
}

describe('who is expected', () => {
  it('is moved from seat to seat and from world to world, and the exercise is asked for as it was arranged', () => {
    change({ heads: 12, delegation: 2, worlds: 2 });
    expect(sizes(plan.value)).toBe('2220 2220');
    expect(request()).not.toHaveProperty('places');
    expect(move(spot(1, 'us'), spot(2, 'cn'))).toBe(true);
    expect(move(spot(1, 'ru'), spot(1, 'observer'))).toBe(true);
    expect(sizes(plan.value)).toBe('1121 2230');
    const asked = createExerciseSchema.parse(request());
    expect(asked.places).toEqual([
      { us: 1, ru: 1, cn: 2, observer: 1 },
      { us: 2, ru: 2, cn: 3, observer: 0 },
    ]);
  });

  it('is not moved from where nobody is, to where he is, or into a seat that is full', () => {
    change({ heads: 12, delegation: 2, worlds: 2 });
    expect(move(spot(1, 'observer'), spot(1, 'us'))).toBe(false);
    expect(move(spot(1, 'us'), spot(1, 'us'))).toBe(false);
    for (const from of ['us', 'us', 'cn', 'cn'] as const) move(spot(2, from), spot(1, 'us'));
    for (const from of ['ru', 'ru'] as const) move(spot(2, from), spot(1, 'us'));
    expect(sizes(plan.value)).toBe(`${LIMITS.delegation}220 0000`);
    expect(move(spot(1, 'ru'), spot(1, 'us'))).toBe(false);
    expect(move(spot(1, 'us'), spot(2, 'us'))).toBe(true);
  });

  it('is seated anew with other people or other worlds, and stays where he was moved with another name or scenario', () => {
    change({ heads: 12, delegation: 2, worlds: 2 });
    move(spot(1, 'us'), spot(2, 'cn'));
    change({ title: 'Year 11', scenario: 'quick' });
    expect(sizes(plan.value)).toBe('1220 2230');
    change({ heads: 6 });
    expect(sizes(plan.value)).toBe('1110 1110');
  });
});

import { expect, test } from 'vitest';
import { comeToClass, openClass } from './class.ts';
import { openHouse, until } from './house.ts';

test('an inject of the list, let happen everywhere, comes only where it has not been yet, and nowhere a second time', async () => {
  const house = await openHouse();
  try {
    const desk = await openClass(house.origin, { scenario: 'best-offense-2016' });
    const [one, two] = [await comeToClass(house.origin, desk.code, 'One'), desk.view().worlds.find(({ number }) => number === 2)];
    await desk.ask('begin', { world: 'all', override: true });
    const { world } = one.admission.place;
    const give = (where: string | undefined) => desk.ask('msel', { world: where, inject: 'radar-outage' });
    const fired = () => desk.view().msel.find(({ id }) => id === 'radar-outage')?.fired ?? [];
    expect(await give(world)).toMatchObject({ ok: true });
    expect(await give('all')).toMatchObject({ ok: true });
    await until(() => fired().length > 1);
    const played = { refusal: { key: 'refusal.inject-played' } };
    for (const where of ['all', world]) expect(await give(where)).toMatchObject(played);
    expect(
      fired()
        .map((line) => line.world)
        .sort(),
    ).toEqual([world, two?.code].sort());
    expect(one.told()?.bulletins).toHaveLength(1);
  } finally {
    await house.close();
  }
}, 60_000);

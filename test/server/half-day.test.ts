import { afterEach, describe, expect, test } from 'vitest';
import { advance, comeToClass, type Desk, openClass, type Pupil } from './class.ts';
import { type House, openHouse, until } from './house.ts';

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

async function opened(): Promise<string> {
  const house = await openHouse();
  houses.push(house);
  return house.origin;
}

const turnOf = (desk: Desk): number => desk.view().worlds[0]?.turn ?? 0;
const fired = (desk: Desk, id: string) => desk.view().msel.find((line) => line.id === id)?.fired ?? [];

async function playTurn(desk: Desk): Promise<void> {
  const turn = turnOf(desk);
  for (let i = 0; i < 40 && turnOf(desk) === turn && desk.view().worlds[0]?.stage === 'playing'; i++) {
    await advance(desk);
    await new Promise((done) => setTimeout(done, 300));
  }
}

describe('a half day with a scripted list of events', { timeout: 90_000 }, () => {
  test('fires what is timed once at its turn, what is conditional once it is so, and what is by hand when the facilitator says', async () => {
    const desk = await openClass(await opened(), {
      scenario: 'best-offense-2016',
      clock: 'half-day',
      worlds: 1,
      theories: 'scenario',
    });
    const origin = houses[0]?.origin ?? '';
    const people: Pupil[] = [];
    for (let i = 0; i < 6; i++) people.push(await comeToClass(origin, desk.code, `Officer ${i + 1}`));
    await desk.ask('begin', { world: 'all', override: false });
    expect(fired(desk, 'press-question')).toEqual([]);
    expect(await desk.ask('msel', { world: 'all', inject: 'radar-outage' })).toMatchObject({ ok: true });
    expect(await desk.ask('msel', { world: 'all', inject: 'no-such' })).toMatchObject({
      refusal: { key: 'refusal.no-such-inject' },
    });
    await until(() => fired(desk, 'radar-outage').length === 1);
    const before = desk.view().worlds[0]?.tension ?? 0;
    await playTurn(desk);
    const [line] = people;
    await until(() => line?.views.at(-1)?.view.effects.some(({ because }) => because.key === 'why.inject') === true);
    expect(desk.view().worlds[0]?.tension).not.toBe(before);
    while (turnOf(desk) < 4 && desk.view().worlds[0]?.stage === 'playing') await playTurn(desk);
    await until(() => fired(desk, 'press-question').length === 1);
    expect(fired(desk, 'press-question')).toMatchObject([{ turn: 4 }]);
    await until(() => people.every((one) => one.told()?.bulletins.some(({ turn }) => turn === 4) === true));
    const lift = { words: 'Alarm.', language: 'en', to: 'all', effects: [{ subject: 'world', variable: 'tension', add: 100 }] };
    expect(fired(desk, 'call-at-any-hour')).toEqual([]);
    await desk.ask('inject', { world: 'all', inject: lift });
    await playTurn(desk);
    await until(() => fired(desk, 'call-at-any-hour').length === 1);
    expect(desk.view().worlds[0]?.tension).toBeGreaterThanOrEqual(75);
    expect(fired(desk, 'press-question')).toHaveLength(1);
  });

  test('comes again when its turn is undone and played once more', async () => {
    const desk = await openClass(await opened(), {
      scenario: 'best-offense-2016',
      clock: 'half-day',
      worlds: 1,
      theories: 'scenario',
    });
    await desk.ask('begin', { world: 'all', override: true });
    await until(() => desk.view().worlds[0]?.stage === 'playing');
    while (turnOf(desk) < 4 && desk.view().worlds[0]?.stage === 'playing') await playTurn(desk);
    await until(() => fired(desk, 'press-question').length === 1);
    await desk.ask('rewind', { world: 'all', toTurn: 2, luck: 'same' });
    await until(() => turnOf(desk) === 3);
    expect(fired(desk, 'press-question')).toEqual([]);
    await desk.ask('resume', { world: 'all' });
    await playTurn(desk);
    await until(() => fired(desk, 'press-question').length === 1);
  });
});

test('a rehearsal plays by itself to the end, with nobody there but the facilitator', async () => {
  const desk = await openClass(await opened(), { scenario: 'lesson', clock: 'untimed', worlds: 2, rehearsalMs: 200 });
  expect(await desk.ask('begin', { world: 'all', override: true })).toMatchObject({ ok: true });
  await until(() => desk.view().worlds.every(({ stage }) => stage === 'over'), 60_000);
}, 90_000);

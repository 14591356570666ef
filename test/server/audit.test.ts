import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { comeToClass, openClass } from './class.ts';
import { openHouse, until } from './house.ts';

const LANGUAGES = ['en', 'ru', 'zh'].map(
  (language) => JSON.parse(readFileSync(`assets/text/${language}.json`, 'utf8')) as Readonly<Record<string, unknown>>,
);

test('the record of what facilitators did says which way it went, with which luck, and who was moved where', async () => {
  const house = await openHouse();
  try {
    const desk = await openClass(house.origin, { worlds: 1 });
    const pupil = await comeToClass(house.origin, desk.code, 'One');
    const { world } = pupil.admission.place;
    const deeds: readonly (readonly [name: string, body: object, detail: string, how: string])[] = [
      ['begin', { world, override: true }, '', ''],
      ['freeze', { world, isFrozen: true }, '', 'on'],
      ['freeze', { world, isFrozen: false }, '', 'off'],
      ['mute', { participant: 'p1', isMuted: true }, 'p1', 'on'],
      ['mute', { participant: 'p1', isMuted: false }, 'p1', 'off'],
      ['paper-seat', { world, power: 'ru', isOnPaper: true }, 'ru', 'on'],
      ['paper-seat', { world, power: 'ru', isOnPaper: false }, 'ru', 'off'],
      ['place', { participant: 'p1', world, power: 'cn', portfolios: [] }, 'p1', 'cn'],
      ['place', { participant: 'p1', world, power: null, portfolios: [] }, 'p1', 'observer'],
      ['rewind', { world, toTurn: 0, luck: 'same' }, '0', 'same'],
      ['rewind', { world, toTurn: 0, luck: 'new' }, '0', 'new'],
    ];
    for (const [name, body] of deeds) expect(await desk.ask(name, body), name).toMatchObject({ ok: true });
    await until(() => desk.view().audit.length >= deeds.length);
    expect(desk.view().audit.map(({ name, detail, how }) => [name, detail, how])).toEqual(
      deeds.map(([name, , detail, how]) => [name, detail, how]),
    );
    // Each way has words of its own in every language; a seat is told by its name.
    const keys = deeds.map(([name, , , how]) => (how === '' || how === 'cn' ? `audit.${name}` : `audit.${name}.${how}`));
    for (const texts of LANGUAGES) expect(new Set(keys.map((key) => texts[key])).size).toBe(new Set(keys).size);
    for (const texts of LANGUAGES) expect(keys.filter((key) => typeof texts[key] !== 'string')).toEqual([]);
  } finally {
    await house.close();
  }
}, 60_000);

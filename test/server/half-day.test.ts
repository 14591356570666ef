import { afterEach, describe, expect, test } from 'vitest';
import { REHEARSAL_SPEEDS } from '../../client/model/prepare.ts';
import { type RecordFile, readRecord } from '../../shared/export/record-file.ts';
import { replay } from '../../shared/game/record.ts';
import { boardOf } from '../game/play.ts';
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

const moment = (desk: Desk): string => {
  const { stage, turn, round } = desk.view().worlds[0] ?? {};
  return `${stage} ${turn} ${round}`;
};

async function playTurn(desk: Desk): Promise<void> {
  const turn = turnOf(desk);
  while (turnOf(desk) === turn && desk.view().worlds[0]?.stage === 'playing') {
    const before = moment(desk);
    await advance(desk);
    await until(() => moment(desk) !== before);
  }
}

async function taken(desk: Desk, file: string): Promise<string> {
  const world = desk.view().worlds[0]?.code;
  const headers = { authorization: desk.bearer, connection: 'close' };
  const answer = await fetch(`${houses[0]?.origin}/api/matches/${world}/export/${file}`, { headers });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.text();
}

/** The debrief: a card that each answers, and what is taken away of the game with the list of events as it came. */
async function debrief(desk: Desk, people: readonly Pupil[]): Promise<void> {
  await desk.ask('hot-wash', { question: 'turning-point' });
  await until(() => people.every((one) => one.told()?.hotWash === 'turning-point'));
  await Promise.all(people.map((one, i) => one.ask('answer', { question: 'turning-point', words: `Turn ${i}` })));
  await until(() => desk.view().answers.length === people.length);
  await until(() => people.every(({ records }) => records.length > 0));
  const record = readRecord(await taken(desk, 'record.json')) as RecordFile;
  expect(replay(boardOf('best-offense-2016'), record).verified).toBe(true);
  const came = record.bulletins.map(({ inject, turn }) => `${inject} ${turn}`);
  expect(came).toEqual(expect.arrayContaining(['radar-outage 1', 'press-question 4', 'call-at-any-hour 5']));
  const turns = record.steps.filter(({ type }) => type === 'turn').length;
  expect(turns).toBe(TURNS);
  const rows = (await taken(desk, 'turns.csv')).trim().split('\r\n');
  expect(rows.slice(1).map((row) => Number(row.split(',')[0]))).toEqual(Array.from({ length: turns + 1 }, (_, turn) => turn));
}

/** As its scenario has them. */
const TURNS = 8;

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
    while (desk.view().worlds[0]?.stage === 'playing') await playTurn(desk);
    await debrief(desk, people);
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

test('a rehearsal plays by itself to the end, with nobody there but the facilitator, and at its slowest in five minutes', async () => {
  const desk = await openClass(await opened(), { scenario: 'best-offense-2016', clock: 'untimed', worlds: 1, rehearsalMs: 200 });
  expect(await desk.ask('begin', { world: 'all', override: true })).toMatchObject({ ok: true });
  await until(() => desk.view().worlds.every(({ stage }) => stage === 'over'), 60_000);
  const { steps, content } = readRecord(await taken(desk, 'record.json')) as RecordFile;
  const most = content.turns * (1 + content.parameters.crisis.rounds);
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.length).toBeLessThanOrEqual(most);
  expect(most * Math.max(...REHEARSAL_SPEEDS)).toBeLessThanOrEqual(5 * 60_000);
}, 90_000);

import { afterEach, describe, expect, test } from 'vitest';
import { type RecordFile, readRecord } from '../../shared/export/record-file.ts';
import { replay } from '../../shared/game/record.ts';
import { boardOf } from '../game/play.ts';
import { advance, comeToClass, type Desk, openClass, type Pupil } from './class.ts';
import { type House, openHouse, until } from './house.ts';

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

interface Class {
  readonly origin: string;
  readonly desk: Desk;
  /** A delegate of each power, and one who watches. */
  readonly people: readonly Pupil[];
  readonly world: string;
}

async function classOfFour(): Promise<Class> {
  const house = await openHouse();
  houses.push(house);
  const desk = await openClass(house.origin, { worlds: 1, delegation: 1 });
  const people: Pupil[] = [];
  for (let i = 1; i <= 4; i++) people.push(await comeToClass(house.origin, desk.code, `Pupil ${i}`));
  await desk.ask('begin', { world: 'all', override: true });
  return { origin: house.origin, desk, people, world: desk.view().worlds[0]?.code ?? '' };
}

const turnOf = (desk: Desk): number => desk.view().worlds[0]?.turn ?? 0;

async function recordFor({ origin, world }: Class, bearer: string, anonymous = ''): Promise<RecordFile | number> {
  const headers = { authorization: bearer, connection: 'close' };
  const answer = await fetch(`${origin}/api/matches/${world}/export/record.json${anonymous}`, { headers });
  return answer.ok ? (readRecord(await answer.text()) as RecordFile) : answer.status;
}

describe('what is kept of a world beside its game', { timeout: 60_000 }, () => {
  test('is in its record once it is over: notes for who leads, words and undone turns for all, nothing of it in the hashes', async () => {
    const room = await classOfFour();
    const { desk, people } = room;
    const [us, , , observer] = people as [Pupil, Pupil, Pupil, Pupil];
    expect(observer.admission.place.role).toBe('observer');
    expect(await desk.ask('note', { world: 'all', words: 'Slow to begin.', about: 0 })).toMatchObject({ ok: true });
    expect(await observer.ask('observe' as 'say', { words: 'Nobody asked China.', about: 1 })).toMatchObject({ ok: true });
    await advance(desk);
    await until(() => turnOf(desk) === 2);
    await desk.ask('message', { world: 'all', to: 'all', words: 'This will be undone.', language: 'en' });
    await desk.ask('rewind', { world: 'all', toTurn: 0, luck: 'same' });
    await until(() => turnOf(desk) === 1);
    expect(desk.view().worlds[0]?.undone).toMatchObject([{ turn: 1 }]);
    await desk.ask('resume', { world: 'all' });
    await desk.ask('message', { world: 'all', to: 'us', words: 'For your eyes.', language: 'en' });
    await advance(desk);
    await until(() => turnOf(desk) === 2);
    expect(await recordFor(room, desk.bearer)).toBe(403);
    await until(() => desk.view().worlds[0]?.bulletins.length === 1);
    const about = { about: 1, language: 'en', event: desk.view().worlds[0]?.bulletins[0]?.id };
    expect(await desk.ask('note', { world: room.world, words: 'They read it aloud.', ...about })).toMatchObject({ ok: true });
    expect(await desk.ask('note', { world: room.world, words: 'Of nothing.', ...about, event: 'none' })).toMatchObject({
      ok: false,
    });
    await desk.ask('end', { world: 'all' });
    await until(() => desk.view().worlds[0]?.stage === 'over');
    await until(() => us.told()?.undone.length === 1);

    const led = (await recordFor(room, desk.bearer)) as RecordFile;
    expect(led.notes).toMatchObject([
      { turn: 0, by: 'Teacher', role: 'facilitator', words: 'Slow to begin.' },
      { turn: 1, by: 'Pupil 4', role: 'observer', words: 'Nobody asked China.' },
      { turn: 1, words: 'They read it aloud.', language: 'en', event: { words: 'For your eyes.', language: 'en' } },
    ]);
    expect(led.bulletins).toMatchObject([{ turn: 1, to: 'us', words: 'For your eyes.' }]);
    expect(led.undone).toMatchObject([{ turn: 1 }]);
    expect(led.undone[0]?.undoneMs).toBeGreaterThanOrEqual(led.undone[0]?.playedMs ?? Number.POSITIVE_INFINITY);
    expect(replay(boardOf('quick'), led).verified).toBe(true);

    const pupils = (await recordFor(room, us.bearer)) as RecordFile;
    expect(pupils).toEqual({ ...led, notes: [] });
    const bare = JSON.stringify(await recordFor(room, desk.bearer, '?anonymous=1'));
    for (const word of ['Teacher', 'Pupil', 'Slow to', 'Nobody asked', 'your eyes']) expect(bare).not.toContain(word);
    expect(JSON.parse(bare).notes).toMatchObject([
      { turn: 0, role: 'facilitator' },
      { turn: 1, role: 'observer' },
      { turn: 1, role: 'facilitator' },
    ]);
  });
});

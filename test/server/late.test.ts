/** Who comes late to an exercise: its worlds are still there, and he is not seated where it is over. */
import { afterEach, describe, expect, test } from 'vitest';
import { IDLE } from '../../server/rooms/match-room.ts';
import { comeToClass, openClass } from './class.ts';
import { create, type House, openHouse, post, until } from './house.ts';
import { WISH } from './table.ts';

const SHORT_MS = 200;
const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

async function house(...args: Parameters<typeof openHouse>): Promise<House> {
  const opened = await openHouse(...args);
  houses.push(opened);
  return opened;
}

const aWhile = () => new Promise((done) => setTimeout(done, 3 * SHORT_MS));

describe('an exercise that nobody has come to yet', { timeout: 60_000 }, () => {
  test('stays longer than an empty room, also after a restart; a match whose maker never came does not', async () => {
    const idle = { ...IDLE, freshMs: SHORT_MS, watchedMs: SHORT_MS, playedMs: SHORT_MS };
    const first = await openHouse(undefined, idle);
    const desk = await openClass(first.origin, { worlds: 3 });
    const match = await create(first.origin, { ...WISH, seat: null });
    await aWhile();
    expect((await post(first.origin, `/api/matches/${match.code}/join`, { nickname: 'Late' })).status).toBe(404);
    for (const nickname of ['One', 'Two', 'Three', 'Four']) await comeToClass(first.origin, desk.code, nickname);
    expect(desk.view().worlds).toHaveLength(3);
    await first.running.stop();
    const { origin } = await house(first.data, idle);
    await aWhile();
    for (let i = 0; i < 5; i++) await comeToClass(origin, desk.code, `Later ${i}`);
  });
});

describe('a world that is over', { timeout: 60_000 }, () => {
  test('takes nobody any more, neither who comes late nor who is moved; once all are over, who comes watches', async () => {
    const { origin } = await house();
    const desk = await openClass(origin);
    for (const nickname of ['One', 'Two']) await comeToClass(origin, desk.code, nickname);
    await desk.ask('begin', { world: 'all', override: true });
    const codeOf = (number: number) => desk.view().worlds.find((world) => world.number === number)?.code ?? '';
    await desk.ask('end', { world: codeOf(1) });
    const late = await comeToClass(origin, desk.code, 'Late');
    expect(late.admission).toMatchObject({ number: 2, place: { role: 'delegate', world: codeOf(2) } });
    expect(late.views.at(-1)?.place).toBe(late.admission.place.role === 'delegate' && late.admission.place.power);

    await until(() => desk.view().people.length === 3);
    const placeOf = (nickname: string) => desk.view().people.find((one) => one.nickname === nickname)?.place;
    const { id } = desk.view().people.find(({ nickname }) => nickname === 'Late') ?? {};
    const ended = { refusal: { key: 'refusal.ended' } };
    for (const power of ['cn', null])
      expect(await desk.ask('place', { participant: id, world: codeOf(1), power, portfolios: [] })).toMatchObject(ended);
    expect(await desk.ask('seat-bot', { world: codeOf(1), power: 'us', bot: 'dove' })).toMatchObject(ended);
    await desk.ask('note', { world: 'all', words: 'Seen.', about: 1 });
    await until(() => desk.view().notes.length === 1);
    expect(placeOf('Late')).toEqual(late.admission.place);
    expect(placeOf('One')).toMatchObject({ role: 'delegate', world: codeOf(1), power: 'us' });

    await desk.ask('end', { world: 'all' });
    const last = await comeToClass(origin, desk.code, 'Last');
    expect(last.admission.place.role).toBe('observer');
  });
});

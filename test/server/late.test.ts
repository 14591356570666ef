/** Who comes late to an exercise: its worlds are still there, and he is not seated where it is over. */
import { afterEach, describe, expect, test } from 'vitest';
import { IDLE } from '../../server/rooms/match-room.ts';
import { comeToClass, openClass } from './class.ts';
import { create, type House, openHouse, post } from './house.ts';
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

import { afterEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { CLOSE } from '../../shared/protocol/messages.ts';
import { comeToClass, type Desk, openClass } from './class.ts';
import { type House, join, newBearer, openHouse, post, until } from './house.ts';

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

async function opened(data?: string): Promise<House> {
  const house = await openHouse(data);
  houses.push(house);
  return house;
}

const idOf = (desk: Desk, nickname: string): string => desk.view().people.find((one) => one.nickname === nickname)?.id ?? '';

describe('who is sent out of an exercise', { timeout: 60_000 }, () => {
  test('goes, and comes in neither by its code, nor by his world’s, nor by a ticket from before, until he is let back to his place', async () => {
    const { origin } = await opened();
    const desk = await openClass(origin, { worlds: 1 });
    const pupil = await comeToClass(origin, desk.code, 'Rowdy');
    const other = await comeToClass(origin, desk.code, 'Calm');
    const closed: number[] = [];
    pupil.room.onLeave((why: number) => closed.push(why));
    other.room.onLeave(() => closed.push(0));
    await until(() => desk.view().people.length === 2);
    const { place, admission } = pupil.admission;
    const byCode = () => post(origin, `/api/exercises/${desk.code}/join`, { nickname: 'Rowdy' }, pupil.bearer);
    const toWorld = (what: string, body: object) => post(origin, `/api/matches/${admission.code}/${what}`, body, pupil.bearer);
    const early = (await (await byCode()).json()).admission.ticket as string;

    expect(await desk.ask('remove', { participant: idOf(desk, 'Rowdy') })).toMatchObject({ ok: true });
    await until(() => closed.length > 0);
    expect(closed).toEqual([CLOSE.removed]);
    for (const answer of [
      await byCode(),
      await toWorld('join', { seat: null, nickname: 'Rowdy' }),
      await toWorld('phrase', { phrase: 'one two three', nickname: 'Rowdy' }),
    ]) {
      expect(answer.status).toBe(410);
      expect(await answer.json()).toMatchObject({ key: 'refusal.removed' });
    }
    await expect(join(origin, admission.code, early)).rejects.toThrow();
    await until(() => desk.view().removed.length === 1);
    expect(desk.view().people.map(({ nickname }) => nickname)).toEqual(['Calm']);

    const [out] = desk.view().removed;
    expect(await desk.ask('readmit', { participant: out?.id })).toMatchObject({ ok: true });
    expect(await desk.ask('readmit', { participant: out?.id })).toMatchObject({ refusal: { key: 'refusal.not-removed' } });
    expect((await (await byCode()).json()).place).toEqual(place);
    await until(() => desk.view().removed.length === 0 && desk.view().audit.some(({ name }) => name === 'readmit'));
  });
});

describe('the places of an exercise', { timeout: 60_000 }, () => {
  test('are counted apart: a crowd at the wall keeps out neither who leads, nor who takes part, nor an observer of a world', async () => {
    const { origin } = await opened();
    const desk = await openClass(origin, { worlds: 1, delegation: 1 });
    const people = [];
    for (let i = 1; i <= 4; i++) people.push(await comeToClass(origin, desk.code, `Pupil ${i}`));
    const observer = people[3];
    const world = desk.view().worlds[0]?.code ?? '';
    const wall = (bearer = newBearer()) => post(origin, `/api/exercises/${desk.code}/console`, { nickname: 'x' }, bearer);
    const window = () => post(origin, `/api/matches/${world}/join`, { seat: null, nickname: 'x' });
    for (const door of [wall, window]) {
      const crowd = await Promise.all(Array.from({ length: LIMITS.spectators + 2 }, () => door()));
      expect(crowd.filter(({ status }) => status === 200)).toHaveLength(LIMITS.spectators);
      expect(crowd.filter(({ status }) => status === 503)).toHaveLength(2);
    }
    expect((await wall(desk.bearer)).status).toBe(200);
    expect((await wall(observer?.bearer)).status).toBe(200);
    // The observer's line broke: he comes back as his page does, by the code of his world.
    const back = await post(origin, `/api/matches/${world}/join`, { seat: null, nickname: 'Pupil 4' }, observer?.bearer);
    expect(back.status).toBe(200);
    const look = await post(origin, `/api/exercises/${desk.code}/look`, { world, as: 'all' }, desk.bearer);
    const guest = await join(origin, world, (await look.json()).ticket);
    expect(guest.views.at(-1)?.viewer).toBe('all');
  });
});

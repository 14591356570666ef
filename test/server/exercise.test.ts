import { afterEach, describe, expect, test } from 'vitest';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { advance, comeBack, comeToClass, type Desk, EXERCISE, openClass, type Pupil } from './class.ts';
import { come, type House, join, newBearer, openHouse, post, until } from './house.ts';

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

async function house(data?: string): Promise<House> {
  const opened = await openHouse(data);
  houses.push(opened);
  return opened;
}

const seatOf = ({ admission: { number, place } }: Pupil): string =>
  place.role === 'delegate' ? `${number} ${place.power}` : 'observer';
const turnsOf = (desk: Desk): readonly number[] =>
  [...desk.view().worlds].sort((a, b) => a.number - b.number).map(({ turn }) => turn);

async function pupils(origin: string, code: string, count: number): Promise<Pupil[]> {
  const come: Pupil[] = [];
  for (let i = 0; i < count; i++) come.push(await comeToClass(origin, code, `Pupil ${i + 1}`));
  return come;
}

describe('an exercise', { timeout: 60_000 }, () => {
  test('seats whoever comes: each seat of each world once before any twice, and says who he is to the facilitator alone', async () => {
    const { origin } = await house();
    const desk = await openClass(origin);
    const come = await pupils(origin, desk.code, 8);
    expect(come.slice(0, 6).map(seatOf).sort()).toEqual(
      [1, 2].flatMap((world) => POWERS.map((power) => `${world} ${power}`)).sort(),
    );
    expect(new Set(come.slice(6).map(seatOf)).size).toBe(2);
    await until(() => desk.view().people.length === 8);
    expect(desk.view().people.map(({ name }) => name)).toContain('Pupil 3 by name');
    for (const pupil of come) expect(JSON.stringify([pupil.views, pupil.told(), pupil.lines])).not.toContain('by name');
    expect(new Set(desk.view().worlds.map(({ theory }) => theory))).toEqual(new Set(['stabilise', 'destabilise']));
  });

  test('seats people as its facilitator has arranged them beforehand, and whoever comes beyond that as ever', async () => {
    const { origin } = await house();
    const places = [
      { us: 2, ru: 0, cn: 1, observer: 1 },
      { us: 0, ru: 1, cn: 0, observer: 0 },
    ];
    const desk = await openClass(origin, { places });
    const come = (await pupils(origin, desk.code, 6)).map(seatOf);
    expect(come.slice(0, 5)).toEqual(['1 us', '1 cn', '2 ru', '1 us', 'observer']);
    expect(come[5]).toBe('1 ru');
    const wish = { ...EXERCISE, places: [{ us: 9, ru: 0, cn: 0, observer: 0 }] };
    expect((await post(origin, '/api/exercises', wish)).status).toBe(400);
  });

  test('does not begin before its people are there and have practised, unless told to', async () => {
    const { origin } = await house();
    const desk = await openClass(origin, { worlds: 1 });
    await pupils(origin, desk.code, 2);
    expect(await desk.ask('begin', { world: 'all', override: false })).toMatchObject({ refusal: { key: 'refusal.gate' } });
    await until(() => desk.view().gate.length === 1);
    expect(desk.view().gate).toMatchObject([{ what: 'seat-empty' }]);
    expect(await desk.ask('begin', { world: 'all', override: true })).toMatchObject({ ok: true });
    await until(() => desk.view().worlds[0]?.stage === 'playing');
  });

  test('gives one who comes late the seat that a bot plays, and one who comes back his own', async () => {
    const { origin } = await house();
    const desk = await openClass(origin, { worlds: 1 });
    const [first] = await pupils(origin, desk.code, 2);
    await desk.ask('begin', { world: 'all', override: true });
    await until(() => desk.view().worlds.every(({ stage }) => stage === 'playing'));
    await advance(desk);
    const late = await comeToClass(origin, desk.code, 'Late');
    expect(late.views.at(-1)?.view.seat).toBe(late.admission.place.role === 'delegate' ? late.admission.place.power : null);
    expect(late.views.at(-1)?.view.state.world.turn).toBe(2);
    await first?.room.leave(true);
    const back = await comeToClass(origin, desk.code, 'Pupil 1', first?.bearer);
    expect(seatOf(back)).toBe(first && seatOf(first));
  });

  test('is led: frozen and let go, told a word for one seat alone, given news that count, wound back for all', async () => {
    const { origin } = await house();
    const desk = await openClass(origin, { worlds: 1 });
    const [us, ru] = await pupils(origin, desk.code, 3);
    await desk.ask('begin', { world: 'all', override: false });
    await desk.ask('freeze', { world: 'all', isFrozen: true });
    expect(await us?.ask('draft', { turn: 1, sheet: EMPTY_SHEET })).toMatchObject({ refusal: { key: 'refusal.frozen' } });
    await until(() => us?.told()?.isFrozen === true);
    await desk.ask('freeze', { world: 'all', isFrozen: false });
    await desk.ask('message', { world: 'all', to: 'us', words: 'Look at Korea.', language: 'en' });
    await until(() => us?.told()?.bulletins.length === 1);
    expect(ru?.told()?.bulletins ?? []).toEqual([]);
    const effects = [{ subject: 'world', variable: 'tension', add: 12 }];
    expect(
      await desk.ask('inject', { world: 'all', inject: { words: 'News.', language: 'en', to: 'all', effects } }),
    ).toMatchObject({ ok: true });
    const wrong = [{ subject: 'powers/us', variable: 'budget', add: 12 }];
    expect(
      await desk.ask('inject', { world: 'all', inject: { words: 'News.', language: 'en', to: 'all', effects: wrong } }),
    ).toMatchObject({
      refusal: { key: 'refusal.immovable' },
    });
    await until(() => desk.view().worlds.every(({ stage }) => stage === 'playing'));
    await advance(desk);
    await until(() => turnsOf(desk)[0] === 2);
    await desk.ask('rewind', { world: 'all', toTurn: 0, luck: 'same' });
    await until(() => turnsOf(desk)[0] === 1);
    await until(() => us?.views.at(-1)?.view.state.world.turn === 1);
    expect(desk.view().worlds[0]).toMatchObject({ branch: 1, stage: 'playing' });
    expect(desk.view().audit.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['freeze', 'message', 'inject', 'advance', 'rewind']),
    );
    expect(us?.told()?.bulletins).toEqual([]);
  });

  test('is moved about: a pupil into another world, a seat to a bot and onto paper', async () => {
    const { origin } = await house();
    const desk = await openClass(origin);
    const come = await pupils(origin, desk.code, 7);
    const mover = come[6] as Pupil;
    const other = desk.view().worlds.find(({ code }) => code !== mover.admission.place.world);
    await until(() => desk.view().people.length === 7);
    const { id } = desk.view().people.find(({ nickname }) => nickname === 'Pupil 7') ?? { id: '' };
    expect(await desk.ask('place', { participant: id, world: other?.code, power: 'cn', portfolios: [] })).toMatchObject({
      ok: true,
    });
    const back = await comeToClass(origin, desk.code, 'Pupil 7', mover.bearer);
    expect(back.admission.place).toMatchObject({ role: 'delegate', world: other?.code, power: 'cn' });
    await desk.ask('begin', { world: 'all', override: true });
    const world = come[0]?.admission.place.world;
    expect(await desk.ask('seat-bot', { world, power: 'us', bot: 'hawk' })).toMatchObject({ ok: true });
    await until(() => desk.view().people.some(({ place }) => place.role === 'observer'));
    await desk.ask('paper-seat', { world, power: 'us', isOnPaper: true });
    const sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] };
    expect(await desk.ask('paper', { world, power: 'us', sheet, lock: true })).toMatchObject({ ok: true });
    const seat = () =>
      desk
        .view()
        .worlds.find(({ code }) => code === world)
        ?.seats.find(({ power }) => power === 'us');
    await until(() => seat()?.drafted === 1);
    expect(seat()).toMatchObject({ isOnPaper: true, committed: true, people: [] });
  });

  test('is there again after the server was stopped and started: people, worlds, what was noted and asked', async () => {
    const first = await openHouse();
    const desk = await openClass(first.origin, { worlds: 1 });
    const [us] = await pupils(first.origin, desk.code, 3);
    await desk.ask('begin', { world: 'all', override: false });
    await until(() => desk.view().worlds.every(({ stage }) => stage === 'playing'));
    await advance(desk);
    await us?.ask('observe', { words: 'Они улыбались.', about: 1, language: 'ru' });
    await desk.ask('hot-wash', { question: 'surprised' });
    await us?.ask('answer', { question: 'surprised', words: 'How fast it went.', language: 'en' });
    await desk.ask('freeze', { world: 'all', isFrozen: true });
    await first.running.stop();
    const { origin } = await house(first.data);
    const again = await comeBack(origin, desk.code, desk.bearer);
    expect(again.view()).toMatchObject({
      notes: [{ words: 'Они улыбались.', about: 1, by: 'Pupil 1', language: 'ru' }],
      answers: [{ question: 'surprised', words: 'How fast it went.', language: 'en' }],
      worlds: [{ turn: 2, isFrozen: true }],
    });
    const back = await comeToClass(origin, desk.code, 'Pupil 1', us?.bearer);
    expect(seatOf(back)).toBe(us && seatOf(us));
  });

  test('is led by those who made it or were invited, and by nobody else', async () => {
    const { origin } = await house();
    const desk = await openClass(origin, { worlds: 1 });
    const stranger = await comeBack(origin, desk.code, newBearer()).catch(() => null);
    expect(await stranger?.ask('end', { world: 'all' })).toMatchObject({ refusal: { key: 'refusal.facilitator-only' } });
    const look = { world: desk.view().worlds[0]?.code, as: 'us' };
    expect((await post(origin, `/api/exercises/${desk.code}/look`, look)).status).toBe(403);
    const invited = await desk.ask('invite', {});
    const invitation = 'told' in invited ? (invited.told ?? '') : '';
    const second = newBearer();
    const partner = await comeBack(origin, desk.code, second, invitation);
    expect(await partner.ask('pause', { world: 'all' })).toMatchObject({ refusal: { key: 'refusal.not-begun' } });
    expect(
      (await post(origin, `/api/exercises/${desk.code}/console`, { nickname: 'Third', invitation }, newBearer())).status,
    ).toBe(403);
  });

  test('takes one in by an invitation, however many open it at once', async () => {
    const { origin } = await house();
    const desk = await openClass(origin, { worlds: 1 });
    const invited = await desk.ask('invite', {});
    const body = { nickname: 'Partner', invitation: 'told' in invited ? (invited.told ?? '') : '' };
    const opened = await Promise.all([1, 2, 3].map(() => post(origin, `/api/exercises/${desk.code}/console`, body, newBearer())));
    expect(opened.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    expect((await post(origin, `/api/exercises/${desk.code}/console`, body, newBearer())).status).toBe(403);
  });

  test('lets its facilitator look with any eyes, and a look is no seat', async () => {
    const { origin } = await house();
    const desk = await openClass(origin, { worlds: 1 });
    await desk.ask('begin', { world: 'all', override: true });
    const world = desk.view().worlds[0]?.code ?? '';
    const seen = new Set<string>();
    for (const as of [...POWERS, 'public', 'all']) {
      const admission = await (await post(origin, `/api/exercises/${desk.code}/look`, { world, as }, desk.bearer)).json();
      const guest = await join(origin, world, admission.ticket);
      expect(guest.views.at(-1)).toMatchObject({ viewer: as, place: 'public' });
      seen.add(JSON.stringify(guest.views.at(-1)?.view.state));
      expect(await guest.ask('lock', { turn: 1, sheet: EMPTY_SHEET })).toMatchObject({ ok: false });
    }
    expect(seen.size).toBe(5);
  });

  test('shows a facilitator the sheet that he wrote for a seat on paper, and nobody else’s', async () => {
    const { origin } = await house();
    const desk = await openClass(origin, { worlds: 1 });
    await pupils(origin, desk.code, 2);
    await desk.ask('begin', { world: 'all', override: true });
    const world = desk.view().worlds[0]?.code ?? '';
    await desk.ask('paper-seat', { world, power: 'us', isOnPaper: true });
    const sheet = { ...EMPTY_SHEET, orders: [{ kind: 'press', third: 'nk' }] };
    expect(await desk.ask('paper', { world, power: 'us', sheet, lock: true })).toMatchObject({ ok: true });
    const looked = async (as: string) => {
      const answer = await post(origin, `/api/exercises/${desk.code}/look`, { world, as }, desk.bearer);
      return (await join(origin, world, (await answer.json()).ticket)).views.at(-1);
    };
    expect(await looked('us')).toMatchObject({ draft: sheet, locked: true, place: 'public' });
    // What is compared afterwards begins with the start.
    expect(desk.view().worlds[0]?.course.map(({ turn }) => turn)).toEqual([0]);
    expect(await looked('ru')).toMatchObject({ draft: null, locked: false });
    expect(await looked('all')).toMatchObject({ draft: null, locked: false });
  });

  test('follows a pupil to his other device: his place, what is told him, and that he is muted', async () => {
    const { origin } = await house();
    const desk = await openClass(origin, { worlds: 1 });
    const [pupil] = await pupils(origin, desk.code, 3);
    if (!pupil) throw new Error('three have come');
    const { code } = pupil.admission.admission;
    await desk.ask('begin', { world: 'all', override: true });
    await until(() => desk.view().people.length === 3);
    const { id } = desk.view().people.find(({ nickname }) => nickname === 'Pupil 1') ?? { id: '' };
    await desk.ask('mute', { participant: id, isMuted: true });
    const words = await pupil.ask('phrase', {});
    const other = newBearer();
    const phrase = words.ok ? words.told : '';
    const moved = await post(origin, `/api/matches/${code}/phrase`, { phrase, nickname: 'Pupil 1' }, other);
    const guest = await join(origin, code, (await moved.json()).ticket);
    await desk.ask('freeze', { world: 'all', isFrozen: true });
    await until(() => guest.exercises.at(-1)?.isFrozen === true);
    await desk.ask('freeze', { world: 'all', isFrozen: false });
    await until(() => desk.view().people.find((one) => one.id === id)?.isHere === true);
    expect(desk.view().people).toHaveLength(3);
    const said = { to: 'all', words: 'Hello?', phrase: null, language: 'en' };
    expect(await guest.ask('say', said)).toMatchObject({ refusal: { key: 'refusal.muted' } });
  });

  test('leaves nothing when it is erased, and its worlds are nobody’s to join by their own codes', async () => {
    const { origin } = await house();
    const desk = await openClass(origin, { worlds: 1 });
    const world = desk.view().worlds[0]?.code ?? '';
    expect(await come(origin, world)).toMatchObject({ place: 'public' });
    expect(await desk.ask('erase', {})).toMatchObject({ ok: true });
    expect((await post(origin, `/api/exercises/${desk.code}/join`, { nickname: 'Late' })).status).toBe(404);
    expect((await post(origin, `/api/matches/${world}/join`, { nickname: 'Late' })).status).toBe(404);
  });
});

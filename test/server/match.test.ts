import { describe, expect, test } from 'vitest';
import { Match } from '../../server/match/match.ts';
import { remake } from '../../server/match/remake.ts';
import { stateOf } from '../../shared/game/game.ts';
import { recordOf, replay } from '../../shared/game/record.ts';
import { hashOf } from '../../shared/hash.ts';
import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { HOST, personOf, planFor, QUICK, SHELF, START_MS, sitDown, type Table } from './table.ts';

const turnOf = (table: Table): number => stateOf(table.match.game).world.turn;
const draft = (turn: number, sheet: Sheet) => ({ name: 'draft', body: { turn, sheet } }) as const;
const lock = (turn: number, sheet: Sheet) => ({ name: 'lock', body: { turn, sheet } }) as const;
const RUSSIAN = personOf('ru');
const PENAIDS: Sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] };

describe('a match', () => {
  test.each(['quick', 'best-offense-2016'])(
    'of bots plays %s to its end by the clock alone, and its record replays to the same states',
    async (scenario) => {
      const shelved = SHELF.get(scenario)!;
      const table = await sitDown(planFor({ seat: null }, shelved));
      for (let steps = 0; steps < 100 && !table.match.isOver; steps++) await table.pass(1000);
      expect(stateOf(table.match.game).world.phase).toBe('ended');
      const record = recordOf(table.match.game);
      expect(record.steps.length).toBeGreaterThan(3);
      expect(replay(shelved.board(), record).verified).toBe(true);
      expect(table.match.dueMs()).toBeNull();
    },
  );

  test('of bots stands still while nobody looks', async () => {
    const table = await sitDown(planFor({ seat: null }));
    await table.pass(1000);
    await table.here();
    const { length } = table.match.game.played;
    expect(length).toBe(1);
    expect(table.match.dueMs()).toBeNull();
    await table.pass(1_000_000);
    expect(table.match.game.played).toHaveLength(length);
  });

  test('with one person resolves at once when he locks: there is no grace period to wait out alone', async () => {
    const table = await sitDown();
    const answer = await table.ask(HOST, lock(1, PENAIDS));
    expect(answer).toMatchObject({ ok: true, receipt: { turn: 1, locked: true, orders: 1, returned: [] } });
    await table.pass(0);
    expect(table.match.game.played).toHaveLength(1);
  });

  test('takes the last saved draft at the deadline, and an empty sheet where nothing was saved', async () => {
    const table = await sitDown();
    await table.ask(HOST, draft(1, EMPTY_SHEET));
    await table.ask(HOST, draft(1, PENAIDS));
    await table.pass(59_999);
    expect(table.match.game.played).toHaveLength(0);
    await table.pass(1);
    expect(table.match.game.played[0]?.step).toMatchObject({ type: 'turn', sheets: { us: PENAIDS } });
    while (stateOf(table.match.game).world.phase === 'crisis') await table.pass(45_000);
    // From the second turn on there is time to read the last one as well.
    await table.pass(90_000);
    const last = table.match.game.played.filter((played) => played.step.type === 'turn').at(-1);
    expect(last?.step).toMatchObject({ sheets: { us: EMPTY_SHEET } });
  });

  test('without a clock waits for the lock however long it takes', async () => {
    const table = await sitDown(planFor({ clock: 'untimed', turnSeconds: undefined }));
    expect(table.match.dueMs()).toBeNull();
    await table.pass(10_000_000);
    expect(table.match.game.played).toHaveLength(0);
  });

  test('with two persons leaves five seconds after the last lock to take it back', async () => {
    const table = await sitDown(planFor({ friends: true }));
    await table.match.sit({ person: RUSSIAN, nickname: 'Ivan' }, 'ru');
    await table.ask(HOST, lock(1, PENAIDS));
    await table.ask(RUSSIAN, lock(1, EMPTY_SHEET));
    await table.pass(4900);
    expect(table.match.game.played).toHaveLength(0);
    expect(await table.ask(HOST, { name: 'unlock', body: { turn: 1 } })).toMatchObject({
      ok: true,
      receipt: { locked: false },
    });
    await table.pass(1000);
    expect(table.match.game.played).toHaveLength(0);
    await table.ask(HOST, lock(1, EMPTY_SHEET));
    await table.pass(5000);
    expect(table.match.game.played).toHaveLength(1);
  });

  test('refuses an illegal order with its reason and keeps the rest of the sheet', async () => {
    const table = await sitDown();
    const sheet: Sheet = { ...EMPTY_SHEET, orders: [{ kind: 'build', battery: 'no-such-battery' }, { kind: 'penaids' }] };
    const answer = await table.ask(HOST, lock(1, sheet));
    expect(answer).toMatchObject({
      ok: true,
      receipt: { orders: 2, returned: [{ what: 'order', index: 0, refusal: { refused: true } }] },
    });
    await table.pass(0);
    const { returned, state } = table.match.game.played[0]!;
    expect(returned.filter((back) => back.power === 'us').map((back) => back.index)).toEqual([0]);
    expect(Object.values(state.works).some((work) => work.owner === 'us' && work.what === 'penaids')).toBe(true);
  });

  test.each([
    ['another turn', draft(2, EMPTY_SHEET), 'refusal.stale-turn'],
    ['a choice without a crisis', { name: 'choose', body: { turn: 1, round: 1, choice: 'hold' } } as const, 'refusal.no-crisis'],
    ['an unlock of nothing', { name: 'unlock', body: { turn: 1 } } as const, 'refusal.not-locked'],
  ])('refuses %s', async (_what, action, key) => {
    expect(await (await sitDown()).ask(HOST, action)).toMatchObject({ ok: false, refusal: { key } });
  });

  test('takes nothing from a locked seat but its unlocking, and nothing for a seat that a bot holds', async () => {
    const table = await sitDown(planFor({ friends: true }));
    await table.match.sit({ person: RUSSIAN, nickname: 'Ivan' }, 'ru');
    await table.ask(HOST, lock(1, PENAIDS));
    expect(await table.ask(HOST, draft(1, EMPTY_SHEET))).toMatchObject({ ok: false, refusal: { key: 'refusal.locked' } });
    expect(await table.ask(personOf('cn'), draft(1, EMPTY_SHEET))).toMatchObject({
      ok: false,
      refusal: { key: 'refusal.not-your-seat' },
    });
  });

  test('counts silence in a crisis as holding, and watching for the third', async () => {
    const table = await tableInCrisis();
    const { crisis } = stateOf(table.match.game);
    expect(table.match.deadlineMs()).toBe(table.nowMs() + 75_000);
    await table.pass(75_000);
    const step = table.match.game.played.at(-1)!.step;
    const party = crisis.first === 'us' || crisis.second === 'us';
    expect(step.type === 'round' && step.choices.us).toBe(party ? 'hold' : 'watch');
  });

  test('lets a seat choose in a crisis what its place allows, and no more', async () => {
    const table = await tableInCrisis();
    const { crisis, world } = stateOf(table.match.game);
    const party = crisis.first === 'us' || crisis.second === 'us';
    const choose = (choice: 'hold' | 'watch', round = crisis.round) =>
      ({ name: 'choose', body: { turn: world.turn, round, choice } }) as const;
    expect(await table.ask(HOST, choose(party ? 'watch' : 'hold'))).toMatchObject({
      refusal: { key: 'refusal.choice-not-yours' },
    });
    expect(await table.ask(HOST, choose('hold', crisis.round + 1))).toMatchObject({
      refusal: { key: 'refusal.stale-round' },
    });
    expect(await table.ask(HOST, draft(world.turn, EMPTY_SHEET))).toMatchObject({ refusal: { key: 'refusal.not-orders' } });
    expect(await table.ask(HOST, choose(party ? 'hold' : 'watch'))).toMatchObject({ ok: true });
    await table.pass(0);
    expect(table.match.game.played.at(-1)!.step.type).toBe('round');
  });

  test('logs before it answers, and what the log refuses has not happened', async () => {
    const { match } = await sitDown();
    const { game, table } = match;
    const journal = { append: () => Promise.reject(new Error('disk full')) };
    const broken = new Match(match.plan, { journal, nowMs: () => START_MS }, { game, table });
    await expect(broken.act({ person: HOST, nickname: '' }, 'request', lock(1, PENAIDS))).rejects.toThrow('disk full');
    expect(broken.hasCommitted('us')).toBe(false);
    expect(broken.table).toEqual(table);
  });

  test('is the same game again from the same seed and sheets, bots included', async () => {
    const play = async (): Promise<string> => {
      const table = await sitDown();
      for (let i = 0; i < 60 && !table.match.isOver; i++) await table.pass(60_000);
      return hashOf(table.match.game.played.map((played) => played.step));
    };
    expect(await play()).toBe(await play());
  });

  test('is re-made from its log where it stood: state, draft and clock', async () => {
    const table = await sitDown();
    await table.pass(60_000);
    await table.ask(HOST, draft(turnOf(table), PENAIDS));
    const resumed = remake(table.match.plan, table.log);
    if (isRefusal(resumed)) throw new Error(resumed.key);
    const again = await sitDown(table.match.plan, {}, resumed);
    expect(stateOf(again.match.game)).toEqual(stateOf(table.match.game));
    expect(again.match.table).toEqual(table.match.table);
    expect(again.match.deadlineMs()).toBe(table.match.deadlineMs());
  });

  test('is not re-made when the rules have changed since: the hash tells', async () => {
    const table = await sitDown();
    await table.pass(60_000);
    const forged = table.log.map((line) =>
      line.entry.kind === 'resolved' ? { ...line, entry: { ...line.entry, hash: '0' } } : line,
    );
    expect(remake(table.match.plan, forged)).toMatchObject({
      refused: true,
      key: 'refusal.log-differs',
    });
  });

  test('with a mistake in the rules stands still, says so, and harms nothing else', async () => {
    const table = await sitDown();
    const events: string[] = [];
    table.match.listen((event) => events.push(event.what));
    Object.defineProperty(table.match.plan.board, 'scenario', { value: undefined, configurable: true });
    try {
      await table.pass(60_000).catch(() => undefined);
    } finally {
      // The board is shared by all tests of this file.
      Object.defineProperty(table.match.plan.board, 'scenario', { value: QUICK.scenario, configurable: true, enumerable: true });
    }
    expect(events).toContain('broken');
    expect(await table.ask(HOST, draft(1, EMPTY_SHEET))).toMatchObject({ ok: false, refusal: { key: 'refusal.broken' } });
  });
});

/** A game with a person in it that a seed brings into a crisis. */
async function tableInCrisis(): Promise<Table> {
  for (let seed = 0; seed < 60; seed++) {
    const table = await sitDown(
      planFor({ bots: { us: 'hawk', ru: 'hawk', cn: 'hawk' }, seed: `crisis ${seed}` }, SHELF.get('best-offense-2016')!),
    );
    for (let turn = 0; turn < 8 && !table.match.isOver; turn++) {
      await table.ask(HOST, lock(turnOf(table), EMPTY_SHEET));
      await table.pass(0);
      if (stateOf(table.match.game).world.phase === 'crisis') return table;
    }
  }
  throw new Error('no seed of sixty led to a crisis');
}

import { describe, expect, test } from 'vitest';
import { clockFor } from '../../server/match/clock.ts';
import { remake } from '../../server/match/remake.ts';
import type { Board } from '../../shared/capability/board.ts';
import { stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import type { ClockName } from '../../shared/protocol/clocks.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { HOST, personOf, planFor, QUICK, sitDown, type Table, threeSit } from './table.ts';

const RUSSIAN = personOf('ru');
const CHINESE = personOf('cn');
const PENAIDS: Sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] };
const pause = { name: 'pause', body: {} } as const;
const resume = { name: 'resume', body: {} } as const;
const draft = (sheet: Sheet, turn = 1) => ({ name: 'draft', body: { turn, sheet } }) as const;
const lock = (sheet: Sheet, turn = 1) => ({ name: 'lock', body: { turn, sheet } }) as const;
/** A board on which a crisis is certain. */
const nervous = (board: Board): Board => {
  const { parameters } = board.scenario;
  const crisis = { ...parameters.crisis, midpoint: -1000, most: 1, hazard: 0 };
  return { ...board, scenario: { ...board.scenario, parameters: { ...parameters, crisis } } };
};
const resolved = (table: Table) => table.match.game.played.length;

describe('the clock of friends', () => {
  test('ends a turn at its deadline with the last saved draft of whoever has not locked: nobody can stall', async () => {
    const table = await threeSit();
    await table.ask(RUSSIAN, draft(PENAIDS));
    await table.ask(CHINESE, lock(PENAIDS));
    await table.pass(59_999);
    expect(resolved(table)).toBe(0);
    await table.pass(1);
    expect(table.match.game.played[0]?.step).toMatchObject({ sheets: { us: EMPTY_SHEET, ru: PENAIDS, cn: PENAIDS } });
  });

  test('stops for a pause of two minutes at most, twice for each player, and gives back what was left', async () => {
    const table = await threeSit();
    await table.pass(20_000);
    expect(await table.ask(RUSSIAN, pause)).toMatchObject({ ok: true });
    expect(table.match.deadlineMs()).toBeNull();
    expect(table.match.table.clock).toMatchObject({ at: 'stopped', by: 'ru', remainingMs: 40_000 });
    expect(await table.ask(CHINESE, resume)).toMatchObject({ refusal: { key: 'refusal.not-your-pause' } });
    expect(await table.ask(CHINESE, pause)).toMatchObject({ refusal: { key: 'refusal.no-pause-now' } });
    await table.pass(119_999);
    expect(table.match.deadlineMs()).toBeNull();
    await table.pass(1);
    expect(table.match.deadlineMs()).toBe(table.nowMs() + 40_000);
    await table.ask(RUSSIAN, pause);
    await table.pass(1000);
    expect(await table.ask(RUSSIAN, resume)).toMatchObject({ ok: true });
    expect(table.match.deadlineMs()).toBe(table.nowMs() + 40_000);
    expect(await table.ask(RUSSIAN, pause)).toMatchObject({ refusal: { key: 'refusal.no-pauses-left' } });
    expect(await table.ask(CHINESE, pause)).toMatchObject({ ok: true });
  });

  test('lets who is gone be covered after a minute by a caretaker: his draft counts, and nobody waits for him', async () => {
    const table = await threeSit({ clock: 'untimed', turnSeconds: undefined });
    await table.ask(RUSSIAN, draft(PENAIDS));
    await table.here('us', 'cn');
    expect(table.match.isHere('ru')).toBe(false);
    await table.ask(HOST, lock(EMPTY_SHEET));
    await table.ask(CHINESE, lock(EMPTY_SHEET));
    await table.pass(59_999);
    expect(resolved(table)).toBe(0);
    await table.pass(1);
    expect(table.match.table.covered.ru).toBe(true);
    await table.pass(5000);
    expect(table.match.game.played[0]?.step).toMatchObject({ sheets: { ru: PENAIDS } });
    await table.here('us', 'ru', 'cn');
    expect(table.match.table.covered.ru).toBe(false);
    expect(table.match.hasCommitted('ru')).toBe(false);
  });

  test('stops when all are gone, and goes on with what was left when the first comes back', async () => {
    const table = await threeSit({ turnSeconds: 600 });
    await table.here();
    await table.pass(60_000);
    expect(table.match.table.clock).toEqual({ at: 'stopped', by: null, untilMs: null, remainingMs: 540_000 });
    await table.pass(86_400_000);
    expect(resolved(table)).toBe(0);
    await table.here('cn');
    expect(table.match.deadlineMs()).toBe(table.nowMs() + 540_000);
  });

  test('by the day runs whoever is there: the deadline counts, not the presence', async () => {
    const table = await threeSit({ clock: 'by-the-day', turnSeconds: undefined });
    await table.here();
    await table.pass(86_399_999);
    expect(resolved(table)).toBe(0);
    expect(table.match.table.covered).not.toMatchObject({ us: true });
    await table.pass(1);
    expect(resolved(table)).toBe(1);
  });

  test('by the day a crisis waits for nobody: sheets say beforehand what to do in one, and silence holds', async () => {
    const tense = { ...QUICK, board: () => nervous(QUICK.board()) };
    const table = await sitDown(planFor({ clock: 'by-the-day', turnSeconds: undefined, friends: true }, tense));
    for (const power of ['ru', 'cn'] as const)
      await table.match.sit({ person: personOf(power), nickname: personOf(power) }, power);
    for (const person of [HOST, RUSSIAN]) await table.ask(person, lock({ ...EMPTY_SHEET, standing: 'escalate-once' }));
    await table.ask(CHINESE, lock({ ...EMPTY_SHEET, standing: 'stand-down' }));
    await table.pass(5000);
    const rounds = table.match.game.played.filter(({ step }) => step.type === 'round');
    expect(rounds.length).toBeGreaterThan(0);
    expect(stateOf(table.match.game).world.phase).toBe('orders');
    const choices = rounds.map(({ step }) => (step.type === 'round' ? step.choices : {}));
    const { first, second } = rounds[0]!.state.crisis;
    for (const power of [first, second]) {
      const said = power === 'cn' ? 'stand-down' : 'escalate';
      expect(choices.map((choice) => choice[power])).toEqual([
        said,
        ...choices.slice(1).map(() => (power === 'cn' ? 'stand-down' : 'hold')),
      ]);
    }
  });

  test('is never ready while a lock is taken back, and the log alone tells the same table again', async () => {
    const table = await threeSit();
    for (const person of [HOST, RUSSIAN, CHINESE]) await table.ask(person, lock(EMPTY_SHEET));
    await table.pass(4999);
    await table.ask(CHINESE, { name: 'unlock', body: { turn: 1 } });
    await table.ask(CHINESE, pause);
    const again = remake(table.match.plan, table.log);
    if (isRefusal(again)) throw new Error(again.key);
    expect(again.table).toEqual(table.match.table);
    expect(resolved(table)).toBe(0);
  });
});

describe('after an outage', () => {
  test.each([
    [45_000, 10_000, 45_000],
    [45_000, 3_600_000, 45_000],
    [5000, 3_600_000, 30_000],
  ])('a clock with %i ms left, %i ms later has %i ms', async (leftMs, forMs, haveMs) => {
    const table = await sitDown(planFor());
    await table.pass(60_000 - leftMs);
    const aliveMs = table.nowMs();
    const again = remake(table.match.plan, table.log);
    if (isRefusal(again)) throw new Error(again.key);
    const back = await sitDown(table.match.plan, { startMs: aliveMs + forMs }, again);
    await back.match.recover(aliveMs);
    expect(back.match.deadlineMs()).toBe(aliveMs + forMs + haveMs);
    await back.pass(haveMs - 1);
    expect(stateOf(back.match.game).world.turn).toBe(1);
  });
});

describe('a seat that needs more time', () => {
  const more = (factor: 1 | 1.5 | 2) => ({ name: 'time', body: { factor } }) as const;

  test('has the clock of all run as long as it needs, from the first turn on, and may change that in the lobby only', async () => {
    const table = await threeSit({ atOnce: false }, { isLobby: true });
    await table.ask(RUSSIAN, more(2));
    await table.ask(CHINESE, more(1.5));
    await table.match.begin();
    expect(table.match.deadlineMs()).toBe(table.nowMs() + 120_000);
    expect(await table.ask(RUSSIAN, more(1))).toMatchObject({ refusal: { key: 'refusal.has-begun' } });
    await table.pass(120_000);
    expect(resolved(table)).toBe(1);
    const again = remake(table.match.plan, table.log);
    if (isRefusal(again)) throw new Error(again.key);
    expect(again.table).toEqual(table.match.table);
  });

  test('takes it back, and the clock is as it was', async () => {
    const table = await threeSit({ atOnce: false }, { isLobby: true });
    await table.ask(RUSSIAN, more(2));
    await table.ask(RUSSIAN, more(1));
    await table.match.begin();
    expect(table.match.deadlineMs()).toBe(table.nowMs() + 60_000);
  });
});

describe('the clock of a crisis', () => {
  const state = stateOf(newGame(QUICK.board(), { seed: 'clock', luck: 0, theory: 'contested' }));
  const leftMs = (round: number, clock: ClockName): number => {
    const at = { world: { ...state.world, phase: 'crisis' as const }, crisis: { ...state.crisis, round } };
    const begun = clockFor({ clock, turnSeconds: null, watchMs: 0 }, at, { nowMs: 0, factor: 1 });
    return begun.at === 'running' ? begun.endsAtMs : 0;
  };

  test('gives time to read how it came to it, and then the round; a later round is only the round', () => {
    expect([leftMs(1, 'friends'), leftMs(2, 'friends')]).toEqual([75_000, 45_000]);
    expect([leftMs(1, 'untimed'), leftMs(3, 'untimed')]).toEqual([75_000, 45_000]);
    expect([leftMs(1, 'lesson'), leftMs(2, 'lesson')]).toEqual([60_000, 30_000]);
  });
});

import { afterAll, describe, expect, test } from 'vitest';
import type { Question, Thinker } from '../../server/match/forethought.ts';
import { dealsIn } from '../../server/match/judge-talk.ts';
import { remake } from '../../server/match/remake.ts';
import { Strategists } from '../../server/match/strategists.ts';
import { botSheets, occasionOf } from '../../shared/bots/moves.ts';
import type { Plan } from '../../shared/bots/strategist/account.ts';
import { campaignOf } from '../../shared/bots/strategist/campaign.ts';
import { checkSheet } from '../../shared/game/check.ts';
import { stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { because } from '../../shared/state/ledger.ts';
import { HOST, planFor, QUICK, sitDown, type Table } from './table.ts';

const PLAN = planFor({ bots: { us: 'hawk', ru: 'strategist-1', cn: 'dove' } });
const lock = (table: Table) =>
  table.ask(HOST, { name: 'lock', body: { turn: stateOf(table.match.game).world.turn, sheet: EMPTY_SHEET } });
const settled = () => new Promise((done) => setTimeout(done, 0));

const THOUGHT: Plan = {
  sheet: { ...EMPTY_SHEET, orders: [{ kind: 'press', third: 'nk' }] },
  account: { bot: 'strategist-1', reasons: [because('bot.thought.unsure', { rival: 'us' })] },
};

describe('a match with a strategist', () => {
  test('never waits for it: when the turn falls and nothing is thought out, the seat moves by its page', async () => {
    const table = await sitDown(PLAN, { thinker: { think: () => new Promise(() => undefined) } });
    const before = table.match.game;
    const page = botSheets(before, [['ru', 'institutionalist']], dealsIn(table.match.table, 1)).ru;
    await lock(table);
    await table.pass(0);
    const { step } = table.match.game.played[0]!;
    expect(step.type === 'turn' && step.sheets.ru).toEqual(page);
    expect(step.type === 'turn' && step.accounts).toBeUndefined();
  });

  test('goes on when its thinker fails', async () => {
    const table = await sitDown(PLAN, { thinker: { think: () => Promise.reject(new Error('for this test')) } });
    await lock(table);
    await table.pass(0);
    expect(table.match.game.played).toHaveLength(1);
  });

  test('plays what was thought out for this very turn, and its log alone gives the game back', async () => {
    const asked: Question[] = [];
    const thinker: Thinker = {
      think: (_asker, question) => {
        asked.push(question);
        return Promise.resolve(THOUGHT);
      },
    };
    const table = await sitDown(PLAN, { thinker });
    await settled();
    await lock(table);
    await table.pass(0);
    const { step } = table.match.game.played[0]!;
    expect(step).toMatchObject({ sheets: { ru: THOUGHT.sheet }, accounts: { ru: THOUGHT.account } });
    expect(remake(table.match.plan, table.log)).toMatchObject({ game: { played: [{ step }] } });
    // What it is asked holds nothing but what the seat saw.
    for (const { campaign } of asked) expect(campaign.view.seat).toBe('ru');
    expect(JSON.stringify(asked[0]!.campaign)).not.toContain(JSON.stringify(PLAN.setup.seed));
    // The reasons are for the debrief: no view has them.
    for (const viewer of ['us', 'ru', 'public'] as const)
      expect(JSON.stringify(viewOf(table.match.game, viewer))).not.toContain('bot.thought');
  });

  test('asks about each turn once, and again when something was signed', async () => {
    let asked = 0;
    const table = await sitDown(PLAN, {
      thinker: {
        think: () => {
          asked += 1;
          return Promise.resolve(THOUGHT);
        },
      },
    });
    const first = asked;
    expect(first).toBeGreaterThan(0);
    await table.here('us');
    expect(asked).toBe(first);
    await lock(table);
    await table.pass(0);
    expect(asked).toBeGreaterThan(first);
  });
});

describe('the worker that thinks', () => {
  const strategists = new Strategists();
  afterAll(() => strategists.close());
  const game = newGame(QUICK.board(), { seed: 'worker', luck: 0, theory: 'contested' });
  const question: Question = {
    board: game.board,
    strategist: 'strategist-1',
    campaign: campaignOf(game, occasionOf(game, 'cn', [])),
  };

  test('answers with a legal sheet and why', async () => {
    const plan = await strategists.think({}, question);
    expect(plan?.account).toMatchObject({ bot: 'strategist-1' });
    expect(checkSheet(game.board, stateOf(game), 'cn', plan!.sheet).returned).toEqual([]);
  }, 60_000);

  test('lets a later question of the same asker take the place of one that waits, and answers who waits when it ends', async () => {
    const asker = {};
    const [, second, third] = [
      strategists.think({}, question),
      strategists.think(asker, question),
      strategists.think(asker, question),
    ];
    expect(await second).toBeNull();
    await strategists.close();
    expect(await third).toBeNull();
  }, 60_000);
});

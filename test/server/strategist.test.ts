import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Answer, Question, Thinker } from '../../server/match/forethought.ts';
import { dealsIn } from '../../server/match/judge-talk.ts';
import { remake } from '../../server/match/remake.ts';
import { Strategists } from '../../server/match/strategists.ts';
import { botChoices, botSheets, occasionOf } from '../../shared/bots/moves.ts';
import type { Plan } from '../../shared/bots/strategist/account.ts';
import { campaignOf } from '../../shared/bots/strategist/campaign.ts';
import { strategistChoice } from '../../shared/bots/strategist/crisis.ts';
import { type Bargain, weighing } from '../../shared/bots/strategist/deals.ts';
import { checkSheet } from '../../shared/game/check.ts';
import { stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { because } from '../../shared/state/ledger.ts';
import { HOST, planFor, QUICK, SHELF, sitDown, type Table } from './table.ts';

const BOTS = { us: 'hawk', ru: 'strategist-1', cn: 'dove' } as const;
const PLAN = planFor({ bots: BOTS });
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

/** The same match on a board on which a crisis is certain. */
const NERVOUS = (() => {
  const { scenario } = PLAN.board;
  const crisis = { ...scenario.parameters.crisis, midpoint: -1000, most: 1, hazard: 0, rounds: 3 };
  return { ...PLAN, board: { ...PLAN.board, scenario: { ...scenario, parameters: { ...scenario.parameters, crisis } } } };
})();

/** In the first round of its crisis, with whoever thinks for the strategist. */
async function inCrisis(thinker: Thinker): Promise<Table> {
  const table = await sitDown(NERVOUS, { thinker });
  await lock(table);
  await table.pass(0);
  expect(stateOf(table.match.game)).toMatchObject({ world: { phase: 'crisis' }, crisis: { round: 1 } });
  return table;
}

async function choose(table: Table) {
  const { world, crisis } = stateOf(table.match.game);
  const choice = [crisis.first, crisis.second].includes('us') ? 'hold' : 'watch';
  await table.ask(HOST, { name: 'choose', body: { turn: world.turn, round: crisis.round, choice } });
  await table.pass(0);
  return table.match.game.played.at(-1)?.step;
}

describe('a strategist that deals', () => {
  const FULL = planFor({ bots: { us: 'hawk', ru: 'strategist-1', cn: 'dove' } }, SHELF.get('best-offense-2016')!);
  const offersOf = (table: Table) => table.match.table.lines.filter(({ from, offer }) => from === 'ru' && offer !== null);
  const HOTLINE: Bargain = { joint: { partner: 'us', what: 'hotline' }, gain: 0.01, chance: 1 };
  const answering = (answer: () => Promise<Answer | null>): Thinker => ({
    think: (_asker, { about }) => (about === 'deals' ? answer() : Promise.resolve(null)),
  });
  const afterThought = async (thinker: Thinker): Promise<Table> => {
    const table = await sitDown(FULL, { thinker });
    await settled();
    await table.pass(0);
    return table;
  };

  test('offers nothing before it has thought, and then what gains it something and its partner would sign', async () => {
    let answer: (answer: Answer) => void = () => undefined;
    const table = await sitDown(FULL, { thinker: answering(() => new Promise((done) => (answer = done))) });
    expect(offersOf(table)).toEqual([]);
    const [hopeless, losing] = [
      { ...HOTLINE, joint: { partner: 'cn', what: 'climb' }, chance: 0 } as const,
      { partner: 'cn', what: 'hotline' } as const,
    ];
    answer({ bargains: [HOTLINE, hopeless, { joint: losing, gain: -0.01, chance: 1 }] });
    await settled();
    await table.pass(0);
    expect(offersOf(table)).toMatchObject([{ to: 'us', offer: { what: 'hotline' } }]);
  });

  test('waits with its offers until the other strategist has thought too: what is worth most comes first', async () => {
    const two = planFor({ bots: { us: 'dove', ru: 'strategist-1', cn: 'strategist-1' } }, SHELF.get('best-offense-2016')!);
    const answers: ((answer: Answer) => void)[] = [];
    const table = await sitDown(two, { thinker: answering(() => new Promise((done) => answers.push(done))) });
    const told = async (at: number, bargains: readonly Bargain[]): Promise<void> => {
      answers[at]?.({ bargains });
      await settled();
      await table.pass(0);
    };
    await told(0, [{ joint: { partner: 'cn', what: 'hotline' }, gain: 0.01, chance: 1 }]);
    expect(offersOf(table)).toEqual([]);
    await told(1, [
      { joint: { partner: 'ru', what: 'joint-exercise' }, gain: 0.02, chance: 1 },
      { joint: { partner: 'ru', what: 'hotline' }, gain: 0.02, chance: 1 },
    ]);
    const made = table.match.table.lines.filter(({ from, to, offer }) => offer && from !== 'us' && to !== 'us');
    // An exercise of which Russia has not thought is worth nothing to it that is known.
    expect(made.map(({ offer }) => offer?.what)).toEqual(['hotline', 'joint-exercise']);
  });

  test('signs what gains it something, and lies what loses, though its page would sign both', async () => {
    for (const [gain, says] of [
      [0.01, { signs: expect.any(String) }],
      [-0.01, { phrase: 'no-use' }],
    ] as const) {
      const table = await afterThought(answering(() => Promise.resolve({ bargains: [{ ...HOTLINE, gain, chance: 0 }] })));
      expect(offersOf(table)).toEqual([]);
      await table.ask(HOST, { name: 'offer', body: { to: 'ru', what: 'hotline' } });
      expect(table.match.table.lines.findLast(({ from }) => from === 'ru')).toMatchObject(says);
    }
  });

  test('thinks of its sheet when it knows what it offers, so that a turn costs its time once', async () => {
    const asked: string[] = [];
    let answer: (answer: Answer) => void = () => undefined;
    const thinker: Thinker = {
      think: (_asker, { about }) => {
        asked.push(about);
        return about === 'deals' ? new Promise((done) => (answer = done)) : Promise.resolve(null);
      },
    };
    const table = await sitDown(FULL, { thinker });
    expect(asked).toEqual(['deals']);
    answer({ bargains: [] });
    await settled();
    await table.pass(0);
    expect(asked).toEqual(['deals', 'step']);
  });

  test('deals by its page when there is no time to think', async () => {
    const byPage = offersOf(await sitDown(FULL));
    expect(byPage.length).toBeGreaterThan(0);
    for (const answer of [() => Promise.resolve(null), () => Promise.reject(new Error('for this test'))]) {
      const offered = offersOf(await afterThought(answering(answer)));
      expect(offered.map(({ to, offer }) => [to, offer?.what])).toEqual(byPage.map(({ to, offer }) => [to, offer?.what]));
    }
  });
});

describe('a crisis with a strategist', () => {
  test('is played by what it has thought out for this very round, from what its seat saw', async () => {
    const asked: Question[] = [];
    const thinker: Thinker = {
      think: (_asker, question) => {
        asked.push(question);
        const { world } = question.campaign.view.state;
        return Promise.resolve(world.phase === 'crisis' ? { choice: 'escalate' } : null);
      },
    };
    const table = await inCrisis(thinker);
    await settled();
    const game = table.match.game;
    expect(await choose(table)).toMatchObject({ type: 'round', choices: { ru: 'escalate' } });
    // The question is the one that would be answered on this thread: from the same seed the same choice.
    const [question] = asked.filter(({ campaign }) => campaign.view.state.world.phase === 'crisis');
    expect(question?.campaign).toEqual(campaignOf(game, occasionOf(game, 'ru', [])));
  });

  test('does not wait for it: when the round falls and nothing is thought out, the seat chooses by its page', async () => {
    const table = await inCrisis({ think: () => new Promise(() => undefined) });
    const page = botChoices(table.match.game, [['ru', 'institutionalist']]).ru;
    expect(await choose(table)).toMatchObject({ type: 'round', choices: { ru: page } });
  });
});

test('by the day a crisis leaves a strategist two seconds, and no more', async () => {
  const plan = planFor({ clock: 'by-the-day', turnSeconds: undefined, friends: true, bots: BOTS });
  const table = await sitDown(
    { ...plan, board: NERVOUS.board },
    { thinker: { think: () => Promise.resolve({ choice: 'hold' }) } },
  );
  await lock(table);
  await table.pass(0);
  await table.pass(1999);
  expect(stateOf(table.match.game).world.phase).toBe('crisis');
  await table.pass(1);
  expect(table.match.game.played[1]?.step).toMatchObject({ type: 'round', choices: { ru: 'hold' } });
});

describe('the worker that thinks', () => {
  const strategists = new Strategists();
  afterAll(() => strategists.close());
  const game = newGame(QUICK.board(), { seed: 'worker', luck: 0, theory: 'contested' });
  const question: Question = {
    about: 'step',
    board: game.board,
    strategist: 'strategist-1',
    campaign: campaignOf(game, occasionOf(game, 'cn', [])),
  };

  test('answers with a legal sheet and why', async () => {
    const plan = await strategists.think({}, question);
    if (plan === null || !('sheet' in plan)) throw new Error('In a turn it thinks of a sheet.');
    expect(plan.account).toMatchObject({ bot: 'strategist-1' });
    expect(checkSheet(game.board, stateOf(game), 'cn', plan.sheet).returned).toEqual([]);
  }, 60_000);

  test('answers in a crisis with the choice that the same seed gives on this thread, before all sheets that wait', async () => {
    const { match } = await inCrisis({ think: () => Promise.resolve(null) });
    const campaign = campaignOf(match.game, occasionOf(match.game, 'ru', []));
    const done: string[] = [];
    const thought = (name: string, asked: Question) =>
      strategists.think({}, asked).then((answer) => {
        done.push(name);
        return answer;
      });
    const [, , choice] = await Promise.all([
      thought('sheet in hand', question),
      thought('sheet that waits', question),
      thought('choice', { ...question, board: match.game.board, campaign }),
    ]);
    expect(choice).toEqual({ choice: strategistChoice(match.game.board, campaign) });
    expect(done).toEqual(['sheet in hand', 'choice', 'sheet that waits']);
  }, 60_000);

  test('answers about joint orders with what the same seed gives on this thread, as far as its time goes', async () => {
    const answer = await strategists.think({}, { ...question, about: 'deals' });
    if (answer === null || !('bargains' in answer)) throw new Error('It thinks of joint orders.');
    const known = [...weighing(game.board, question.campaign)];
    expect(known).toContainEqual(answer.bargains);
  }, 60_000);

  test('is begun anew when it breaks down, and nobody waits for the one that broke', async () => {
    const complaints = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    // No board can be made of this there, and this here cannot be sent.
    const spoilt = { ...game.board, scenario: { ...game.board.scenario, sites: [] } };
    const unsendable = { ...game.board, scenario: { ...game.board.scenario, id: (() => 'no data') as unknown as string } };
    for (const board of [spoilt, unsendable]) {
      const broken = strategists.think({}, { ...question, board });
      const next = strategists.think({}, question);
      expect(await broken).toBeNull();
      expect(await next).toHaveProperty('sheet');
    }
    expect(complaints.mock.calls.filter(([line]) => String(line).includes('strategist-failed'))).toHaveLength(2);
    complaints.mockRestore();
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

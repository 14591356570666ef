import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../server/cli/simulate.ts';
import { findingsOf } from '../../server/league/findings.ts';
import { meanInterval, wilson } from '../../server/league/intervals.ts';
import { hushing } from '../../server/league/words.ts';
import { StartFault } from '../../server/start-fault.ts';
import { type BotSeats, botTurn, type Playing, playOut } from '../../shared/bots/moves.ts';
import { TEXT_KEY_MARK } from '../../shared/bots/text-key.ts';
import { recordOf, replay } from '../../shared/game/record.ts';
import { type Tale, taleOf, winnerOf } from '../../shared/game/tale.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { fairlyReturned } from '../game/play.ts';
import { QUICK } from './table.ts';

const silent = (): void => undefined;
const run = async (...args: string[]) => JSON.parse(await simulate([...args, '--json'], silent));

describe('intervals', () => {
  // Newcombe 1998, table I: the score interval without continuity correction.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %f to %f', (hits, trials, low, high) => {
    const got = wilson(hits, trials);
    expect(got.low).toBeCloseTo(low, 4);
    expect(got.high).toBeCloseTo(high, 4);
  });

  test('of a mean is give or take 1.96 standard errors; of one value it is everything', () => {
    const { estimate, low, high } = meanInterval([1, 2, 3, 4]);
    expect(estimate).toBe(2.5);
    expect(high - estimate).toBeCloseTo(1.96 * Math.sqrt(5 / 3 / 4), 4);
    expect(estimate - low).toBeCloseTo(high - estimate, 12);
    expect(meanInterval([1]).high).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a game of bots played out', () => {
  test('is a game like all others: its record proves it, and nothing that a bot ordered came back that it could have foreseen', () => {
    const board = QUICK.board();
    for (const seed of ['a', 'b', 'c']) {
      const bots = POWERS.map((power) => [power, seed === 'b' ? 'dove' : 'hawk'] as const);
      const game = playOut(board, { seed, luck: 0, theory: 'contested' }, bots);
      expect(replay(board, recordOf(game)).verified).toBe(true);
      expect(game.played.flatMap(({ returned }) => returned)).toEqual(game.played.flatMap(fairlyReturned));
      const tale = taleOf(game);
      const ordered = game.played.flatMap(({ step }) => (step.type === 'turn' ? (step.sheets.us?.orders ?? []) : []));
      const back = game.played.flatMap(({ returned }) => returned.filter(({ power }) => power === 'us'));
      expect(Object.values(tale.orders.us).reduce((sum, count) => sum + count, 0)).toBe(ordered.length - back.length);
      expect(tale.turns).toBeLessThanOrEqual(board.scenario.turns);
    }
  });

  test('is won by the best score, by nobody after nuclear use or in a draw', () => {
    const tale = taleOf(playOut(QUICK.board(), { seed: 'a', luck: 0, theory: 'contested' }, []));
    const scored = (us: number, ru: number, cn: number): Tale => ({ ...tale, ending: 'time', scores: { us, ru, cn } });
    expect(winnerOf(scored(0.2, 0.5, 0.4))).toBe('ru');
    expect(winnerOf(scored(0.5, 0.5, 0.4))).toBeNull();
    expect(winnerOf({ ...scored(0.2, 0.5, 0.4), ending: 'accident' })).toBeNull();
    const found = findingsOf([scored(1, 0, 0), scored(0, 0, 1), { ...scored(0, 0, 0), ending: 'strike' }]);
    expect(found.nuclearUse.estimate).toBeCloseTo(1 / 3, 12);
    expect([found.wins.us.estimate, found.wins.ru.estimate, found.wins.cn.estimate]).toEqual([0.5, 0, 0.5]);
    expect(found.byStrike).toBeCloseTo(1 / 3, 12);
    const common = findingsOf([10, 20, 60].map((value) => ({ ...tale, common: value }))).common;
    expect(common.estimate).toBe(30);
    expect(common.high - common.estimate).toBeCloseTo(1.96 * Math.sqrt(700 / 3), 2);
    const opened = (us: string, score: number): Tale => ({ ...scored(score, 0.5, 0), openings: { us, ru: 'press', cn: '' } });
    const { opening } = findingsOf([opened('court', 1), opened('build', 1), opened('court', 1), opened('court', 0)]);
    expect([opening.orders, opening.share.estimate]).toEqual(['us: court', 0.5]);
  });
});

describe('threshold simulate', () => {
  test('plays so many games on all cores and says the same of them each time', async () => {
    const args = ['--scenario', 'quick', '--games', '6', '--seed', 'twice', '--seats', 'us=hawk,ru=hawk,cn=dove'];
    const [first, second] = [await run(...args), await run(...args)];
    expect(second).toEqual(first);
    expect(first).toMatchObject({ games: 6, scenario: 'quick', seats: { us: 'hawk', ru: 'hawk', cn: 'dove' } });
    for (const power of POWERS) {
      const shares = Object.values(first.orders[power] as Record<string, number>);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
    const text = await simulate(args, silent);
    expect(text).toMatch(/^6 games of quick, contested, seed twice: us hawk, ru hawk, cn dove\nnuclear use/);
    expect(text).toContain(`common score       ${first.common.estimate.toFixed(1)} (`);
  }, 120_000);

  test.each([
    [[], /--scenario must be one of best-offense-2016, .*and is not named/],
    [['--scenario', 'mars'], /--scenario must be one of .*not "mars"/],
    [['--scenario', 'quick'], /--games must be a whole number from 1/],
    [['--scenario', 'quick', '--games', '1.5'], /not "1.5"/],
    [['--scenario', 'quick', '--games', '1', '--theory', 'flat'], /--theory must be one of stabilise, contested, destabilise/],
    [
      ['--scenario', 'quick', '--games', '1', '--seats', 'us=hawk'],
      /--seats must name a bot \(hawk, dove, institutionalist, opportunist, .*\) for each of us, ru, cn/,
    ],
    [['--scenario', 'quick', '--games', '1', '--seats', 'us=owl,ru=dove,cn=dove'], /--seats must name a bot/],
    [['--gmes', '1'], /--gmes/],
    [['--scenario', 'quick', '--games', '1', '--without', 'tea:us'], /--without must name a kind of order and a seat/],
    [['--scenario', 'quick', '--games', '1', '--seats', 'us=owl,ru=dove,cn=dove,us=dove'], /--seats must name a bot/],
    [['--scenario', 'quick', '--games', '1', '--seats', 'us=hawk=dove,ru=dove,cn=dove'], /--seats must name a bot/],
    [['--scenario', 'quick', '--games', '1', '--without', 'press:us:ru'], /--without must name a kind of order and a seat/],
    [['--scenario', 'quick', '--games', '1', '--without', 'press:fr'], /The seat of --without must be one of us, ru, cn, each/],
    [['--scenario', 'quick', '--games', '1', '--resume', tmpdir()], /is a folder: name a file in it/],
    [['--scenario', 'quick', '--games', '1', '--beside', tmpdir()], /is a folder: name a file in it/],
    [['--scenario', 'quick', '--games', '1', '--silent', 'fr'], /--silent must be one of us, ru, cn, each, not "fr"/],
    [['--scenario', 'quick', '--games', '1', '--random-words', 'all'], /--random-words must be one of/],
  ])('%j is refused with a sentence', async (args, sentence) => {
    await expect(simulate(args, silent)).rejects.toThrow(StartFault);
    await expect(simulate(args, silent)).rejects.toThrow(sentence);
  });

  test('--silent and --random-words play each game again from the same seed and count in how many its own words served a seat better', async () => {
    const args = ['--scenario', 'quick', '--games', '4', '--seed', 'words', '--seats', 'us=dove,ru=hawk,cn=institutionalist'];
    const { words, rules, ...rest } = await run(...args, '--silent', 'us', '--random-words', 'each');
    const { rules: unmeasured, ...alone } = await run(...args);
    expect(rest).toEqual(alone);
    const line = (lines: typeof rules, by: string) => lines.find(({ measuredBy }: { measuredBy: string }) => measuredBy === by);
    expect(line(unmeasured, '--random-words each').holds).toBe('not measured');
    expect(line(rules, '--random-words each').figures[0].value).toEqual(words.random.all.better);
    // One seat says nothing of the others.
    expect([words.silent.all.seats, line(rules, '--silent each').holds]).toEqual([1, 'not measured']);
    // The same by hand.
    const seats: BotSeats = [
      ['us', 'dove'],
      ['ru', 'hawk'],
      ['cn', 'institutionalist'],
    ];
    const told = (i: number, playing?: Playing) =>
      taleOf(playOut(QUICK.board(), { seed: `words-${i}`, luck: 0, theory: 'contested' }, seats, playing)).scores;
    const mute: Playing = (game, bots) => {
      const turn = botTurn(game, bots);
      return { ...turn, sheets: { ...turn.sheets, us: { ...(turn.sheets.us ?? EMPTY_SHEET), statements: [] } } };
    };
    const gains = [0, 1, 2, 3].map((i) => told(i).us - told(i, mute).us);
    const better = gains.filter((gain) => gain > 0).length / gains.filter((gain) => gain !== 0).length;
    expect(words.silent.dove).toEqual(words.silent.all);
    expect(words.silent.all.pairs).toBe(4);
    expect(words.silent.all.better.estimate).toBeCloseTo(better, 12);
    expect(words.silent.all.gain.estimate).toBeCloseTo(
      gains.reduce((sum, gain) => sum + gain, 0) / gains.filter((gain) => gain !== 0).length,
      12,
    );
    expect([words.random.dove.pairs, words.random.hawk.pairs, words.random.institutionalist.pairs]).toEqual([2, 1, 1]);
    expect(await simulate([...args, '--silent', 'us'], silent)).toMatch(
      /words, not silent {3}all: better in .* pairs that differ, of 4;/,
    );
  }, 120_000);

  test('--without plays each game again without a seat’s orders of a kind: what nobody ordered makes no difference', async () => {
    const args = ['--scenario', 'quick', '--games', '2', '--seed', 'left out', '--seats', 'us=dove,ru=hawk,cn=dove'];
    const { words: built } = await run(...args, '--without', 'build:ru');
    const { words: never } = await run(...args, '--without', 'withdraw:ru');
    expect([built.without.hawk.pairs, never.without.hawk.pairs, never.without.hawk.differ]).toEqual([2, 2, 0]);
    const board = QUICK.board();
    const seats: BotSeats = [['ru', 'hawk']];
    const without = hushing({ power: 'ru', instead: 'without', kind: 'build' });
    const { played } = playOut(board, { seed: 'left out', luck: 0, theory: 'contested' }, seats, without);
    const orders = played.flatMap(({ step }) => (step.type === 'turn' ? (step.sheets.ru?.orders ?? []) : []));
    expect(orders.length).toBeGreaterThan(0);
    expect(orders.filter(({ kind }) => kind === 'build')).toEqual([]);
  }, 120_000);

  test('an unbound seat says nothing that binds it, a breaking one gives up each bond in the turn after it was made', () => {
    const board = QUICK.board();
    const seats: BotSeats = POWERS.map((power) => [power, 'dove'] as const);
    const playing = (instead: 'unbound' | 'breaking') =>
      playOut(board, { seed: 'bonds', luck: 0, theory: 'contested' }, seats, hushing({ power: 'ru', instead })).played;
    const bondsIn = (played: ReturnType<typeof playing>, power: Power) =>
      Object.values(played.at(-1)?.state.commitments ?? {}).filter((bond) => bond.power === power);
    const unbound = playing('unbound');
    expect(bondsIn(unbound, 'ru').filter(({ kind }) => kind !== 'denial')).toEqual([]);
    expect(bondsIn(unbound, 'us').length).toBeGreaterThan(0);
    const broken = bondsIn(playing('breaking'), 'ru').filter(({ made }) => made < board.scenario.turns);
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.filter(({ status }) => status !== 'broken' && status !== 'open')).toEqual([]);
    for (const { made, judged, status } of broken) if (status === 'broken') expect(judged).toBeLessThanOrEqual(made + 1);
  });

  test('random words are as many as the seat may say, of many kinds, all legal, and the others speak as before', () => {
    const board = QUICK.board();
    const seats = POWERS.map((power) => [power, 'dove'] as const);
    const played = ['a', 'b', 'c'].flatMap(
      (seed) => playOut(board, { seed, luck: 0, theory: 'contested' }, seats, hushing({ power: 'ru', instead: 'random' })).played,
    );
    expect(played.flatMap(({ returned }) => returned)).toEqual(played.flatMap(fairlyReturned));
    const said = played.flatMap(({ step }) => (step.type === 'turn' ? [step.sheets.ru?.statements ?? []] : []));
    for (const statements of said) expect(statements.length).toBeGreaterThanOrEqual(board.scenario.parameters.budget.statements);
    expect(new Set(said.flat().map(({ kind }) => kind)).size).toBe(board.scenario.statementKinds.length);
    const others = played.flatMap(({ step }) => (step.type === 'turn' ? (step.sheets.us?.statements ?? []) : []));
    expect(others.every(({ words }) => words.startsWith(TEXT_KEY_MARK))).toBe(true);
  });

  test('mixed plays every seating of three different bots in turn: its first game is that of the first seating', async () => {
    const mixed = await run('--scenario', 'quick', '--games', '1', '--seed', 'mix', '--seats', 'mixed');
    const alone = await run(
      '--scenario',
      'quick',
      '--games',
      '1',
      '--seed',
      'mix',
      '--seats',
      'us=hawk,ru=dove,cn=institutionalist',
    );
    expect({ ...mixed, seats: null }).toEqual({ ...alone, seats: null });
    expect(mixed.seats).toBe('mixed');
  }, 60_000);
});

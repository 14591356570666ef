import { describe, expect, test } from 'vitest';
import { aimsOf } from '../../server/league/aims.ts';
import { balanceLines, type Line, withOthers } from '../../server/league/balance-lines.ts';
import { standingsOf } from '../../server/league/bots.ts';
import { raidsBeside } from '../../server/league/case-book.ts';
import { changeInterval, meanInterval, ratioInterval, wilson, Z_OF_MANY } from '../../server/league/intervals.ts';
import { mixOf } from '../../server/league/mix.ts';
import { openingsOf } from '../../server/league/openings.ts';
import { reportOf } from '../../server/league/report.ts';
import { seatingsOf } from '../../server/league/seatings.ts';
import { slotSharesOf } from '../../server/league/slots.ts';
import { playsOf, type Terms } from '../../server/league/terms.ts';
import { judge, judgeMany } from '../../server/league/verdict.ts';
import { type BotSeats, playOut } from '../../shared/bots/moves.ts';
import { type Tale, taleOf } from '../../shared/game/tale.ts';
import { type BotName, POWERS } from '../../shared/scenario/names.ts';
import { QUICK } from '../server/table.ts';

const TALE = taleOf(playOut(QUICK.board(), { seed: 'balance', luck: 0, theory: 'contested' }, []));
const scored = (us: number, ru: number, cn: number, more: Partial<Tale> = {}): Tale => ({
  ...TALE,
  ending: 'time',
  scores: { us, ru, cn },
  ...more,
});

describe('intervals', () => {
  test('the bounds of a score interval are the shares from which the count is just z standard errors away', () => {
    for (const [hits, trials, z] of [
      [30, 50, Z_OF_MANY],
      [3, 400, 1.959964],
    ] as const) {
      const { estimate, low, high } = wilson(hits, trials, z);
      for (const share of [low, high])
        expect(Math.abs(estimate - share) / Math.sqrt((share * (1 - share)) / trials)).toBeCloseTo(z, 4);
    }
  });

  test('of a share of things that come in games: where each has as many, it is that of the mean of the games’ own shares', () => {
    const hits = [1, 0, 2, 2, 4, 1];
    const { estimate, low, high } = ratioInterval(hits.map((count) => ({ hits: count, of: 8 })));
    const mean = meanInterval(hits.map((count) => count / 8));
    expect([estimate, low, high].map((value) => value.toFixed(10))).toEqual(
      [mean.estimate, mean.low, mean.high].map((value) => value.toFixed(10)),
    );
  });

  test('and where they have not, longer games count for more', () => {
    const { estimate } = ratioInterval([
      { hits: 1, of: 1 },
      { hits: 0, of: 9 },
    ]);
    expect(estimate).toBe(0.1);
  });

  test('and what always came, as what never came, and changes of which there were none, are not known without chance', () => {
    const always = ratioInterval(Array.from({ length: 30 }, () => ({ hits: 80, of: 80 })));
    expect(always.estimate).toBe(1);
    expect(always.high).toBeCloseTo(1, 12);
    expect(always.low).toBeCloseTo(0.025 ** (1 / 2400), 3);
    const { estimate, low, high } = changeInterval([0, 0, 0, 0, 0, 0]);
    expect([estimate, low]).toEqual([0, -high]);
    // Of none in six Wilson's bound is z² / (6 + z²).
    expect(high).toBeCloseTo(1.959964 ** 2 / (6 + 1.959964 ** 2), 6);
    expect(changeInterval([1, 0, -1, 1])).toEqual(meanInterval([1, 0, -1, 1]));
  });

  test('and what never came is not known without chance: Clopper and Pearson’s bound of none in 2,400 is .15 %', () => {
    const none = ratioInterval(Array.from({ length: 30 }, () => ({ hits: 0, of: 80 })));
    expect([none.estimate, none.low]).toEqual([0, 0]);
    expect(none.high).toBeCloseTo(1 - 0.025 ** (1 / 2400), 3);
  });
});

describe('how far aims are reached', () => {
  test('comes to the score: each aim is a fifth of it (RULES 9)', () => {
    for (const power of POWERS) {
      const aims = TALE.aims[power];
      expect(aims.map(({ secret }) => secret)).toEqual([false, false, false, false, true]);
      expect(aims.reduce((sum, { reached }) => sum + reached, 0) / 5).toBeCloseTo(TALE.scores[power], 12);
    }
  });

  test('is told of each aim of a seat, with its spread from game to game and what the drawn ones win', () => {
    const drew = (secretAim: string, reached: number, us: number, more: Partial<Tale> = {}): Tale =>
      scored(us, 0.5, 0, {
        aims: {
          us: [
            { id: 'cover', secret: false, reached: 1 },
            { id: secretAim, secret: true, reached },
          ],
          ru: [],
          cn: [],
        },
        ...more,
      });
    const tales = [
      drew('influence', 0.2, 0.4),
      drew('influence', 0.4, 0.6),
      drew('influence', 0.9, 0.7),
      drew('approval', 0.3, 0.1),
      drew('approval', 0.8, -1, { ending: 'accident' }),
    ];
    const [cover, approval, influence, ...more] = aimsOf(tales);
    expect(more).toEqual([]);
    expect(cover).toMatchObject({ id: 'cover', isSecret: false, games: 4, reached: { estimate: 1 }, spread: 0, wins: null });
    expect(approval).toMatchObject({ id: 'approval', isSecret: true, games: 1, spread: null, wins: wilson(0, 1) });
    // The deviations from .5 are -.3, -.1 and .4: squares of .26 over two.
    expect(influence).toMatchObject({ id: 'influence', isSecret: true, games: 3, wins: wilson(2, 3) });
    expect(influence?.reached.estimate).toBeCloseTo(0.5, 12);
    expect(influence?.spread).toBeCloseTo(Math.sqrt(0.13), 12);
  });
});

test('a kind’s share is of the order slots that a seat had, those left empty among them', () => {
  // RULES 5: four a turn, one fewer under an approval of 20.
  const seats: BotSeats = [
    ['us', 'opportunist'],
    ['ru', 'hawk'],
    ['cn', 'hawk'],
  ];
  const weary = { ...QUICK.board().scenario.powers.us, approval: 15 };
  const { scenario, ...board } = QUICK.board();
  const game = playOut(
    { ...board, scenario: { ...scenario, powers: { ...scenario.powers, us: weary } } },
    { seed: 'slots', luck: 0, theory: 'contested' },
    seats,
  );
  const turns = game.played.filter(({ step }) => step.type === 'turn').map(({ turn }) => turn);
  const opened = [game.start, ...game.played.map(({ state }) => state)].filter(({ world }) => world.phase === 'orders');
  const tale = taleOf(game);
  expect(tale.slots.cn).toBe(4 * turns.length);
  expect(tale.slots.us).toBe(opened.reduce((sum, { powers }) => sum + (powers.us.approval < 20 ? 3 : 4), 0));
  expect(tale.slots.us).toBeLessThan(4 * turns.length);
  const told = { tale: { ...tale, orders: { us: {}, ru: {}, cn: { build: 3 } } }, allowed: { us: [], ru: [], cn: [] } };
  const build = slotSharesOf([told]).find(({ power, kind }) => power === 'cn' && kind === 'build');
  expect(build?.share.estimate).toBe(3 / (4 * turns.length));
});

describe('seatings', () => {
  const names = (text: string): readonly string[] => seatingsOf(text).map((seats) => seats.map(([, bot]) => bot).join(' '));

  test('a mix is rotated through every seating that is another', () => {
    expect([...names('rotate dove,hawk,hawk')].sort()).toEqual(['dove hawk hawk', 'hawk dove hawk', 'hawk hawk dove']);
    expect(new Set(names('rotate dove,hawk,opportunist')).size).toBe(6);
    expect(names('rotate hawk,hawk,hawk')).toEqual(['hawk hawk hawk']);
  });

  test('mixed is every seating of three different personalities, each once', () => {
    const mixed = names('mixed');
    expect([mixed.length, new Set(mixed).size]).toEqual([24, 24]);
    for (const seating of mixed) expect(new Set(seating.split(' ')).size).toBe(3);
    expect(mixOf({ seatings: seatingsOf('mixed') })).toBe('mixed');
    expect(mixOf({ seatings: seatingsOf('rotate dove,dove,dove') })).toBe('three of dove');
  });
});

test('who sits twice wins with either seat, and comes out ahead by the share of its encounters', () => {
  const seats: BotSeats = [
    ['us', 'hawk'],
    ['ru', 'hawk'],
    ['cn', 'dove'],
  ];
  const tales = [
    scored(0.6, 0.2, 0.5),
    scored(0.1, 0.2, 0.5),
    scored(0.6, 0.5, 0.5),
    scored(0.4, 0.4, 0.3),
    scored(1, 0, 0, { ending: 'strike' }),
  ];
  const [hawk, dove] = standingsOf(tales.map((tale) => ({ seats, tale })));
  // The fourth has no winner, the fifth no peace.
  expect([hawk?.wins.estimate, dove?.wins.estimate]).toEqual([2 / 3, 1 / 3]);
  expect([hawk?.byChance, dove?.byChance]).toEqual([2 / 3, 1 / 3]);
  expect(hawk?.ahead.dove?.estimate).toBeCloseTo((0.5 + 0 + 0.75 + 1) / 4, 12);
  expect(dove?.ahead.hawk?.estimate).toBeCloseTo(1 - (0.5 + 0 + 0.75 + 1) / 4, 12);
});

test('an opening is named when it wins too often by itself and not by chance, nor by who opens so; one that came a few times is not', () => {
  const begun = (by: BotName, us: string, share: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      seats: [['us', by]] as BotSeats,
      tale: scored(i < share * count ? 0.9 : 0.1, 0.5, 0.2, { openings: { us, ru: 'press', cn: '' } }),
    }));
  const games = [
    // The dove wins, however it begins.
    ...begun('dove', 'press', 0.7, 60),
    ...begun('dove', 'court', 0.7, 60),
    // The hawk wins if it begins to build.
    ...begun('hawk', 'build', 0.8, 60),
    ...begun('hawk', 'visit', 0.1, 60),
    ...begun('hawk', 'coerce', 1, 10),
  ];
  const us = openingsOf(games, 1).filter(({ power }) => power === 'us');
  expect(us.map(({ orders, games: count, isTooGood }) => [orders, count, isTooGood])).toEqual([
    ['build', 60, true],
    ['court', 60, false],
    ['press', 60, false],
    ['visit', 60, false],
  ]);
  expect(us[0]?.wins).toEqual(wilson(48, 60));
  // 6 of 60 and 10 of 10 otherwise, and three doubtful games: won as the hawk wins anywhere, of whom three doubtful ones more are won at a third.
  const otherwise = (16 + (3 * 17) / 73) / 73;
  expect(us[0]?.otherwise).toBeCloseTo(otherwise, 12);
  expect(us[0]?.own.low).toBeCloseTo(wilson(48, 60).low + 1 / 3 - otherwise, 12);
});

test('nor by whom it is played against: a seating that the seat always wins makes no opening good that comes in it', () => {
  const begun = (rival: BotName, us: string, share: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      seats: [
        ['us', 'dove'],
        ['ru', rival],
      ] as BotSeats,
      tale: scored(i < share * count ? 0.9 : 0.1, 0.5, 0.2, { openings: { us, ru: 'press', cn: '' } }),
    }));
  const games = [
    ...begun('hawk', 'press', 0.95, 40),
    ...begun('hawk', 'court', 1, 20),
    ...begun('opportunist', 'court', 0.1, 200),
  ];
  const press = openingsOf(games, 1).find(({ orders }) => orders === 'press');
  expect(press).toMatchObject({ games: 40, isTooGood: false });
  expect(press?.otherwise).toBeGreaterThan(0.85);
});

test('an opening of two turns is named by the kinds that came through in each, and counted by itself', () => {
  const game = playOut(QUICK.board(), { seed: 'two turns', luck: 0, theory: 'contested' }, [
    ['us', 'dove'],
    ['ru', 'hawk'],
    ['cn', 'institutionalist'],
  ]);
  const turns = game.played.filter(({ step }) => step.type === 'turn').slice(0, 2);
  const kinds = turns.map(({ step, returned }) =>
    step.type !== 'turn'
      ? []
      : (step.sheets.us?.orders ?? [])
          .filter((_, i) => !returned.some(({ power, what, index }) => power === 'us' && what === 'order' && index === i))
          .map(({ kind }) => kind),
  );
  const name = kinds.map((each) => [...new Set(each)].sort().join(' + ')).join(', then ');
  expect(name).toMatch(/\w+, then \w+/);
  const tale = { ...taleOf(game), ending: 'time' as const, scores: { us: 0.9, ru: 0.5, cn: 0.2 } };
  const tales = Array.from({ length: 20 }, () => ({ seats: [], tale }));
  expect(openingsOf(tales, 2).find(({ power }) => power === 'us')).toMatchObject({ turns: 2, orders: name, games: 20 });
  expect(openingsOf(tales.slice(1), 2)).toEqual([]);
});

test('the two situations of RULES 11 are played beside games of the scenario that they are set in', () => {
  const report = reportOf([], [], []);
  const [small, large] = balanceLines(report, raidsBeside('best-offense-2016'));
  expect(small).toMatchObject({ line: 'a small raid: restraint pays', holds: 'yes', isSure: true });
  expect(large).toMatchObject({ line: 'a large raid: it does not', holds: 'yes', isSure: true });
  const gained = [...(small?.figures ?? []), ...(large?.figures ?? [])];
  expect(gained.map(({ of }) => of)).toEqual([
    'us score, cap over build',
    'cn score, cap over build',
    'us score, build over cap',
  ]);
  for (const { value } of gained) expect(value.estimate).toBeGreaterThan(0.005);
  expect(balanceLines(report, raidsBeside('quick'))[0]?.holds).toBe('not measured');
});

describe('a line', () => {
  const figure = (estimate: number, low: number, high: number) =>
    ({ of: '', unit: 'share', value: { estimate, low, high } }) as const;

  test('holds by its estimate, surely when the interval is on the same side', () => {
    expect(judge([figure(0.06, 0.05, 0.08)], [0.04, 0.15])).toMatchObject({ holds: 'yes', isSure: true });
    expect(judge([figure(0.06, 0.03, 0.08)], [0.04, 0.15])).toMatchObject({ holds: 'yes', isSure: false });
    expect(judge([figure(0.02, 0.01, 0.05)], [0.04, 0.15])).toMatchObject({ holds: 'no', isSure: false });
    expect(judge([figure(0.02, 0.01, 0.03)], [0.04, 0.15])).toMatchObject({ holds: 'no', isSure: true });
    expect(judge([], [0, 1]).holds).toBe('not measured');
  });

  test('of many figures fails by those alone that are surely outside, and names them', () => {
    const many = [figure(0.1, 0.05, 0.15), figure(0.22, 0.15, 0.29), { ...figure(0.3, 0.25, 0.35), of: 'bad' }];
    expect(judgeMany(many, [0, 0.2])).toMatchObject({ holds: 'no', isSure: true, figures: [{ of: 'bad' }] });
    expect(judgeMany(many.slice(0, 2), [0, 0.2])).toMatchObject({ holds: 'yes', isSure: false });
    expect(judgeMany(many.slice(0, 1), [0, 0.2])).toMatchObject({ holds: 'yes', isSure: true });
    // Where all hold, the one that is nearest to the bound.
    const sound = [figure(0, 0, 0), { ...figure(0.1, 0.05, 0.15), of: 'near' }];
    expect(judgeMany(sound, [Number.NEGATIVE_INFINITY, 0.2])).toMatchObject({ holds: 'yes', figures: [{ of: 'near' }] });
  });

  const linesOf = (seats: string, tales: readonly Tale[]) => {
    const terms: Terms = { scenario: 'quick', contents: '', theory: 'contested', seed: 'x', seats, again: [] };
    const allowed = { us: [], ru: [], cn: [] };
    const told = tales.map((tale, i) => ({ seed: `x-${i}`, tale, allowed, again: [] }));
    return balanceLines(reportOf(seatingsOf(seats), playsOf(terms, tales.length), told), null);
  };
  const nuclear = (seats: string, tales: readonly Tale[]) =>
    linesOf(seats, tales).filter(({ line }) => line.startsWith('nuclear use'));

  test('is measured by the table that it speaks of, and taken from another run where this one does not', () => {
    const war = scored(-1, -1, -1, { ending: 'accident' });
    const hawks = nuclear('rotate hawk,hawk,hawk', [war, war, TALE]);
    const measured = (lines: readonly Line[]) => lines.filter(({ holds }) => holds !== 'not measured').map(({ line }) => line);
    expect(measured(hawks)).toEqual(['nuclear use, three hawks']);
    const doves = nuclear('us=dove,ru=dove,cn=dove', [TALE, TALE]);
    expect(measured(doves)).toEqual(['nuclear use, three doves']);
    expect(measured(withOthers(doves, [hawks]))).toEqual(['nuclear use, three hawks', 'nuclear use, three doves']);
    expect(hawks.find(({ line }) => line.endsWith('hawks'))?.figures[0]?.value).toEqual(wilson(2, 3));
  });

  test('of a strategist is measured against two of a kind, in every seating, by how often it comes out ahead of them', () => {
    // First in its own seat in the first two seatings, between the two in the third.
    const seats = seatingsOf('rotate strategist-2,hawk,hawk');
    const tales = seats.map((seating, i) => {
      const own = seating.find(([, bot]) => bot === 'strategist-2')?.[0] ?? 'us';
      const scores = { us: i < 2 ? 0.3 : 0.6, ru: 0.4, cn: 0.4 };
      return scored(scores.us, scores.ru, scores.cn, { scores: { ...scores, [own]: i < 2 ? 0.7 : 0.5 } });
    });
    const measured = linesOf('rotate strategist-2,hawk,hawk', tales).filter(
      ({ line, holds }) => /strategist/.test(line) && holds !== 'not measured',
    );
    expect(measured.map(({ line }) => line)).toEqual([
      'a strategist models the others from what they have done',
      'a strategist comes out ahead of the hawk',
    ]);
    const [lead] = measured[1]?.figures ?? [];
    const shares = seats.map((seating, i) => {
      const own = seating.find(([, bot]) => bot === 'strategist-2')?.[0] ?? 'us';
      const score = tales[i]!.scores;
      return POWERS.filter((power) => power !== own && score[own] > score[power]).length / 2;
    });
    expect(lead?.value.estimate).toBeCloseTo(shares.reduce((sum, one) => sum + one, 0) / 3, 12);
    expect(lead?.note).toContain('by chance 33.3 %');
  });

  test('there is one for each sentence of RULES 11, with what measures it', () => {
    const lines = linesOf('mixed', [TALE]);
    expect(lines).toHaveLength(22);
    for (const { measuredBy } of lines) expect(measuredBy).not.toBe('');
    expect(new Set(lines.map(({ line }) => line)).size).toBe(lines.length);
  });
});

test('playing seats in turn: --silent each hushes every seat equally often, each in every seating', () => {
  const terms: Terms = {
    ...{ scenario: 'quick', contents: '', theory: 'contested', seed: 'x', seats: 'rotate dove,hawk,hawk' },
    again: [{ instead: 'silent', whose: 'each' }],
  };
  const hushed = playsOf(terms, 9).map(
    ({ seats, again }) => `${JSON.stringify(seats)} ${again.map((one) => ('power' in one ? one.power : '')).join()}`,
  );
  expect(new Set(hushed).size).toBe(9);
  expect(POWERS.map((power) => hushed.filter((one) => one.endsWith(power)).length)).toEqual([3, 3, 3]);
});

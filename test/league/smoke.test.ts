import { expect, test } from 'vitest';
import { amissIn, type Played, seatsOf, uselessBatteries } from '../../server/cli/scenario-smoke.ts';
import { playOut } from '../../shared/bots/moves.ts';
import { type Tale, taleOf } from '../../shared/game/tale.ts';
import { PERSONALITIES, POWERS } from '../../shared/scenario/names.ts';
import { QUICK } from '../server/table.ts';

const BOARD = QUICK.board();
const [GAME] = ['smoke'].map((seed) => playOut(BOARD, { seed, luck: 0, theory: 'contested' }, []));
/** Every kind a little, so that the orders are no matter unless a test says so. */
const EVEN = Object.fromEntries(BOARD.scenario.orderKinds.map((kind) => [kind, 1]));
const SCORES = [
  { us: 0.6, ru: 0.5, cn: 0.4 },
  { us: 0.4, ru: 0.6, cn: 0.5 },
  { us: 0.5, ru: 0.4, cn: 0.6 },
] as const;

/** So many games with nothing amiss, but for what is changed in the ith. */
const games = (count: number, change: (i: number) => Partial<Tale>): readonly Played[] =>
  Array.from({ length: count }, (_, i): Played => {
    const sound = { ...taleOf(GAME!), ending: 'time' as const, turns: 4, crises: i % 2, tension: 50 };
    const even = { orders: { us: EVEN, ru: EVEN, cn: EVEN }, openings: { us: `${i}`, ru: `${i}`, cn: `${i}` } };
    return { seats: [], tale: { ...sound, ...even, scores: SCORES[i % 3]!, ...change(i) }, aims: {}, returned: [] };
  });

test('a scenario in which nothing is amiss has nothing said of it', () => {
  expect(
    amissIn(
      BOARD.scenario,
      games(120, () => ({})),
    ),
  ).toEqual([]);
});

const china = { us: 0.4, ru: 0.5, cn: 0.6 };

test.each<[string, (i: number) => Partial<Tale>, RegExp]>([
  [
    'a seat that wins too often',
    (i) => (i % 2 === 0 ? { scores: china } : {}),
    /^One seat wins too often: China wins 67 % \(58 % to 74 %\) of the 120 games/,
  ],
  [
    'a seat that hardly ever wins',
    (i) => (i % 3 === 0 && i > 15 ? { scores: i % 2 ? china : SCORES[1] } : {}),
    /^One seat hardly ever wins: the United States wins 5 %/,
  ],
  [
    'nuclear use',
    (i) => (i % 2 === 0 ? { ending: 'accident', scores: { us: -1, ru: -1, cn: -1 } } : {}),
    /^50 % \(41 % to 59 %\) of the games end in nuclear use/,
  ],
  [
    'games that are over too soon',
    (i) => ({ turns: 2 + (i % 2) }),
    /^Games are over too soon: after 2.5 \(2.4 to 2.6\) of 4 turns/,
  ],
  [
    'an opening',
    (i) => (i % 3 === 0 ? { openings: { us: 'build + court', ru: `${i}`, cn: `${i}` } } : {}),
    /^One opening wins too often: the United States wins 100 % .* of the 40 decided games that it begins with build \+ court/,
  ],
  ['no crisis', () => ({ crises: 0 }), /^Hardly any game has a crisis \(0 % \(0 % to 3 %\)\)/],
  ['tension at the top', () => ({ tension: 90 }), /^Tension sticks at the top \(mean 90/],
  [
    'a kind that nobody orders',
    () => ({ orders: { us: { build: 1, court: 1, press: 1 }, ru: {}, cn: {} } }),
    /^Nobody ever orders .*penaids/,
  ],
  [
    'a kind that everybody orders',
    () => ({ orders: { us: { ...EVEN, build: 20 }, ru: EVEN, cn: EVEN } }),
    /^\d+ % .* of all orders are build/,
  ],
])('%s is said in a sentence, and a few games alike say nothing', (_what, change, sentence) => {
  const [said, ...more] = amissIn(BOARD.scenario, games(120, change));
  expect(said).toMatch(sentence);
  expect(more.filter((one) => !one.startsWith('Nobody') && !one.includes('of all orders'))).toEqual([]);
  expect(
    amissIn(BOARD.scenario, games(4, change)).filter((one) => sentence.test(one) && /wins|nuclear|Nobody|crisis/.test(one)),
  ).toEqual([]);
});

test('an aim that is drawn in some games only is judged by those', () => {
  const drawn = (points: number): readonly Played[] =>
    games(120, () => ({})).map((one, i) => ({ ...one, aims: i % 3 === 0 ? { 'cn influence': points } : { 'cn us-trust': 12 } }));
  expect(amissIn(BOARD.scenario, drawn(12))).toEqual([]);
  const [said, ...more] = amissIn(BOARD.scenario, drawn(BOARD.scenario.parameters.score.pointsPerObjective));
  expect(said).toMatch(/^The aim "influence" of China is full in every game/);
  expect(more).toEqual([]);
});

test('each seat has each bot once in every four games, and all sixty-four mixtures come', () => {
  const seatings = Array.from({ length: 64 }, (_, i) => seatsOf(i));
  expect(new Set(seatings.map((seats) => JSON.stringify(seats))).size).toBe(64);
  for (let from = 0; from < 64; from += 4)
    for (const power of POWERS) {
      const bots = seatings.slice(from, from + 4).map((seats) => Object.fromEntries(seats)[power]);
      expect(new Set(bots)).toEqual(new Set(PERSONALITIES));
    }
});

test('of batteries only those are named that money is lost on', () => {
  expect(uselessBatteries(BOARD)).toEqual([]);
  const blind = { ...BOARD, coverage: { ...BOARD.coverage, shares: {} } };
  expect(uselessBatteries(blind).join()).toContain('The battery "fort-greely" can engage no path at all');
  expect(uselessBatteries(blind).join()).not.toContain('guam');
});

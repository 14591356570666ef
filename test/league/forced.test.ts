import { describe, expect, test } from 'vitest';
import { forcedGame, forcing } from '../../server/league/forced.ts';
import { liftsOf } from '../../server/league/lifts.ts';
import type { Forced } from '../../server/league/variant.ts';
import { type BotSeats, playOut } from '../../shared/bots/moves.ts';
import type { Game } from '../../shared/game/game.ts';
import { taleOf } from '../../shared/game/tale.ts';
import type { OrderKind, Power } from '../../shared/scenario/names.ts';
import { fairlyReturned } from '../game/play.ts';
import { QUICK } from '../server/table.ts';

const BOTS: BotSeats = [
  ['us', 'hawk'],
  ['ru', 'institutionalist'],
  ['cn', 'dove'],
];
const SETUP = { seed: 'forced', luck: 0, theory: 'contested' } as const;
const spoken = playOut(QUICK.board(), SETUP, BOTS);
const made = (kind: OrderKind, power: Power, turns: readonly number[] = [2, 3]): Forced => ({
  instead: 'forced',
  kind,
  power,
  turns,
});

/** Turns in which the seat carried out an order of the kind. */
const turnsOf = (game: Game, { kind, power }: Forced): readonly number[] =>
  game.played.flatMap(({ step, turn, returned }) => {
    const orders = step.type === 'turn' ? (step.sheets[power]?.orders ?? []) : [];
    const back = returned.filter((one) => one.power === power && one.what === 'order').map(({ index }) => index);
    return orders.some((order, i) => order.kind === kind && !back.includes(i)) ? [turn] : [];
  });

describe('a seat made to play a kind of order', () => {
  test.each([
    ['build', 'us', [2, 3]],
    ['penaids', 'ru', [2, 3]],
    ['press', 'cn', [2, 3]],
    ['court', 'us', [2, 3]],
    // Signed by a partner first: nobody plays it alone.
    ['joint-exercise', 'ru', [2, 3]],
  ] as const)('plays %s as %s in those turns and in no others', (kind, power, turns) => {
    const forced = made(kind, power);
    const game = playOut(QUICK.board(), SETUP, BOTS, forcing(forced));
    expect(turnsOf(game, forced).filter((turn) => !forced.turns.includes(turn))).toEqual([]);
    expect(turnsOf(game, forced)).toEqual(turns);
    expect(game.played.flatMap(({ returned }) => returned)).toEqual(game.played.flatMap(fairlyReturned));
  });

  test('is measured against the same seat that never plays it: both as if played from the first turn on', () => {
    for (const forced of [
      made('build', 'us'),
      made('penaids', 'us'),
      made('joint-exercise', 'cn'),
      made('withdraw', 'us', [3]),
    ]) {
      const never = playOut(QUICK.board(), SETUP, BOTS, forcing({ ...forced, turns: [] }));
      expect(turnsOf(never, forced)).toEqual([]);
      const retold = forcedGame(spoken, BOTS, forced);
      expect(retold?.against ?? taleOf(spoken)).toEqual(taleOf(never));
      expect(retold?.tale).toEqual(taleOf(playOut(QUICK.board(), SETUP, BOTS, forcing(forced))));
    }
  });

  test('that may not give it in any of the turns is no game', () => {
    expect(forcedGame(spoken, BOTS, made('dispersal', 'us'))).toBeNull();
    expect(forcedGame(spoken, BOTS, made('build', 'us', [40]))).toBeNull();
  });
});

test('the lift is the mean gain in points of 100 over the games in which the kind was carried out, of all that were asked about', () => {
  const tale = taleOf(spoken);
  const scored = (us: number, builds: number, ending: 'time' | 'accident' = 'time') => ({
    ...tale,
    ending,
    scores: { us, ru: 0.5, cn: 0.5 },
    orders: { us: { build: builds }, ru: {}, cn: {} },
  });
  const trial = (forced: ReturnType<typeof scored>) => ({
    kind: 'build' as const,
    power: 'us' as const,
    tales: { forced, never: scored(0.5, 0) },
  });
  const trials = [trial(scored(0.6, 2)), trial(scored(0.52, 1)), trial(scored(-1, 1, 'accident')), trial(scored(0.9, 0))];
  const [lift] = liftsOf([...trials, { kind: 'build', power: 'us', tales: null }]);
  expect(lift).toMatchObject({ kind: 'build', power: 'us', games: 5, played: 3 });
  expect(lift?.lift.estimate).toBeCloseTo((10 + 2 - 150) / 3, 10);
  expect(lift?.inPeace.estimate).toBeCloseTo(6, 10);
  expect(lift?.nuclearUse.estimate).toBeCloseTo(100 / 3, 10);
  expect(lift?.times).toBeCloseTo(4 / 3, 10);
});

import { describe, expect, it } from 'vitest';
import {
  contestedRadars,
  evidenceOf,
  knownBatteries,
  learningOrders,
  programmesUnderWay,
  systemsOf,
} from '../../client/model/intelligence.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { veil } from '../../shared/game/veil.ts';
import { viewOf } from '../../shared/game/view.ts';
import { betaQuantile } from '../../shared/math/beta.ts';
import { EMPTY_SHEET, type Order } from '../../shared/orders/sheet.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { boardOf } from '../game/play.ts';

const board = boardOf('best-offense-2016');
const start = newGame(board, { seed: 'evidence', luck: 0, theory: 'contested' });
const seen = (game: Game, by: Power) => viewOf(game, by).state;
const gameAfter = (power: Power, ...orders: Order[]): Game =>
  advance(start, { type: 'turn', sheets: { [power]: { ...EMPTY_SHEET, orders } } });

describe('what is known of a system', () => {
  it('is the published record: nine hits of the ground-based interceptor in seventeen tests by October 2016', () => {
    expect(evidenceOf(board, seen(start, 'ru'), 'gbi')).toMatchObject({
      before: { hits: 9, trials: 17 },
      since: { hits: 0, trials: 0 },
    });
  });

  it('is read at the quantile that the scenario names, of one success and one failure more than were seen', () => {
    const { rivalQuantile, ownerQuantile } = board.scenario.parameters.belief;
    const { kill } = evidenceOf(board, seen(start, 'ru'), 'gbi').readings;
    expect(kill.rival).toBeCloseTo(betaQuantile(rivalQuantile, { a: 10, b: 9 }), 12);
    expect(kill.owner).toBeCloseTo(betaQuantile(ownerQuantile, { a: 10, b: 9 }), 12);
    expect(kill.public).toBeCloseTo(10 / 19, 12);
  });

  it('is the same to everybody: the evidence is public, only the reading differs by whose system it is', () => {
    for (const { id } of board.scenario.interceptors)
      expect(evidenceOf(board, seen(start, 'us'), id)).toEqual(evidenceOf(board, seen(start, 'cn'), id));
  });

  it('counts a flight test in the game as one test, whatever weight it has', () => {
    const tested = gameAfter('us', { kind: 'flight-test', interceptor: 'gbi', decoys: false });
    expect(evidenceOf(board, seen(tested, 'ru'), 'gbi').since.trials).toBe(1);
  });

  it('has every system of a power once', () => {
    expect(systemsOf(board, seen(start, 'cn'), 'us').map((system) => system.interceptor)).toEqual([
      'gbi',
      'sm3-ib',
      'sm3-iia',
      'thaad',
    ]);
  });
});

describe('what is known of batteries', () => {
  it('is nothing of work just begun on its owner’s own soil, and all of it to the owner', () => {
    const built = gameAfter('cn', { kind: 'build', battery: 'hq19-beijing' });
    expect(knownBatteries(board, seen(built, 'us'), 'cn')).toEqual([]);
    expect(knownBatteries(board, seen(built, 'cn'), 'cn').map(({ standing }) => standing.battery)).toEqual(['hq19-beijing']);
  });

  it('tells the owner whether others see it yet: not at first, by satellites from half-time on, by inspectors at once', () => {
    const built = gameAfter('cn', { kind: 'build', battery: 'hq19-beijing' }, { kind: 'dispersal' });
    const known = (state: State, by: Power) =>
      knownBatteries(board, veil(board, state, by), 'cn').map(({ knowledge }) => knowledge);
    const now = stateOf(built);
    expect(known(now, 'cn')).toEqual(['unseen']);
    const { start: begun, ready } = Object.values(now.works).find(({ battery }) => battery === 'hq19-beijing')!;
    const halfway: State = { ...now, world: { ...now.world, turn: begun + Math.ceil((ready - begun) / 2) } };
    expect([known(halfway, 'cn'), known(halfway, 'ru')]).toEqual([['seen'], ['seen']]);
    const works = Object.fromEntries(Object.entries(now.works).map(([id, work]) => [id, { ...work, seenBy: ['ru' as const] }]));
    const inspected: State = { ...now, works };
    expect([known(inspected, 'cn'), known(inspected, 'ru'), known(inspected, 'us')]).toEqual([['inspected'], ['inspected'], []]);
    const programmes = (state: State, by: Power) => programmesUnderWay(veil(board, state, by), 'cn').map(([, { what }]) => what);
    expect([programmes(inspected, 'ru'), programmes(inspected, 'us'), programmes(now, 'cn')]).toEqual([
      ['dispersal'],
      [],
      ['dispersal'],
    ]);
  });

  it('comes at once and by announcement where a host debates it', () => {
    const built = gameAfter('us', { kind: 'build', battery: 'redzikowo' });
    const known = knownBatteries(board, seen(built, 'ru'), 'us').find(({ standing }) => standing.battery === 'redzikowo');
    expect(known?.knowledge).toBe('announced');
  });

  it('tells radars of disputed range only while they stand', () => {
    const places = contestedRadars(board, seen(start, 'cn'), 'us').map((radar) => radar.id);
    expect(places).toContain('shariki-radar');
    expect(places).not.toContain('seongju-radar');
  });
});

describe('orders that teach', () => {
  it('are about the power whose system they test, and about nobody else', () => {
    const options = optionsFor(board, seen(start, 'us'), 'us');
    expect(learningOrders(board, options, 'us').map((option) => option.order.kind)).toContain('flight-test');
    expect(learningOrders(board, options, 'ru').filter((option) => option.order.kind === 'flight-test')).toEqual([]);
  });
});

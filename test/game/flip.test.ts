import { beforeAll, describe, expect, test } from 'vitest';
import type { Board } from '../../shared/capability/board.ts';
import { whyWhatIf } from '../../shared/game/explain-flip.ts';
import { type Flip, flipped, flipsOf, orderAt, pivotalOf, whatIf } from '../../shared/game/flip.ts';
import { underTheory } from '../../shared/game/follow.ts';
import { type Game, type Step, stateOf } from '../../shared/game/game.ts';
import { scoreOf } from '../../shared/game/score.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { hashOf } from '../../shared/hash.ts';
import type { Sheet } from '../../shared/orders/sheet.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { check } from './check-why.ts';
import { boardOf, botGame } from './play.ts';

let board: Board;
let game: Game;
beforeAll(() => {
  board = boardOf('lesson');
  game = botGame(board, 'flips 2', { us: 'institutionalist', ru: 'opportunist', cn: 'hawk' });
});

/** Slow: the steps edited by hand as JSON and everything played from the first turn; choices of rounds that never were are none. */
function byHand(of: Game, { turn, seat, index }: Flip): Game {
  const steps: { turn: number; round: number; step: Step }[] = JSON.parse(
    JSON.stringify(of.played.map((one) => ({ turn: one.turn, round: one.round, step: one.step }))),
  );
  for (const one of steps)
    if (one.turn === turn && one.step.type === 'turn') (one.step.sheets[seat] as { orders: unknown[] }).orders.splice(index, 1);
  let now = newGame(of.board, of.setup);
  while (stateOf(now).world.phase !== 'ended' && stateOf(now).world.turn <= turn + 2) {
    const { world, crisis } = stateOf(now);
    if (world.phase === 'crisis') {
      const round = steps.find((one) => one.turn === world.turn && one.round === crisis.round && one.step.type === 'round');
      now = advance(now, round?.step ?? { type: 'round', choices: {} });
    } else {
      const sheets = steps.find((one) => one.turn === world.turn && one.step.type === 'turn');
      if (!sheets) return now;
      now = advance(now, sheets.step);
    }
  }
  return now;
}

/** A turn's own score from running means: n x mean of n turns less (n - 1) x mean of n - 1. */
function turnScores(of: Game, seat: 'us' | 'ru' | 'cn'): readonly number[] {
  const closed = of.played.flatMap(({ state }, i) => (state.world.phase === 'crisis' ? [] : [i + 1]));
  return closed.map((length, i) => {
    const upTo = (n: number): number => scoreOf({ ...of, played: of.played.slice(0, n) }, seat).normalised;
    return upTo(length) === -1 ? -1 : upTo(length) * (i + 1) - (i === 0 ? 0 : upTo(closed[i - 1] as number) * i);
  });
}

describe('what if one order had not been given', () => {
  test('the flipped turns are those of a game whose steps were edited by hand and played from the start', () => {
    const flips = flipsOf(game).filter((_flip, i) => i % 4 === 0);
    expect(flips.length).toBeGreaterThan(3);
    for (const flip of flips) expect(hashOf(stateOf(flipped(game, flip)))).toBe(hashOf(stateOf(byHand(game, flip))));
  }, 60_000);

  test('its weight is the mean change of gauge and owner score over those turns', () => {
    const flip = flipsOf(game).find(({ turn }) => turn === 2) as Flip;
    const what = whatIf(game, flip);
    const other = byHand(game, flip);
    const [was, becomes] = [turnScores(game, flip.seat), turnScores(other, flip.seat)];
    const gauges = (of: Game): readonly number[] =>
      of.played
        .filter(({ state }) => state.world.phase !== 'crisis')
        .map(({ moment }) => Math.min(...Object.values(moment.margins)));
    const turns = what.turns.map(({ turn }) => turn - 1);
    const mean = (of: (i: number) => number): number => turns.reduce((sum, i) => sum + of(i), 0) / turns.length;
    expect(turns).toEqual([1, 2, 3]);
    expect(what.scoreChange).toBeCloseTo(
      mean((i) => Math.abs((becomes[i] as number) - (was[i] as number))),
      9,
    );
    expect(what.gaugeChange).toBeCloseTo(
      mean((i) => Math.abs((gauges(other)[i] as number) - (gauges(game)[i] as number))),
      9,
    );
  }, 20_000);

  test('answers why: each weight as a formula that comes to it, turn by turn down to the figures of the scenario', () => {
    for (const flip of flipsOf(game).filter((_flip, i) => i % 5 === 0)) {
      const what = whatIf(game, flip);
      const why = whyWhatIf(game, flip);
      expect(why.closed).toHaveLength(4 * what.turns.length);
      for (const closed of why.closed) check(closed.why, closed.state, board.scenario);
      for (const name of ['gaugeChange', 'scoreChange', 'weight'] as const) {
        expect(why[name].value).toBeCloseTo(what[name], 12);
        check(why[name], why.closed[0]!.state, board.scenario);
      }
    }
  }, 60_000);

  test('the pivotal orders are the weightiest of all, the first first', () => {
    const all = flipsOf(game).map((flip) => whatIf(game, flip).weight);
    const pivotal = pivotalOf(game, 3);
    expect(pivotal.map(({ weight }) => weight)).toEqual([...all].sort((a, b) => b - a).slice(0, 3));
    for (const { flip, order } of pivotal) expect(order).toEqual(orderAt(game, flip));
  }, 60_000);

  test('without one half of a joint order the other half comes back, and is marked so', () => {
    const joint = withJointExercise(boardOf('quick'));
    const what = whatIf(joint, { turn: 1, seat: 'ru', index: 0 });
    expect(what.isJoint).toBe(true);
    expect(what.orders).toEqual([
      { turn: 1, seat: 'cn', order: { kind: 'joint-exercise', partner: 'ru' }, isJoint: true, comesBack: true },
    ]);
  }, 20_000);

  test('taking out what was never carried out changes nothing', () => {
    const idle: Game = advance(newGame(board, { seed: 'idle', luck: 0, theory: 'contested' }), {
      type: 'turn',
      sheets: { us: { orders: [{ kind: 'joint-exercise', partner: 'us' }], statements: [], abandon: [] } },
    });
    const what = whatIf(idle, { turn: 1, seat: 'us', index: 0 });
    expect([what.weight, what.orders, what.commitments]).toEqual([0, [], []]);
  }, 20_000);
});

describe('the same sheets under another theory', () => {
  test('under its own theory a game is itself, to the last hash', () => {
    const again = underTheory(game, game.setup.theory);
    expect(again.played.map(({ state }) => hashOf(state))).toEqual(game.played.map(({ state }) => hashOf(state)));
  }, 20_000);

  test('a game that a facilitator ended is ended there again, in a crisis too', () => {
    const crisis = game.played.findIndex(({ state }) => state.world.phase === 'crisis');
    for (const length of [1, 2, crisis + 1].filter((one) => one > 0)) {
      const cut = advance({ ...game, played: game.played.slice(0, length) }, { type: 'end' });
      const again = underTheory(cut, cut.setup.theory);
      expect(again.played.map(({ state }) => hashOf(state))).toEqual(cut.played.map(({ state }) => hashOf(state)));
      const [flip] = flipsOf(cut);
      if (flip) expect(whatIf(cut, flip).ending).toEqual({ was: 'none', becomes: 'none' });
    }
  }, 30_000);

  test('the schools differ in margins and not in what was handed in', () => {
    const [one, other] = [underTheory(game, 'stabilise'), underTheory(game, 'destabilise')];
    const sheets = (of: Game): unknown => of.played.flatMap(({ step }) => (step.type === 'turn' ? [step.sheets] : []));
    const shared = Math.min(one.played.length, other.played.length);
    expect(sheets(one)).toEqual(sheets(other));
    expect(one.played.slice(0, shared).map(({ moment }) => moment.gauge.mid)).not.toEqual(
      other.played.slice(0, shared).map(({ moment }) => moment.gauge.mid),
    );
  }, 20_000);
});

/** Russia and China have signed an exercise and both order it. */
function withJointExercise(of: Board): Game {
  const sheet = (orders: Sheet['orders']): Sheet => ({ orders, statements: [], abandon: [] });
  const start = newGame(of, { seed: 'joint', luck: 0, theory: 'contested' });
  const played = advance(start, {
    type: 'turn',
    sheets: { ru: sheet([{ kind: 'joint-exercise', partner: 'cn' }]), cn: sheet([{ kind: 'joint-exercise', partner: 'ru' }]) },
    agreed: [['ru', 'cn', 'joint-exercise']],
  });
  expect(POWERS.flatMap((power) => played.played[0]?.returned.filter((back) => back.power === power) ?? [])).toEqual([]);
  return played;
}

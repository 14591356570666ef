/** Every number that is worked out and shown: listed from what the core hands out, each with a why that comes to it. */
import { describe, expect, it } from 'vitest';
import type { Why } from '../../shared/capability/why.ts';
import { baseFear, marginsOf, publicMargins } from '../../shared/crisis/alarm.ts';
import { accidentChance, haveDirectLine, outbreakOf } from '../../shared/crisis/outbreak.ts';
import { briefingOf, gaugeOf, systemViews, type Toward } from '../../shared/game/briefing.ts';
import { commonScore } from '../../shared/game/common-score.ts';
import { exchangeOn } from '../../shared/game/exchange.ts';
import { type Question, whyOf } from '../../shared/game/explain.ts';
import { whyCommon } from '../../shared/game/explain-common.ts';
import type { ExchangeCount } from '../../shared/game/explain-exchange.ts';
import { whyOrder } from '../../shared/game/explain-order.ts';
import { whyPoints, whyScore } from '../../shared/game/explain-score.ts';
import type { StruckCount } from '../../shared/game/explain-struck.ts';
import { coverOf, shareStopped } from '../../shared/game/measures.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { previewOrder } from '../../shared/game/preview.ts';
import { reportOf } from '../../shared/game/report.ts';
import { lineOf, scoreOf } from '../../shared/game/score.ts';
import { veil } from '../../shared/game/veil.ts';
import { raidOfThird } from '../../shared/politics/third-state.ts';
import { PAIRS, POWERS, type Power, pairId } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { board } from '../belief/table.ts';
import { check, states } from './check-why.ts';
import { randomGame } from './random-sheets.ts';

const THEORY = 'contested';

/** What is asked for each number that planners tell their seat. A number without a line here has no why. */
const TOWARD: Readonly<Record<Exclude<keyof Toward, 'rival'>, (of: Power, towards: Power) => Question>> = {
  threshold: (of, towards) => ({ what: 'threshold', of, towards, eyes: of, theory: THEORY }),
  alarm: (of, towards) => ({ what: 'alarm', of, towards, eyes: of, theory: THEORY }),
  margin: (of, towards) => ({ what: 'margin', of, towards, eyes: of, theory: THEORY }),
  stakes: (of, towards) => ({ what: 'stakes', of, towards, eyes: of, theory: THEORY }),
  fear: (of, towards) => ({ what: 'fear', of, towards }),
  surviving: (of, towards) => ({ what: 'surviving', of, towards }),
  arriving: (of, towards) => ({ what: 'arriving', of, towards }),
  interceptors: (of, towards) => ({ what: 'interceptors', of, towards }),
};

it('the debrief has, turn by turn and for all six pairs, the margin as believed and as it was', () => {
  const report = reportOf(randomGame(board, 'debrief', 3));
  expect(report.turns.length).toBeGreaterThan(1);
  for (const { judged } of report.turns) {
    expect(Object.keys(judged).sort()).toEqual(PAIRS.map(([of, towards]) => pairId(of, towards)).sort());
    for (const [of, towards] of PAIRS) {
      const [there, back] = [judged[pairId(of, towards)]!, judged[pairId(towards, of)]!];
      expect(there.index).toBe(back.index);
      expect(there.index).toBeGreaterThan(0);
      expect(there.index).toBeLessThanOrEqual(1);
      expect(there.truth).toBeLessThan(1);
    }
  }
  // Before anything has happened the truth is what the system's own draws make of the start.
  const { start, setup } = randomGame(board, 'debrief', 0);
  const how = { eyes: 'truth', theory: setup.theory } as const;
  expect(report.turns[0]!.judged['us>ru']!.truth).toBe(marginsOf(board, start, ['us', 'ru'], how)[0].margin);
});

function holds(why: Why, value: number, state: State): void {
  expect(why.value).toBeCloseTo(value, 9);
  check(why, state);
}

/** The names of all numbers in a record. */
const numbersIn = (record: object): string[] =>
  Object.entries(record).flatMap(([name, value]) => (typeof value === 'number' ? [name] : []));

describe('every number that is shown has a why', () => {
  it('what planners tell a seat', () => {
    for (const state of states) {
      for (const power of POWERS) {
        const own = veil(board, state, power);
        for (const toward of briefingOf(board, own, THEORY, power).toward) {
          expect(numbersIn(toward).sort()).toEqual(Object.keys(TOWARD).sort());
          for (const [name, asking] of Object.entries(TOWARD))
            holds(whyOf(board, own, asking(power, toward.rival)), toward[name as keyof typeof TOWARD], own);
        }
      }
    }
  });

  it('the gauge: margin, stakes of the side with the smaller margin, and the band of the two schools', () => {
    for (const state of states) {
      const known = veil(board, state, 'public');
      for (const dyad of gaugeOf(board, state, THEORY).dyads) {
        expect(numbersIn(dyad).sort()).toEqual(['high', 'low', 'margin', 'stakes']);
        holds(whyOf(board, known, { what: 'gauge', dyad: dyad.id, theory: THEORY }), dyad.margin, known);
        const band = whyOf(board, known, { what: 'band', dyad: dyad.id });
        holds(band, dyad.high - dyad.low, known);
        const ends = band.parts.map(({ value }) => value);
        expect([Math.min(...ends), Math.max(...ends)]).toEqual([dyad.low, dyad.high]);
        const sides = dyad.id.split('-') as [Power, Power];
        const stakes = [sides, [...sides].reverse() as [Power, Power]].map(([of, towards]) =>
          whyOf(board, known, { what: 'stakes', of, towards, eyes: 'public', theory: THEORY }),
        );
        for (const why of stakes) check(why, known);
        expect(stakes.some(({ value }) => Math.abs(value - dyad.stakes) < 1e-9)).toBe(true);
      }
    }
  });

  it('one shot of each system, as rivals, its owner and the public take it', () => {
    const stances = { rivalView: 'rival', ownerView: 'owner', publicMean: 'public' } as const;
    for (const state of states) {
      for (const system of systemViews(board, state)) {
        expect(numbersIn(system).sort()).toEqual(Object.keys(stances).sort());
        for (const name of ['rivalView', 'ownerView', 'publicMean'] as const) {
          const asked = { what: 'single-kill', interceptor: system.interceptor, stance: stances[name] } as const;
          holds(whyOf(board, state, asked), system[name], state);
        }
      }
    }
  });

  it('index of a pair, in truth', () => {
    for (const [of, towards] of PAIRS) {
      const why = whyOf(board, states[0]!, { what: 'index', of, towards, eyes: 'truth', theory: THEORY });
      check(why, states[0]!);
      const [margin] = marginsOf(board, states[0]!, [of, towards], { eyes: 'truth', theory: THEORY });
      expect(why.value).toBeCloseTo(margin.index, 12);
    }
  });

  it('the chance of an outbreak and of an accident', () => {
    for (const state of states) {
      const known = veil(board, state, 'public');
      const { chance } = outbreakOf(board, { state, known }, THEORY, 0);
      expect(publicMargins(board, known, THEORY)).toHaveLength(3);
      holds(whyOf(board, known, { what: 'outbreak', theory: THEORY }), chance, known);
      for (const [of, towards] of PAIRS) {
        const accident = accidentChance(board, {
          generated: state.powers[of].posture === 'generated',
          onWarning: state.powers[of].launchUnderAttack,
          alarm: baseFear(board, state, of, towards),
          mediated: state.crisis.mediated,
          hotline: haveDirectLine(state, of, towards),
          dispersed: state.powers[of].dispersal + state.powers[of].patrol,
        });
        holds(whyOf(board, state, { what: 'accident', of, towards }), accident, state);
      }
    }
  });

  it('every count of an exchange', () => {
    for (const state of states) {
      for (const [of, towards] of PAIRS) {
        const exchange = exchangeOn(board, state, { striker: of, struck: towards, cause: 'strike' });
        const counts = numbersIn(exchange) as ExchangeCount[];
        expect(counts).toHaveLength(6);
        for (const count of counts) holds(whyOf(board, state, { what: 'exchange', of, towards, count }), exchange[count], state);
        // Aim points stand in the scenario.
        for (const { leg, aimPoints: _aimPoints, ...told } of exchange.onForces)
          for (const count of numbersIn(told) as StruckCount[])
            holds(whyOf(board, state, { what: 'struck', of, towards, leg, count }), told[count], state);
      }
    }
  });

  it('cover, the share of each raid stopped, its size, and the points of a turn', () => {
    for (const state of states) {
      holds(whyOf(board, state, { what: 'cover', of: 'us' }), coverOf({ board, state, power: 'us' }), state);
      for (const [third, group] of [
        ['nk', 'nk>us'],
        ['nk', 'nk>allies'],
        ['iran', 'iran>allies'],
      ] as const) {
        holds(
          whyOf(board, state, { what: 'stopped', of: 'us', third, group }),
          shareStopped({ board, state, power: 'us' }, third, group),
          state,
        );
        holds(whyOf(board, state, { what: 'raid', third }), raidOfThird(board, state.thirds[third]!).warheads, state);
      }
      for (const power of POWERS) {
        const points = lineOf(board, state, power).reduce((sum, one) => sum + one.points, 0);
        holds(whyPoints(board, state, power), points, state);
      }
    }
  });

  it('the score: each objective over the turns, and the share of what there is', () => {
    for (const game of [randomGame(board, 'score', 0), randomGame(board, 'score', 3)]) {
      for (const power of POWERS) {
        const score = scoreOf(game, power);
        const { objectives, normalised, states: ends } = whyScore(game, power);
        expect(objectives).toHaveLength(score.objectives.length);
        for (const [i, why] of objectives.entries()) {
          expect(why.value).toBeCloseTo(score.objectives[i]!.points, 12);
          for (const [turn, { from }] of why.parts.entries()) if (from.type === 'why') check(from.why, ends[turn]!);
          check(why, ends.at(-1)!);
        }
        expect(normalised.value).toBe(score.normalised);
        check(normalised, ends.at(-1)!);
      }
    }
  });

  it('what all three come to together', () => {
    for (const game of [randomGame(board, 'score', 0), randomGame(board, 'score', 3)]) {
      const { why, turns } = whyCommon(game);
      expect(why.value).toBe(commonScore(game));
      for (const { state, tension, safe } of turns) for (const each of [tension, safe]) check(each, state);
      check(why, turns.at(-1)!.state);
    }
  });

  it('what an order is said to do: alarm of each rival, tension without and with it, and cover', () => {
    for (const state of states) {
      for (const power of POWERS) {
        const own = veil(board, state, power);
        for (const { order } of optionsFor(board, own, power).slice(0, 12)) {
          const preview = previewOrder(board, own, power, order);
          const { alarms, reliefs, tension, states: known } = whyOrder(board, own, power, order);
          for (const [i, { rival, low, high }] of alarms.entries()) {
            expect(rival).toBe(preview.alarms[i]!.rival);
            for (const [why, value] of [
              [low, preview.alarms[i]!.low],
              [high, preview.alarms[i]!.high],
            ] as const) {
              expect(why.value).toBeCloseTo(value, 9);
              checkShifts(why, known);
            }
          }
          expect(reliefs.map(({ rival }) => rival)).toEqual(preview.reliefs.map(({ rival }) => rival));
          for (const [i, { change }] of reliefs.entries()) {
            expect(change.value).toBeCloseTo(preview.reliefs[i]!.change, 9);
            checkShift(change, known);
          }
          expect(tension.low.value).toBeCloseTo(preview.tension.low, 9);
          expect(tension.high.value).toBeCloseTo(preview.tension.high, 9);
          check(tension.low, own);
        }
      }
    }
  });
});

type Known = { readonly before: State; readonly after: State };

function checkShifts(why: Why, known: Known): void {
  for (const { from } of why.parts) {
    if (from.type !== 'why') throw new Error('a shift is worked out');
    checkShift(from.why, known);
  }
  check(why, known.after);
}

/** The fears without the order and with it belong to two states. */
function checkShift(shift: Why, known: Known): void {
  for (const { symbol, from } of shift.parts)
    if (from.type === 'why') check(from.why, symbol === 'after' ? known.after : known.before);
  check(shift, known.after);
}

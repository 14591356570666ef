import { describe, expect, it } from 'vitest';
import { readingOf } from '../../shared/belief/evidence.ts';
import { whyStabilityAnswer } from '../../shared/capability/explain-stability.ts';
import { stabilityOf, TABLE_DEFAULTS } from '../../shared/capability/stability.ts';
import { linesOf } from '../../shared/capability/why.ts';
import { marginsOf } from '../../shared/crisis/alarm.ts';
import { gaugeOf } from '../../shared/game/briefing.ts';
import { whyOf } from '../../shared/game/explain.ts';
import { veil } from '../../shared/game/veil.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import { PAIRS, POWERS, THEORIES } from '../../shared/scenario/names.ts';
import { board, start } from '../belief/table.ts';
import { check, informed, states } from './check-why.ts';

describe('why?', () => {
  it('fear: the number itself, and a formula that comes to it at every step down', () => {
    for (const state of states) {
      for (const [of, towards] of PAIRS) {
        const why = whyOf(board, state, { what: 'fear', of, towards });
        expect(why.value).toBeCloseTo(fearOf(board, state, of, towards).fear, 12);
        check(why, state);
        expect(whyOf(board, state, { what: 'arriving', of, towards }).value).toBeCloseTo(
          fearOf(board, state, of, towards).arriving,
          9,
        );
      }
    }
  });

  it('threshold, alarm and margin, by every pair of eyes and in each school', () => {
    for (const state of states) {
      for (const [of, towards] of PAIRS) {
        for (const eyes of [of, 'public', 'truth'] as const) {
          for (const theory of THEORIES) {
            const [margin] = marginsOf(board, state, [of, towards], { eyes, theory });
            const why = whyOf(board, state, { what: 'margin', of, towards, eyes, theory });
            expect(why.value).toBeCloseTo(margin.margin, 12);
            const threshold = whyOf(board, state, { what: 'threshold', of, towards, eyes, theory });
            expect(threshold.value).toBeCloseTo(margin.threshold, 12);
            expect(whyOf(board, state, { what: 'alarm', of, towards, eyes, theory }).value).toBe(margin.alarm);
            if (theory === 'contested' || eyes === 'public') check(why, state);
          }
        }
      }
    }
  });

  it('the public gauge, each dyad', () => {
    for (const state of states) {
      const known = veil(board, state, 'public');
      for (const { id, margin } of gaugeOf(board, state, 'contested').dyads) {
        const why = whyOf(board, known, { what: 'gauge', dyad: id, theory: 'contested' });
        expect(why.value).toBeCloseTo(margin, 12);
        check(why, known);
      }
    }
  });

  it('coverage of every battery and group, by the corridors’ weights', () => {
    for (const [battery, shares] of Object.entries(board.coverage.shares)) {
      for (const [group, share] of Object.entries(shares)) {
        const why = whyOf(board, start, { what: 'coverage', batteries: [battery], group });
        expect(why.value).toBe(share);
        check(why, start);
      }
    }
  });

  it('a reading of the evidence, by each stance', () => {
    for (const [state, { id }] of [start, informed].flatMap((state) =>
      board.scenario.interceptors.map((one) => [state, one] as const),
    )) {
      for (const stance of ['rival', 'owner', 'public', 'truth'] as const) {
        const reading = readingOf(board, state, id, stance);
        for (const [what, value] of [
          ['kill', reading.kill],
          ['tracking', reading.tracking],
          ['decoys-taken', reading.decoysTaken],
        ] as const) {
          const why = whyOf(board, state, { what, interceptor: id, stance });
          expect(why.value).toBe(value);
          check(why, state);
        }
      }
    }
  });

  it('the tables of SCIENCE 2.4, as the command line prints them', () => {
    for (const attacker of POWERS) {
      for (const defender of POWERS.filter((power) => power !== attacker)) {
        const asked = { ...TABLE_DEFAULTS, attacker, defender, interceptors: 44, siloInterceptors: 100 };
        const why = whyStabilityAnswer(asked)['threshold']!;
        expect(why.value).toBeCloseTo(stabilityOf(asked).attacker.breakEven, 12);
        check(why, null);
        expect(linesOf(why)[0]).toMatch(
          /^threshold = [\d.]+ = min\(1, \(costFirst \+ taboo\) \/ costSecond\) {3}\[kent-thaler, rules\]$/,
        );
      }
    }
  });
});

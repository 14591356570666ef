import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areTrialsIndependent, arrivalsOf } from '../../shared/capability/arrivals.ts';
import { expectedArriving, type Layer, noLeakUniform, type Raid } from '../../shared/capability/engagement.ts';
import { mixedLeakers } from '../../shared/capability/mixed-raid.ts';
import { sampleRaids } from '../../shared/capability/raid.ts';
import { shootLookShootPlan } from '../../shared/capability/shoot-look-shoot.ts';
import { Stream } from '../../shared/math/stream.ts';

const address = (subject: string) => ({ seed: 'arrivals', luck: 0, turn: 0, round: 0, rule: 'test', subject, n: 0 });
const SAMPLES = 4000;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.oneof(fc.nat(40), fc.double({ min: 0, max: 40, noNaN: true }));
const layer = fc.record({
  interceptors: fc.oneof(fc.nat(120), fc.double({ min: 0, max: 120, noNaN: true })),
  singleShot: share,
  tracking: share,
  decoysTaken: share,
});
const alone = fc.record({ warheads: count, decoys: fc.constant(0), credibleDecoys: fc.constant(0) });
const mean = (chances: readonly number[]): number => chances.reduce((sum, chance, n) => sum + n * chance, 0);

/** Kolmogorov's distance of a sample from a distribution. */
function distance(sample: Uint32Array, chances: readonly number[]): number {
  let [expected, got, most] = [0, 0, 0];
  const cells = chances.map(() => 0);
  for (const each of sample) cells[each]! += 1;
  for (const [n, chance] of chances.entries()) {
    expected += chance;
    got += cells[n]! / sample.length;
    most = Math.max(most, Math.abs(expected - got));
  }
  return most;
}

/** A sample strays further than this from its own distribution once in half a million. */
const SAMPLING_ERROR = 2.8 / Math.sqrt(SAMPLES);

describe('the chance of each number to arrive', () => {
  it('convolved and sampled agree within sampling error, over random raids, layers and common modes', () => {
    fc.assert(
      fc.property(
        alone,
        fc.array(layer, { maxLength: 3 }),
        share,
        fc.string({ maxLength: 6 }),
        (raid, layers, commonMode, name) => {
          const asked = { commonMode, address: address(name), samples: SAMPLES };
          const { method, chances } = arrivalsOf(raid, layers, asked);
          expect(method).toBe('convolution');
          expect(distance(sampleRaids(raid, layers, { ...asked, count: SAMPLES }), chances)).toBeLessThan(SAMPLING_ERROR);
        },
      ),
      { seed: 2016, numRuns: 150 },
    );
  });

  it('sums to 1, and behind one layer has the mean of F8 where the common mode works', () => {
    fc.assert(
      fc.property(alone, layer, (raid, defence) => {
        const whole = { ...raid, warheads: Math.floor(raid.warheads) };
        const { chances } = arrivalsOf(whole, [defence], { commonMode: 1, address: address('mean'), samples: 0 });
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
        // With part of an interceptor the mean of both whole inventories is F8's straight line between them.
        expect(mean(chances)).toBeCloseTo(expectedArriving(whole, [defence]), 8);
      }),
      { seed: 2016 },
    );
  });

  it('has F8’s chance of no leak (T17) at its head', () => {
    for (const [warheads, noLeak] of [
      [5, 0.9961],
      [10, 0.744],
      [15, 0.2319],
      [20, 0.0224],
    ] as const) {
      const defence = { interceptors: 44, singleShot: 0.56, tracking: 1, decoysTaken: 1 };
      const raid = { warheads, decoys: 0, credibleDecoys: 0 };
      const { chances } = arrivalsOf(raid, [defence], { commonMode: 1, address: address('t17'), samples: 0 });
      expect(chances[0]).toBeCloseTo(noLeak, 4);
      expect(chances[0]).toBeCloseTo(noLeakUniform({ ...defence, objects: warheads }), 12);
    }
  });

  it('is sampled where decoys are shot at too, with the mean of F13 for one layer that takes every decoy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(60), fc.nat(80), share, (warheads, credibleDecoys, interceptors, p) => {
        fc.pre(credibleDecoys > 0);
        const raid: Raid = { warheads, decoys: 0, credibleDecoys };
        const defence: Layer = { interceptors, singleShot: p, tracking: 0.9, decoysTaken: 1 };
        expect(areTrialsIndependent(raid, [defence])).toBe(false);
        const asked = { commonMode: 1, address: address(`${warheads} ${credibleDecoys}`), samples: SAMPLES };
        const { method, chances } = arrivalsOf(raid, [defence], asked);
        expect(method).toBe('sampled');
        // At most as many standard errors as a binomial of the same mean would stray once in 10,000.
        const error = 4 * Math.sqrt(warheads / 4 / SAMPLES) + 1e-9;
        expect(Math.abs(mean(chances) - expectedArriving(raid, [defence]))).toBeLessThan(error);
      }),
      { seed: 2016, numRuns: 60 },
    );
  });
});

/** The plan played out: fire what is best, count the survivors, plan anew with what is left. */
function playedOut(problem: Parameters<typeof shootLookShootPlan>[0], plans: Map<string, number>, stream: Stream): number {
  let { objects, interceptors } = problem;
  for (let looks = problem.looks; looks > 0 && objects > 0; looks--) {
    const key = `${looks} ${objects} ${interceptors}`;
    const salvo = plans.get(key) ?? shootLookShootPlan({ ...problem, looks, objects, interceptors }).firstSalvo;
    plans.set(key, salvo);
    const each = Math.floor(salvo / objects);
    const extra = salvo - each * objects;
    let left = 0;
    for (let i = 0; i < objects; i++) if (stream.hits(i < extra ? each + 1 : each, problem.singleShot) === 0) left += 1;
    interceptors -= salvo;
    objects = left;
  }
  return objects;
}

describe('the best plan over several looks, played out', () => {
  it('lets through what it says, in the mean and in the chance of nothing, within sampling error', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 3 }),
        fc.integer({ min: 1, max: 10 }),
        fc.nat(24),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (looks, objects, interceptors, singleShot) => {
          const problem = { looks, objects, interceptors, singleShot };
          const plan = shootLookShootPlan(problem);
          const [plans, stream] = [new Map<string, number>(), new Stream(address(`${looks} ${objects} ${interceptors}`))];
          let [sum, none] = [0, 0];
          for (let i = 0; i < SAMPLES; i++) {
            const left = playedOut(problem, plans, stream);
            sum += left;
            if (left === 0) none += 1;
          }
          expect(Math.abs(sum / SAMPLES - plan.expectedLeakers)).toBeLessThan(
            4.5 * Math.sqrt(objects / 4 / SAMPLES) * 1.5 + 1e-9,
          );
          expect(Math.abs(none / SAMPLES - plan.noLeakProbability)).toBeLessThan(4.5 * Math.sqrt(0.25 / SAMPLES));
        },
      ),
      { seed: 2016, numRuns: 25 },
    );
  });

  it('mixed over the decoys that are taken agrees with sampled raids within sampling error', () => {
    const whole = fc.record({ warheads: fc.integer({ min: 1, max: 12 }), decoys: fc.integer({ min: 1, max: 15 }) });
    fc.assert(
      fc.property(whole, layer, fc.string({ maxLength: 6 }), ({ warheads, decoys }, drawn, name) => {
        const defence = { ...drawn, interceptors: Math.floor(drawn.interceptors) };
        const chances = mixedLeakers(warheads, decoys, defence);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
        const raid = { warheads, decoys, credibleDecoys: 0 };
        const sample = sampleRaids(raid, [defence], { commonMode: 1, address: address(`mixed ${name}`), count: SAMPLES });
        expect(distance(sample, chances)).toBeLessThan(SAMPLING_ERROR);
      }),
      { seed: 2016, numRuns: 60 },
    );
  });
});

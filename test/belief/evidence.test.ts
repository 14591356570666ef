import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reading, readingOf, type Stance, singleWarheadKill } from '../../shared/belief/evidence.ts';
import type { State } from '../../shared/state/state.ts';
import { board, start } from './table.ts';

/** Share of a Beta(a, b) below x by Simpson's rule on the unnormalised density: for whole a, b above 1 it is smooth. */
function below(x: number, a: number, b: number): number {
  const density = (t: number): number => t ** (a - 1) * (1 - t) ** (b - 1);
  const simpson = (to: number): number => {
    const n = 4000;
    const h = to / n;
    let sum = density(0) + density(to);
    for (let i = 1; i < n; i++) sum += density(i * h) * (i % 2 === 1 ? 4 : 2);
    return (sum * h) / 3;
  };
  return simpson(x) / simpson(1);
}
const read = (stance: Stance, interceptor = 'gbi', state: State = start): Reading => readingOf(board, state, interceptor, stance);

describe('what is believed of a system', () => {
  it('begins with GMD at Beta(10, 9): 9 hits of 17 on a flat prior', () => {
    expect(start.systems['gbi']).toMatchObject({ killA: 10, killB: 9, decoyA: 2, decoyB: 3, trackA: 18, trackB: 2 });
  });

  it('begins with every system at one plus its hits and one plus its misses', () => {
    for (const { id, record } of board.scenario.interceptors) {
      expect(start.systems[id]).toMatchObject({ killA: 1 + record.hits, killB: 1 + record.trials - record.hits });
    }
  });

  it.each([
    ['rival', 0.9],
    ['owner', 0.7],
  ] as const)('lets the %s take the %f quantile of GMD kill, by numeric integration', (stance, p) => {
    expect(below(read(stance).kill, 10, 9)).toBeCloseTo(p, 8);
  });

  it.each([
    ['rival', 0.9],
    ['owner', 0.7],
  ] as const)(
    'lets the %s take the %f quantile of tracking Beta(18, 2), whose share below x is 19 x^18 - 18 x^19',
    (stance, p) => {
      const x = read(stance).tracking;
      expect(19 * x ** 18 - 18 * x ** 19).toBeCloseTo(p, 8);
    },
  );

  it.each([
    ['rival', 0.1],
    ['owner', 0.3],
  ] as const)('lets the %s believe few decoys are taken: Beta(2, 3) has %f below, 6x2 - 8x3 + 3x4', (stance, p) => {
    const x = read(stance).decoysTaken;
    expect(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4).toBeCloseTo(p, 8);
  });

  it('lets the public take the means: 10/19, 2/5, 9/10', () => {
    expect(read('public').kill).toBeCloseTo(10 / 19, 12);
    expect(read('public').decoysTaken).toBeCloseTo(0.4, 12);
    expect(read('public').tracking).toBeCloseTo(0.9, 12);
  });

  it('leaves a system without a public record uniform: the quantiles are the probabilities themselves', () => {
    for (const id of ['a135', 'hq19']) {
      expect(read('rival', id).kill).toBeCloseTo(0.9, 10);
      expect(read('owner', id).kill).toBeCloseTo(0.7, 10);
      expect(read('public', id).kill).toBeCloseTo(0.5, 12);
    }
  });

  it('knows the truth only for nobody: truth is what was drawn', () => {
    const { trueKill, trueDecoy, trueTrack } = start.systems['gbi']!;
    expect(read('truth')).toEqual({ kill: trueKill, decoysTaken: trueDecoy, tracking: trueTrack });
  });

  it('reckons one shot at one warhead as kill times tracking', () => {
    expect(singleWarheadKill({ kill: 0.5, tracking: 0.8, decoysTaken: 1 })).toBeCloseTo(0.4, 12);
  });

  it('makes the rival at least as impressed as the owner, and the owner as the evidence grows no less so by hits', () => {
    const counts = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(counts, counts, counts, counts, (killA, killB, decoyA, decoyB) => {
        const state: State = {
          ...start,
          systems: { ...start.systems, gbi: { ...start.systems['gbi']!, killA, killB, decoyA, decoyB } },
        };
        const more: State = { ...state, systems: { ...state.systems, gbi: { ...state.systems['gbi']!, killA: killA + 3 } } };
        const [rival, owner, grown] = [read('rival', 'gbi', state), read('owner', 'gbi', state), read('owner', 'gbi', more)];
        expect(rival.kill).toBeGreaterThanOrEqual(owner.kill);
        expect(rival.tracking).toBeGreaterThanOrEqual(owner.tracking);
        expect(rival.decoysTaken).toBeLessThanOrEqual(owner.decoysTaken);
        expect(grown.kill).toBeGreaterThanOrEqual(owner.kill);
      }),
      { numRuns: 60 },
    );
  });
});

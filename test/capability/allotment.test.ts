import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allotted, killChance, type TargetClass } from '../../shared/capability/allotment.ts';

const classes = fc.array(
  fc.record({
    aimPoints: fc.integer({ min: 1, max: 4 }),
    atStake: fc.double({ min: 0, max: 40, noNaN: true }),
    kill: fc.double({ min: 0.05, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 3 },
);
const RUNS = { seed: 2016, numRuns: 300 };

/** What so many warheads on one aim point destroy of what is there. */
const lost = ({ aimPoints, atStake, kill }: TargetClass, warheads: number): number =>
  (atStake / aimPoints) * (1 - (1 - kill) ** warheads);

/** The most that any division over single aim points can destroy: aim point after aim point, every count tried on each. */
function mostDestroyed(warheads: number, targets: readonly TargetClass[]): number {
  const points = targets.flatMap((one) => Array.from({ length: one.aimPoints }, () => one));
  let best = new Array<number>(warheads + 1).fill(0);
  for (const point of points)
    best = best.map((_, n) => Math.max(...Array.from({ length: n + 1 }, (_, here) => best[n - here]! + lost(point, here))));
  return best[warheads]!;
}

/** Warheads on each aim point of each class as the rounds leave them: whole rounds, and the last perhaps in part. */
function onEach(warheads: number, targets: readonly TargetClass[]): readonly (readonly number[])[] {
  const counts = targets.map(({ aimPoints }) => new Array<number>(aimPoints).fill(0));
  for (const { of, given } of allotted(warheads, targets)) for (let i = 0; i < given; i++) counts[of]![i]! += 1;
  return counts;
}

describe('the allotment of a first strike', () => {
  it('destroys as much as the best of all divisions, and says so', () => {
    fc.assert(
      fc.property(classes, fc.integer({ min: 0, max: 14 }), (targets, warheads) => {
        const said = allotted(warheads, targets).reduce((sum, { given, value }) => sum + given * value, 0);
        const counts = onEach(warheads, targets);
        const done = counts.flatMap((each, of) => each.map((n) => lost(targets[of]!, n))).reduce((a, b) => a + b, 0);
        const best = mostDestroyed(warheads, targets);
        expect(said).toBeCloseTo(best, 7);
        expect(done).toBeCloseTo(best, 7);
      }),
      RUNS,
    );
  });

  it('is where no warhead gains by being moved to another aim point', () => {
    fc.assert(
      fc.property(classes, fc.integer({ min: 1, max: 60 }), (targets, warheads) => {
        const counts = onEach(warheads, targets).flatMap((each, of) => each.map((n) => ({ target: targets[of]!, n })));
        const losses = counts.filter(({ n }) => n > 0).map(({ target, n }) => lost(target, n) - lost(target, n - 1));
        const gains = counts.map(({ target, n }) => lost(target, n + 1) - lost(target, n));
        expect(Math.min(...losses, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(Math.max(...gains) - 1e-8);
      }),
      RUNS,
    );
  });

  it('gives no more than there is, and keeps back what would destroy nothing', () => {
    const [port, empty] = [
      { aimPoints: 3, atStake: 12, kill: 1 },
      { aimPoints: 5, atStake: 0, kill: 0.5 },
    ];
    expect(allotted(10, [empty, port])).toEqual([{ of: 1, earlier: 0, given: 3, value: 4 }]);
    expect(allotted(2, [empty, port])).toEqual([{ of: 1, earlier: 0, given: 2, value: 4 }]);
    expect(allotted(0, [port])).toEqual([]);
    expect(allotted(5, [])).toEqual([]);
  });

  it('takes the best round first: by hand, two silos of ten warheads and one of a single warhead', () => {
    const rounds = allotted(6, [
      { aimPoints: 1, atStake: 1, kill: 0.8 },
      { aimPoints: 2, atStake: 20, kill: 0.8 },
    ]);
    expect(rounds.map(({ of, earlier, given }) => [of, earlier, given])).toEqual([
      [1, 0, 2],
      [1, 1, 2],
      [0, 0, 1],
      [1, 2, 1],
    ]);
    expect(rounds.map(({ value }) => Number(value.toFixed(9)))).toEqual([8, 1.6, 0.8, 0.32]);
  });

  it('has the chance of one warhead that two of them leave the table’s share by', () => {
    expect(killChance(0.05, 2)).toBeCloseTo(1 - Math.sqrt(0.05), 12);
    expect((1 - killChance(0.1, 2)) ** 2).toBeCloseTo(0.1, 12);
    expect(killChance(0, 1)).toBe(1);
    expect(killChance(0.05, 1)).toBeCloseTo(0.95, 12);
  });
});

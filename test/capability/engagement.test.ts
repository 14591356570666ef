import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as f from '../../shared/capability/engagement.ts';
import { agrees, VECTORS } from './vectors.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.double({ min: 0, max: 500, noNaN: true });
const layer = fc.record({ interceptors: count, singleShot: share, tracking: share, decoysTaken: share });
const raid = fc.record({ warheads: count, decoys: count, credibleDecoys: count });
const gbi = (objects: number, singleShot = 0.56, tracking = 1) => ({ objects, interceptors: 44, singleShot, tracking });

describe('SCIENCE 1.2, one warhead', () => {
  it.each(VECTORS.F1_pk)('F1: $n shots of $p', ({ p, n, out }) => {
    expect(agrees(f.killProbability(p, n), out)).toBe(true);
  });

  it.each([
    [0.8, 4, 0.9457],
    [0.8, 5, 0.9564],
    [0.8, 10, 0.9779],
    [0.8, 20, 0.9889],
    [0.8, 50, 0.9955],
    [0.8, 100, 0.9978],
    [0.9, 10, 0.9895],
    [0.9, 20, 0.9947],
    [0.95, 10, 0.9949],
    [0.95, 20, 0.9974],
  ])('F5: an objective of %d for %d warheads asks %d of each', (noLeak, warheads, kill) => {
    expect(f.requiredKill(noLeak, warheads)).toBeCloseTo(kill, 4);
    expect(f.noLeakIndependent(f.requiredKill(noLeak, warheads), warheads)).toBeCloseTo(noLeak, 9);
  });

  it.each(VECTORS.F6_shots)('F5 and F6: W=$W P0=$P0 p=$p Pt=$Pt', ({ W, P0, p, Pt, K, n }) => {
    const kill = f.requiredKill(P0, W);
    expect(agrees(kill, K)).toBe(true);
    const shots = f.requiredShots(kill, { singleShot: p, tracking: Pt });
    if (n === null) expect(shots).toBe(Number.POSITIVE_INFINITY);
    else expect(agrees(shots, n)).toBe(true);
  });

  it('anchor 4: 20 warheads at .80 take 3 shots of .8 each, 60 in all; of .7, 80', () => {
    const shots = (singleShot: number) => Math.ceil(f.requiredShots(f.requiredKill(0.8, 20), { singleShot, tracking: 1 })) * 20;
    expect(shots(0.8)).toBe(60);
    expect(shots(0.7)).toBe(80);
  });

  it('anchor 5: tracking of .98 cannot stop all of 20 with .8, whatever is fired', () => {
    expect(f.requiredShots(f.requiredKill(0.8, 20), { singleShot: 0.99, tracking: 0.98 })).toBe(Number.POSITIVE_INFINITY);
  });

  it('T11, T12: a common mode leaves more to ask of each shot', () => {
    const kill = f.requiredKill(0.8 / 0.9, 10);
    expect(kill).toBeCloseTo(0.98829, 5);
    expect(f.requiredShots(kill, { singleShot: 0.8, tracking: 1 })).toBeCloseTo(2.763, 3);
    const harder = f.requiredKill(0.8 / 0.95, 20);
    expect(harder).toBeCloseTo(0.99144, 5);
    expect(f.requiredShots(harder, { singleShot: 0.56, tracking: 1 })).toBeCloseTo(5.799, 3);
  });

  it('T13: the same .95 costs far less as a common mode than as tracking', () => {
    const kill = f.killProbability(0.56, 4);
    expect(f.noLeakIndependent(f.warheadKill(0.95, kill), 10)).toBeCloseTo(0.4086, 4);
    expect(f.noLeakCommonMode(0.95, kill, 10)).toBeCloseTo(0.6484, 4);
  });

  it('T22, T23, F10: a look saves shots, not kills', () => {
    const results = [
      [0.56, 2, 2, 0.9625, 2.3872],
      [0.56, 1, 3, 0.9625, 2.32],
      [0.5, 1, 1, 0.75, 1.5],
      [0.8, 1, 1, 0.96, 1.2],
      [0.8, 2, 2, 0.9984, 2.08],
    ] as const;
    for (const [singleShot, first, second, kill, shots] of results) {
      const result = f.shootLookShoot({ singleShot, first, second });
      expect(result.kill).toBeCloseTo(kill, 4);
      expect(result.shotsExpected).toBeCloseTo(shots, 4);
    }
  });

  it('F14: a blind look wastes the second salvo on the dead, and a look that never sees survivors wins nothing', () => {
    const salvoes = { singleShot: 0.56, first: 2, second: 2 };
    expect(f.shootLookShootImperfect(salvoes, { atSurvivors: 1, atDead: 1 }).shotsExpected).toBe(4);
    expect(f.shootLookShootImperfect(salvoes, { atSurvivors: 0, atDead: 0 }).kill).toBeCloseTo(0.8064, 9);
  });

  it('T26, F12: layers multiply what they miss', () => {
    expect(f.layeredKill([0.5, 0.5])).toBeCloseTo(0.75, 9);
    expect(f.layeredKill([0.8, 0.8])).toBeCloseTo(0.96, 9);
    expect(f.layeredKill([0.7, 0.7, 0.7])).toBeCloseTo(0.973, 9);
    expect(f.layeredKill([f.killProbability(0.56, 2), f.killProbability(0.6, 2)])).toBeCloseTo(0.969, 4);
  });
});

describe('SCIENCE 1.2, an inventory against a raid', () => {
  it.each(VECTORS.F8_uniform)('F8 and F9: A=$A M=$M p=$p Pt=$Pt', (row) => {
    const inventory = { objects: row.A, interceptors: row.M, singleShot: row.p, tracking: row.Pt };
    expect(agrees(f.leakersUniform(inventory), row.leak)).toBe(true);
    expect(agrees(f.leakersRandom(inventory), row.random_leak)).toBe(true);
  });

  it('anchor 1, T14: 44 interceptors of .56 at 11 warheads kill 10.59 and leak .41; none leaks with .657', () => {
    expect(f.leakersUniform(gbi(11))).toBeCloseTo(0.4123, 4);
    expect(11 - f.leakersUniform(gbi(11))).toBeCloseTo(10.588, 3);
    expect(f.noLeakUniform(gbi(11))).toBeCloseTo(0.6569, 4);
    const expected = [0.6569, 0.2814, 0.0548, 0.0064, 0.0005];
    for (const [leaked, chance] of expected.entries()) {
      expect(f.leakDistribution(11, f.killProbability(0.56, 4))[leaked]).toBeCloseTo(chance, 4);
    }
  });

  it('anchor 2: at p=.25 the same 44 kill 7.52 of 11', () => {
    expect(11 - f.leakersUniform(gbi(11, 0.25))).toBeCloseTo(7.52, 2);
  });

  it.each([
    [0.5, 0.4917],
    [10 / 18, 0.6455],
    [0.6, 0.7518],
    [0.8, 0.9825],
    [0.25, 0.0152],
  ])('T15: at p=%d none of 11 leaks with %d', (singleShot, noLeak) => {
    expect(f.noLeakUniform(gbi(11, singleShot))).toBeCloseTo(noLeak, 4);
  });

  it.each([
    [5, 0.9961],
    [8, 0.9088],
    [10, 0.744],
    [11, 0.6569],
    [15, 0.2319],
    [20, 0.0224],
    [22, 0.0088],
  ])('T16, T17: none of %d leaks through 44 with %d', (warheads, noLeak) => {
    expect(f.noLeakUniform(gbi(warheads))).toBeCloseTo(noLeak, 4);
  });

  it('anchor 3: of 1,550 warheads 44 interceptors let 1,525.4 through', () => {
    expect(f.leakersUniform(gbi(1550))).toBeCloseTo(1525.36, 2);
  });

  it('anchor 8: of 57 apparent warheads 32.4 leak at best and 36.9 without coordination', () => {
    expect(f.leakersUniform(gbi(57))).toBeCloseTo(32.36, 2);
    expect(f.leakersRandom(gbi(57))).toBeCloseTo(36.92, 2);
  });

  it('anchor 12: 796 interceptors, within 5 %, cut 213 retaliators to 10', () => {
    const through = (interceptors: number): number => f.leakersUniform({ ...gbi(213.43), interceptors });
    expect(through(796 * 1.05)).toBeLessThan(10);
    expect(through(796 * 0.95)).toBeGreaterThan(10);
  });

  it('has random fire agree with its own shot-by-shot chain, and never better than uniform fire', () => {
    expect(f.noLeakRandom({ objects: 1, interceptors: 3, singleShot: 0.5, tracking: 1 }, 1)).toBeCloseTo(0.875, 9);
    expect(f.noLeakRandom(gbi(11, 0.56, 0.9), 11)).toBeLessThan(f.noLeakUniform(gbi(11, 0.56, 0.9)));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 200 }),
        share,
        share,
        (objects, interceptors, singleShot, tracking) => {
          const inventory = { objects, interceptors, singleShot, tracking };
          expect(f.leakersRandom(inventory)).toBeGreaterThanOrEqual(f.leakersUniform(inventory) - 1e-9);
        },
      ),
    );
  });

  it.each(VECTORS.F13_disc)('F13: W=$W D=$D Pww=$Pww Pdw=$Pdw', (row) => {
    const seen = { warheads: row.W, decoys: row.D, warheadsSeen: row.Pww, decoysTaken: row.Pdw };
    const kill = f.discriminatedKill(seen, { interceptors: row.M, singleShot: row.p, tracking: 1 });
    expect(agrees(f.apparentObjects(seen), row.A)).toBe(true);
    expect(agrees(row.M / f.apparentObjects(seen), row.n)).toBe(true);
    expect(agrees(kill, row.K)).toBe(true);
    expect(agrees(row.W * (1 - kill), row.leak)).toBe(true);
    expect(agrees(f.noLeakIndependent(kill, row.W), row.P0)).toBe(true);
  });
});

describe('a raid through layers', () => {
  const bare = { warheads: 10, decoys: 0, credibleDecoys: 0 };
  const gmd = { interceptors: 44, singleShot: 0.56, tracking: 1, decoysTaken: 1 };

  it('anchor 7: with 50 perfect decoys 5.9 of 10 warheads get through 44 interceptors; .29 without', () => {
    expect(f.expectedArriving({ ...bare, decoys: 50 }, [gmd])).toBeCloseTo(5.893, 3);
    expect(f.expectedArriving({ ...bare, credibleDecoys: 50 }, [gmd])).toBeCloseTo(5.893, 3);
    expect(f.expectedArriving(bare, [gmd])).toBeCloseTo(0.2909, 4);
  });

  it('is F8 for one layer without decoys', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 500, noNaN: true }), layer, (warheads, defence) => {
        const one = f.expectedArriving({ ...bare, warheads }, [{ ...defence }]);
        expect(one).toBeCloseTo(f.leakersUniform({ ...defence, objects: warheads }), 6);
      }),
    );
  });

  it('lets through no more with more interceptors, and never less than none nor more than came', () => {
    fc.assert(
      fc.property(raid, fc.array(layer, { maxLength: 4 }), fc.nat(3), count, (coming, layers, which, more) => {
        const reinforced = layers.map((each, i) => (i === which ? { ...each, interceptors: each.interceptors + more } : each));
        const before = f.expectedArriving(coming, layers);
        const after = f.expectedArriving(coming, reinforced);
        expect(after).toBeLessThanOrEqual(before + 1e-9);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(coming.warheads);
      }),
    );
  });

  it('lets through no fewer with more decoys of either kind', () => {
    fc.assert(
      fc.property(raid, layer, count, (coming, defence, more) => {
        const before = f.expectedArriving(coming, [defence]) - 1e-9;
        expect(f.expectedArriving({ ...coming, decoys: coming.decoys + more }, [defence])).toBeGreaterThanOrEqual(before);
        expect(f.expectedArriving({ ...coming, credibleDecoys: coming.credibleDecoys + more }, [defence])).toBeGreaterThanOrEqual(
          before,
        );
      }),
    );
  });

  it('gives a no-leak chance between 0 and the common mode, which an empty raid reaches', () => {
    fc.assert(
      fc.property(raid, fc.array(layer, { maxLength: 3 }), share, (coming, layers, commonMode) => {
        const chance = f.noLeakProbability(coming, layers, commonMode);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(commonMode);
      }),
    );
    expect(f.noLeakProbability({ ...bare, warheads: 0 }, [gmd], 0.9)).toBe(0.9);
    expect(f.noLeakProbability({ ...bare, warheads: 11 }, [gmd], 0.9)).toBeCloseTo(0.9 * 0.6569, 4);
  });
});

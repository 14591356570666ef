import { describe, expect, it } from 'vitest';
import { exchangeOn } from '../../shared/game/exchange.ts';
import { outliving, struckForces } from '../../shared/game/struck-forces.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { board, start, withPower } from '../belief/table.ts';

const { forces, counterforce } = board.scenario;
const legs = (state: State, struck: Power, striker: Power) => struckForces(board, state, { striker, struck });
const given = (state: State, struck: Power, striker: Power) =>
  Object.fromEntries(legs(state, struck, striker).map((leg) => [leg.leg, leg.given]));
const left = (state: State, struck: Power, striker: Power) => outliving(board, state, struck, legs(state, struck, striker));
const generated = (power: Power): State => withPower(start, power, { posture: 'generated' });

describe('forces under a first strike (RULES 3, exchange)', () => {
  it('have aim points by one rule for all: two warheads a silo, the rest of the table spread by launchers, one each', () => {
    for (const struck of POWERS) {
      const [budget] = POWERS.flatMap((striker) => counterforce[striker][struck] || []);
      const silos = forces[struck].filter(({ leg }) => leg === 'silo');
      const soft = forces[struck].filter(({ leg }) => leg !== 'silo');
      const rest = budget! - silos.reduce((sum, { launchers }) => sum + 2 * launchers, 0);
      const launchers = soft.reduce((sum, leg) => sum + leg.launchers, 0);
      for (const { aimPoints, launchers, shots } of silos) expect([aimPoints, shots]).toEqual([launchers, 2]);
      expect(soft.reduce((sum, { aimPoints }) => sum + aimPoints, 0)).toBe(rest);
      for (const leg of soft) {
        expect(Math.abs(leg.aimPoints - (rest * leg.launchers) / launchers)).toBeLessThan(0.51);
        expect(leg.shots).toBe(1);
      }
    }
  });

  // Survivors: SCIENCE 2.3.
  it.each([
    ['us', 'ru', [557.8, 819.35], { silo: 832, submarine: 69, bomber: 19 }],
    ['ru', 'us', [213.43, 789.56], { silo: 276, mobile: 46, submarine: 43, bomber: 15 }],
    ['cn', 'us', [9.94, 45.22], { silo: 40, mobile: 29, submarine: 41 }],
    ['cn', 'ru', [9.94, 45.22], { silo: 40, mobile: 29, submarine: 41 }],
  ] as const)(
    'of %s struck by %s: the allotment comes to the table, %j day to day and generated',
    (struck, striker, [day, high], dealt) => {
      expect(given(start, struck, striker)).toEqual(dealt);
      expect(given(generated(struck), struck, striker)).toEqual(dealt);
      expect(left(start, struck, striker)).toBeCloseTo(day, 2);
      expect(left(generated(struck), struck, striker)).toBeCloseTo(high, 2);
    },
  );

  it('turn warheads to silos once nothing is worth one elsewhere, and lose more there', () => {
    const away = withPower(generated('cn'), 'cn', { dispersal: 4 });
    const dealt = given(away, 'cn', 'us');
    expect(dealt).toEqual({ silo: 69, mobile: 0, submarine: 41 });
    // 20 silos of two warheads: a third on each, a fourth on nine; 33 on the roads, of which the table loses a tenth.
    const each = Math.sqrt(0.1);
    const silos = 2 * (11 * each ** 3 + 9 * each ** 4);
    expect(left(away, 'cn', 'us')).toBeCloseTo(silos + 33 * 0.9 + 24 * 0.7, 9);
  });

  it('are worth less in silos that are fired on warning', () => {
    const ready = withPower(start, 'ru', { launchUnderAttack: true });
    const [silo] = legs(ready, 'ru', 'us');
    expect(silo).toMatchObject({ leg: 'silo', atStake: 344, given: 276 });
    expect(silo!.surviving).toBeCloseTo(344 + 344 * 0.05, 9);
    // Half as much at stake: the last warhead on a silo destroys half as much, what a garrison loses is as before.
    expect(silo!.last).toBeCloseTo(legs(start, 'ru', 'us')[0]!.last / 2, 12);
  });

  it('are told of in the exchange, leg by leg, and not where nothing is spent on them', () => {
    const told = exchangeOn(board, start, { striker: 'us', struck: 'ru', cause: 'strike' });
    expect(told.onForces.reduce((sum, one) => sum + one.given, 0)).toBe(380);
    const [silo] = told.onForces;
    const miss = Math.sqrt(0.05);
    expect(silo).toMatchObject({ leg: 'silo', aimPoints: 138, atStake: 688, given: 276 });
    expect(silo!.destroyed).toBeCloseTo(688 * 0.95, 9);
    expect(silo!.last).toBeCloseTo((688 / 138) * miss * (1 - miss), 9);
    expect(exchangeOn(board, start, { striker: 'cn', struck: 'ru', cause: 'strike' })).toMatchObject({
      onForces: [],
      survivingSecond: 1796,
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { raidOf } from '../../shared/belief/arsenal.ts';
import { assuranceOf, surviving } from '../../shared/belief/deterrence.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import { PAIRS, PROGRAMMES, type Programme } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { arrivingOf, leftOf, slowFear, slowLayers } from './slow.ts';
import {
  board,
  boardWith,
  PLEDGE,
  start,
  withBattery,
  withCommitment,
  withDeeds,
  withPower,
  withWork,
  withWorld,
} from './table.ts';

const fear = (state: State, afraid: 'us' | 'ru' | 'cn' = 'cn', feared: 'us' | 'ru' | 'cn' = 'us'): number =>
  fearOf(board, state, afraid, feared).fear;

/** A state with as many GBI, levels of programmes and works of them as drawn. */
const drawn = fc.record({
  gbi: fc.integer({ min: 0, max: 400 }),
  ships: fc.integer({ min: 0, max: 400 }),
  building: fc.integer({ min: 0, max: 60 }),
  levels: fc.record(
    Object.fromEntries(PROGRAMMES.map((what) => [what, fc.integer({ min: 0, max: 4 })])) as Record<
      Programme,
      fc.Arbitrary<number>
    >,
  ),
  turn: fc.integer({ min: 1, max: 8 }),
});
type Drawn = { gbi: number; ships: number; building: number; levels: Record<Programme, number>; turn: number };

function stateOfDrawn(d: Drawn): State {
  let state = withWorld(start, { turn: d.turn });
  for (const power of ['us', 'ru', 'cn'] as const) state = withPower(state, power, d.levels);
  state = withBattery(withBattery(state, 'fort-greely', { inventory: d.gbi }), 'aegis-pacific', { inventory: d.ships });
  return withWork(state, 'w0-0', { owner: 'us', what: 'battery', battery: 'fort-greely', add: d.building, start: 0, ready: 9 });
}

describe('fear of losing retaliation (RULES 4)', () => {
  it('survivors of a first strike by day are the published-model counts: US 557.8, Russia 213.43, China 9.94', () => {
    const struck = { posture: 'day', onWarning: false, withWorks: true } as const;
    expect(surviving(board, start, 'us', { ...struck, striker: 'ru' })).toBeCloseTo(557.8, 8);
    expect(surviving(board, start, 'ru', { ...struck, striker: 'us' })).toBeCloseTo(213.43, 8);
    expect(surviving(board, start, 'cn', { ...struck, striker: 'us' })).toBeCloseTo(9.94, 8);
  });

  it('China cannot strike forces, so everything outlives it', () => {
    expect(surviving(board, start, 'us', { striker: 'cn', posture: 'day', onWarning: false, withWorks: true })).toBe(1367);
  });

  it('every warhead carries four decoys, and 0.8 that are always believed for each level of penetration aids', () => {
    const three = withPower(start, 'cn', { penaids: 3 });
    expect(raidOf(board, three, 'cn', { warheads: 10, withWorks: false })).toEqual({
      warheads: 10,
      decoys: 40,
      credibleDecoys: expect.closeTo(24, 10),
    });
  });

  it('agrees with a second, slow implementation for all six pairs at the start', () => {
    for (const [afraid, feared] of PAIRS)
      expect(fear(start, afraid, feared)).toBeCloseTo(slowFear(board, start, afraid, feared), 9);
  });

  it('agrees with it whatever stands, builds and is remembered', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...PAIRS), (d, [afraid, feared]) => {
        const state = withDeeds(
          stateOfDrawn(d),
          { turn: d.turn - 1, power: 'us', kind: 'reinforce', target: 'aegis-pacific', amount: 16 },
          { turn: d.turn - 5, power: 'us', kind: 'reinforce', target: 'fort-greely', amount: 8 },
        );
        expect(fear(state, afraid, feared)).toBeCloseTo(slowFear(board, state, afraid, feared), 9);
      }),
      { numRuns: 150 },
    );
  });

  it('is a half when as many arrive as n50: with China called enough at its arriving count', () => {
    const { arriving } = fearOf(board, start, 'cn', 'us');
    const on = boardWith({ n50: { cn: arriving } });
    expect(fearOf(on, start, 'cn', 'us').fear).toBeCloseTo(0.5, 10);
  });

  it('starts low in Moscow and high in Beijing, out of the forces alone', () => {
    expect(fear(start, 'ru')).toBeLessThan(0.5);
    expect(fear(start, 'cn')).toBeGreaterThan(0.5);
  });

  it('more interceptors never mean less fear', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 100 }), fc.boolean(), (d, more, ships) => {
        const state = stateOfDrawn(d);
        const grown = stateOfDrawn(ships ? { ...d, ships: d.ships + more } : { ...d, gbi: d.gbi + more });
        for (const afraid of ['ru', 'cn'] as const)
          expect(fear(grown, afraid)).toBeGreaterThanOrEqual(fear(state, afraid) - 1e-12);
      }),
    );
  });

  it('a level more of any programme never means more fear, and one under way counts as had', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...PROGRAMMES), (d, what) => {
        const state = stateOfDrawn(d);
        for (const afraid of ['ru', 'cn'] as const) {
          const had = withPower(state, afraid, { [what]: d.levels[what] + 1 });
          const begun = withWork(state, 'w1', { owner: afraid, what, battery: '', add: 1, start: 1, ready: 9 });
          expect(fear(had, afraid)).toBeLessThanOrEqual(fear(state, afraid) + 1e-12);
          expect(fear(begun, afraid)).toBeCloseTo(fear(had, afraid), 12);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stays between none and all', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...PAIRS), (d, [afraid, feared]) => {
        const f = fear(stateOfDrawn(d), afraid, feared);
        expect(f).toBeGreaterThanOrEqual(0);
        expect(f).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is cured by no alert: the posture of the day is reckoned with', () => {
    expect(fear(withPower(start, 'cn', { posture: 'generated' }))).toBe(fear(start));
  });

  it('falls by a credible cap exactly to what the slow implementation says of 40 + 18 x (1 - .5) + 5 GBI', () => {
    const capped = withCommitment(start, 'c1-us-0', PLEDGE);
    const stock = (id: string): number => (id === 'fort-greely' ? 49 : 1.25 * start.batteries[id]!.inventory);
    const layers = slowLayers(board, start, { defender: 'us', attacker: 'cn', stance: 'rival', stock, suppressed: 0 });
    const arriving = arrivingOf(leftOf('cn', 'us', { generated: false, dispersal: 0 }), 0, layers);
    expect(fear(capped)).toBeCloseTo(2 ** (-arriving / 5), 9);
    expect(fear(capped)).toBeLessThan(fear(start));
  });

  it('takes the worst-case share away with its weight: none left means geometry alone', () => {
    const at = (worstCase: number): number =>
      assuranceOf(board, start, 'ru', { feared: 'us', restraints: { caps: {}, worstCase, denied: {} } }).interceptors;
    expect(at(0)).toBeCloseTo(63, 10);
    expect(at(1)).toBeCloseTo(63 + 42.5, 10);
    expect(at(0.2)).toBeCloseTo(63 + 8.5, 10);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicMargins } from '../../shared/crisis/alarm.ts';
import { accidentChance, dispersedOf, outbreakOf } from '../../shared/crisis/outbreak.ts';
import { DYADS } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import {
  board,
  boardWith,
  gameOn,
  last,
  now,
  round,
  start,
  still,
  turn,
  withPair,
  withPower,
  withWorld,
} from '../belief/table.ts';

const out = (state: State, pick = 0, on = board) => outbreakOf(on, { state, known: state }, 'contested', pick);
const slowChance = (state: State): number => {
  const least = Math.min(...publicMargins(board, state, 'contested').map((dyad) => dyad.margin));
  const scale = Math.max(0.4, Math.min(2.2, 1 + 1.2 * (0.25 - least)));
  return Math.min(0.85, scale / (1 + Math.exp(-(state.world.tension - 63) / 7)));
};

describe('the outbreak of a crisis', () => {
  it('is logistic in tension about 63, scaled by the smallest public margin, at most .85', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: 0, max: 100 }), (tension, trust) => {
        const state = withPair(withWorld(start, { tension }), 'us>ru', { trust });
        expect(out(state).chance).toBeCloseTo(slowChance(state), 10);
      }),
      { numRuns: 60 },
    );
  });

  it('never grows less likely as tension rises', () => {
    const chances = [0, 20, 40, 60, 66, 80, 100].map((tension) => out(withWorld(start, { tension })).chance);
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
  });

  it('takes each dyad with weight e^(-3 margin) x (.15 + recent provocation either way) x mistrust squared', () => {
    const state = withPair(withPair(withWorld(start, { tension: 60 }), 'ru>us', { provocation: 1.5 }), 'cn>ru', {
      provocation: 0.5,
    });
    const margins = publicMargins(board, state, 'contested');
    // Mutual trust at the start, CALIBRATION 7: US-Russia 15 and 12, US-China 25 and 22, Russia-China 52 and 52.
    const mistrust = [1 - 13.5 / 100, 1 - 23.5 / 100, 1 - 52 / 100];
    const weights = [1.65, 0.15, 0.65].map((base, i) => base * Math.exp(-3 * margins[i]!.margin) * mistrust[i]! ** 2);
    const total = weights.reduce((a, b) => a + b, 0);
    const counts = new Map<string, number>();
    const n = 1000;
    for (let i = 0; i < n; i++) {
      const { first, second } = out(state, (i + 0.5) / n);
      counts.set(`${first}-${second}`, (counts.get(`${first}-${second}`) ?? 0) + 1);
    }
    for (const [i, [id]] of DYADS.entries())
      expect(Math.abs((counts.get(id) ?? 0) / n - weights[i]! / total)).toBeLessThan(0.002);
  });

  it('never names a dyad that is not one, whatever the number that picks', () => {
    for (const pick of [0, 0.5, 0.9999999999]) {
      const { first, second } = out(start, pick);
      expect(DYADS.some(([, a, b]) => a === first && b === second)).toBe(true);
    }
  });

  it('is the true tension’s, the public’s margins: what only the truth knows of systems does not move it', () => {
    const secret = { ...start, systems: { ...start.systems, gbi: { ...start.systems['gbi']!, trueKill: 0.99 } } };
    expect(out(secret).chance).toBe(out(start).chance);
  });

  it('cannot happen where there are no rounds to play', () => {
    expect(out(withWorld(start, { tension: 100 }), 0, boardWith({ crisis: { rounds: 0 } })).chance).toBe(0);
  });

  it('happens at most once a turn and three times a game', () => {
    const certain = boardWith({ crisis: { most: 1, least: 5, greatest: 5, midpoint: -1000, hazard: 0 } }, still);
    let game = gameOn(certain);
    const crises: number[] = [];
    while (now(game).world.phase !== 'ended') {
      game = turn(game);
      if (now(game).world.phase !== 'crisis') continue;
      crises.push(now(game).world.turn);
      const { first, second } = now(game).crisis;
      game = round(game, { [first]: 'stand-down', [second]: 'stand-down' });
    }
    expect(crises).toEqual([1, 2, 3]);
    expect(last(game).state.world.ending).toBe('time');
  });
});

describe('the accident of a side in a round', () => {
  it('is h0 x g x t: .02 x 1 x base fear, twice that while generated', () => {
    expect(
      accidentChance(board, { generated: false, alarm: 0.3, dispersed: 0, mediated: false, onWarning: false, hotline: false }),
    ).toBeCloseTo(0.006, 12);
    expect(
      accidentChance(board, { generated: true, alarm: 0.3, dispersed: 0, mediated: false, onWarning: false, hotline: false }),
    ).toBeCloseTo(0.012, 12);
  });

  it('is a twentieth likelier for each level of dispersal and patrols that stands (RULES 5)', () => {
    const side = { generated: true, alarm: 0.3, mediated: false, onWarning: false, hotline: false };
    expect(accidentChance(board, { ...side, dispersed: 5 })).toBeCloseTo(0.012 * 1.25, 12);
    expect(dispersedOf(withPower(start, 'ru', { dispersal: 2, patrol: 3, mirv: 4 }), 'ru')).toBe(5);
  });

  it('is halved by the mediation of the round before, and nothing without fear', () => {
    expect(
      accidentChance(board, { generated: true, alarm: 0.3, dispersed: 0, mediated: true, onWarning: false, hotline: false }),
    ).toBeCloseTo(0.006, 12);
    expect(
      accidentChance(board, { generated: true, alarm: 0, dispersed: 0, mediated: false, onWarning: false, hotline: false }),
    ).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { exchangeOn } from '../../shared/game/exchange.ts';
import { lineOf, scoreOf } from '../../shared/game/score.ts';
import { PAIRS } from '../../shared/scenario/names.ts';
import { arrivingOf, leftAfterAllotment, slowLayers, totalOf } from '../belief/slow.ts';
import {
  board,
  boardWith,
  now,
  round,
  standingAt,
  start,
  still,
  withBattery,
  withCommitment,
  withCrisis,
  withPower,
  withWorld,
} from '../belief/table.ts';

const SPENT: Readonly<Record<string, number>> = {
  'us>ru': 380,
  'us>cn': 110,
  'ru>us': 920,
  'ru>cn': 110,
  'cn>us': 0,
  'cn>ru': 0,
};
const states = [
  start,
  withPower(withPower(start, 'ru', { penaids: 3, dispersal: 2 }), 'cn', { dispersal: 4, posture: 'generated' }),
  withBattery(start, 'fort-greely', { inventory: 300 }),
  withPower(withPower(start, 'ru', { mirv: 3, patrol: 2, 'counter-sensor': 2 }), 'us', { mirv: 1, glide: 2, patrol: 4 }),
];

describe('the exchange (RULES 3 and 8)', () => {
  it('keeps its books: what was launched was spent on forces, intercepted or arrived; what outlived it likewise', () => {
    for (const state of states) {
      for (const [striker, struck] of PAIRS) {
        const x = exchangeOn(board, state, { striker, struck, cause: 'strike' });
        expect(x.launchedFirst).toBe(totalOf(striker, state.powers[striker].mirv));
        expect(x.arrivingOnSecond + x.interceptedBySecond + SPENT[`${striker}>${struck}`]!).toBe(x.launchedFirst);
        expect(x.arrivingOnFirst + x.interceptedByFirst).toBe(x.survivingSecond);
        expect(
          Math.min(x.arrivingOnFirst, x.interceptedByFirst, x.arrivingOnSecond, x.interceptedBySecond),
        ).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('is worked out on the true values, as a slow implementation does it', () => {
    for (const state of states) {
      for (const [striker, struck] of PAIRS) {
        const x = exchangeOn(board, state, { striker, struck, cause: 'accident' });
        const stock = (id: string): number => state.batteries[id]!.inventory;
        const against = (defender: typeof striker, attacker: typeof striker) =>
          slowLayers(board, state, {
            defender,
            attacker,
            stance: 'truth',
            stock,
            suppressed: 0,
            blinding: state.powers[attacker]['counter-sensor'],
          });
        const own = state.powers[struck];
        const left = leftAfterAllotment(struck, striker, { ...own, generated: own.posture === 'generated' });
        const back = arrivingOf(left, own.penaids, against(striker, struck), own.glide);
        expect(x.survivingSecond).toBe(Math.round(left));
        expect(x.arrivingOnFirst).toBe(Math.round(0.9 * back + 0.1 * left));
      }
    }
  });

  it('lets everything through with the chance that what all layers share fails', () => {
    const common = (commonMode: number) =>
      exchangeOn(boardWith({ belief: { commonMode } }), start, { striker: 'us', struck: 'cn', cause: 'strike' });
    expect(common(0)).toMatchObject({ interceptedByFirst: 0, interceptedBySecond: 0 });
    expect(common(1).arrivingOnFirst).toBeLessThan(common(0.5).arrivingOnFirst);
  });

  it('meets no worst case: batteries that geometry cannot use stop nothing', () => {
    const ships = { ...start, batteries: { 'aegis-pacific': { ...start.batteries['aegis-pacific']!, inventory: 2000 } } };
    const x = exchangeOn(board, ships, { striker: 'ru', struck: 'us', cause: 'strike' });
    expect(x.interceptedBySecond).toBe(0);
    expect(x.arrivingOnSecond).toBe(1796 - 920);
  });

  const doomed = boardWith({ crisis: { hazard: 1000 } }, still);
  const crisis = withCrisis(withWorld(start, { phase: 'crisis', tension: 60 }), {
    status: 'running',
    round: 1,
    first: 'us',
    second: 'cn',
  });

  it('leaves what was promised untested: a commitment has four ends, and to be open is none (RULES 6)', () => {
    const tense = withCommitment(withCommitment(crisis, 'c1', {}), 'c2', { power: 'ru', kind: 'red-line', status: 'met' });
    const end = now(round(standingAt(doomed, tense), { us: 'hold', cn: 'hold' }));
    expect(end.world.ending).toBe('accident');
    expect(Object.values(end.commitments).map((c) => c.status)).toEqual(['untested', 'untested']);
  });

  it('ends the game for all three: everybody at -1, whatever was gained before', () => {
    const game = round(standingAt(doomed, crisis), { us: 'stand-down', cn: 'stand-down' });
    expect(now(game).world).toMatchObject({ phase: 'ended', ending: 'accident' });
    for (const power of ['us', 'ru', 'cn'] as const) {
      expect(scoreOf(game, power).normalised).toBe(-1);
      expect(lineOf(doomed, now(game), power).length).toBe(5);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { guiltOf } from '../../shared/politics/blame.ts';
import { statementEffects } from '../../shared/politics/statement.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Deed, Spoken, State } from '../../shared/state/state.ts';
import {
  board,
  boardWith,
  moved,
  now,
  orders,
  returnedKeys,
  say,
  standingAt,
  start,
  still,
  turn,
  withDeeds,
  withWorld,
  words,
} from '../belief/table.ts';

/** Base of the scenario (CALIBRATION 7 had -3.5) x scale x credibility 50, by a head of state in a room that neither lifts nor lowers it. */
const FULL = -2 * 2.4 * 0.5;
const accuse = (target: Spoken['target'], subject: string): Spoken => {
  const { commitment: _, ...words } = say({ kind: 'hold-responsible', venue: 'home', target: target as Power, subject });
  return { turn: 1, power: 'us', ...words };
};
const costs = (state: State, said: Spoken, whom: Power): number =>
  statementEffects(board, { state, known: state }, { said, condition: null })
    .filter((c) => c.subject === `powers/${whom}` && c.variable === 'influence')
    .reduce((sum, c) => sum + ('add' in c ? c.add : 0), 0);

const tested = (lookedAway: Power | '', lastTest: number, turnNow = 5): State => ({
  ...withWorld(start, { turn: turnNow }),
  thirds: { ...start.thirds, nk: { ...start.thirds['nk']!, lastTest, lookedAway } },
});

describe('holding a power responsible (RULES 6, 7)', () => {
  it('costs a patron who looked away before a test of the last two turns the whole, and nobody else', () => {
    for (const lastTest of [3, 4, 5]) {
      const state = tested('cn', lastTest);
      expect(guiltOf(board, state, 'cn', 'nk')).toBe('patron');
      expect(costs(state, accuse('cn', 'nk'), 'cn')).toBeCloseTo(FULL, 12);
      expect(costs(state, accuse('cn', 'nk'), 'us')).toBe(0);
    }
    expect(guiltOf(board, tested('cn', 2), 'cn', 'nk')).toBe('innocent');
    expect(guiltOf(board, tested('cn', 0, 1), 'cn', 'nk')).toBe('innocent');
    expect(guiltOf(board, tested('', 5), 'cn', 'nk')).toBe('innocent');
    expect(guiltOf(board, tested('cn', 5), 'ru', 'nk')).toBe('innocent');
  });

  it('costs whoever has just built the battery half', () => {
    const built = withDeeds(withWorld(start, { turn: 3 }), {
      turn: 2,
      power: 'ru',
      kind: 'build',
      target: 'moscow-a135',
      amount: 10,
    });
    expect(guiltOf(board, built, 'ru', 'moscow-a135')).toBe('builder');
    expect(costs(built, accuse('ru', 'moscow-a135'), 'ru')).toBeCloseTo(FULL / 2, 12);
    expect(guiltOf(board, built, 'cn', 'moscow-a135')).toBe('innocent');
    expect(guiltOf(board, withWorld(built, { turn: 5 }), 'ru', 'moscow-a135')).toBe('innocent');
  });

  it('costs half whoever exercised, stood to arms or coerced the host in the open, in the last two turns and for that alone', () => {
    const did: readonly (readonly [Deed['kind'], string, number, string])[] = [
      ['exercise', 'japan', 1, 'exercise'],
      ['joint-exercise', 'cn', 1, 'exercise'],
      ['climb', 'cn', 4, 'exercise'],
      ['climb', 'cn', 6, 'exercise'],
      ['posture', '', 1, 'posture'],
      ['launch-under-attack', '', 1, 'posture'],
      ['coerce', 'south-korea', 1, 'south-korea'],
      ['forward', 'deveselu', 1, 'deveselu'],
    ];
    for (const [kind, target, amount, subject] of did) {
      const later = (turnNow: number, count = amount): State =>
        withDeeds(withWorld(start, { turn: turnNow }), { turn: 2, power: 'ru', kind, target, amount: count });
      for (const turnNow of [3, 4]) expect(costs(later(turnNow), accuse('ru', subject), 'ru'), kind).toBeCloseTo(FULL / 2, 12);
      expect(costs(later(3), accuse('ru', subject), 'us'), kind).toBe(0);
      expect(guiltOf(board, later(5), 'ru', subject), kind).toBe('innocent');
      expect(guiltOf(board, later(3), 'cn', subject), kind).toBe('innocent');
      expect(guiltOf(board, later(3), 'ru', subject === 'exercise' ? 'posture' : 'exercise'), kind).toBe('innocent');
      if (subject !== 'exercise' && kind !== 'coerce')
        expect(guiltOf(board, later(3, 0), 'ru', subject), `${kind} ended`).toBe('innocent');
    }
  });

  it('may be about a host: whoever bent it, in play', () => {
    const bent = turn(standingAt(still, start), { cn: orders({ kind: 'coerce', host: 'south-korea' }) });
    const named = turn(bent, { us: words(say({ kind: 'hold-responsible', target: 'cn', subject: 'south-korea' })) });
    expect(returnedKeys(named)).toEqual([]);
    expect(moved(named, 'powers/cn', 'influence', 'statement')).toBeLessThan(0);
    expect(moved(named, 'powers/us', 'influence', 'statement')).toBe(0);
  });

  it('costs the accuser more than the innocent', () => {
    const [innocent, accuser] = [costs(start, accuse('ru', 'nk'), 'ru'), costs(start, accuse('ru', 'nk'), 'us')];
    expect(innocent).toBeLessThan(0);
    expect(accuser).toBeLessThan(innocent);
    expect(accuser).toBeGreaterThan(FULL / 2);
  });

  it('is judged in play on what was told: who was named when the missile flew', () => {
    const sure = boardWith({ thirds: { tensionHazard: 0 }, orders: { press: { restraint: 0 } } }, still);
    const eager = { ...sure, thirds: { ...sure.thirds, nk: { ...sure.thirds['nk']!, testHazard: 1 } } };
    const wild = { ...start, thirds: { ...start.thirds, nk: { ...start.thirds['nk']!, restraint: 0 } } };
    const played = (sheets = {}) => now(turn(standingAt(eager, wild), sheets)).thirds['nk'];
    expect(played()).toMatchObject({ lastTest: 1, lookedAway: 'cn' });
    expect(played({ cn: orders({ kind: 'press', third: 'nk' }) })).toMatchObject({ lastTest: 1, lookedAway: '' });
  });
});

describe('an offer of talks', () => {
  it('calms and wins standing and trust, and works backwards beside coercion', () => {
    const words = say({ kind: 'offer-talks', target: 'ru', venue: 'home' });
    const honest = turn(standingAt(still, start), { cn: { orders: [], statements: [words], abandon: [] } });
    const false_ = turn(standingAt(still, start), {
      cn: { orders: [{ kind: 'coerce', host: 'japan' }], statements: [words], abandon: [] },
    });
    expect(moved(honest, 'pairs/ru>cn', 'trust', 'statement')).toBeGreaterThan(0);
    expect(moved(honest, 'powers/cn', 'influence', 'statement')).toBeGreaterThan(0);
    expect(moved(false_, 'pairs/ru>cn', 'trust', 'statement')).toBeLessThan(0);
    expect(moved(false_, 'powers/cn', 'influence', 'statement')).toBeLessThan(0);
  });
});

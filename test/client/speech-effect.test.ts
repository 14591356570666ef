import { describe, expect, it } from 'vitest';
import type { Speaking } from '../../client/model/composing.ts';
import { likelySpeech, strengthOf } from '../../client/model/speech-effect.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET, type Order, type Statement } from '../../shared/orders/sheet.ts';
import type { State } from '../../shared/state/state.ts';
import { board } from '../belief/table.ts';

const start = newGame(board, { seed: 'words', luck: 0, theory: 'contested' });
const REASSURE: Statement = {
  speaker: 'head-of-state',
  kind: 'reassure',
  target: 'ru',
  subject: 'arms',
  venue: 'united-nations',
  commitment: null,
  words: '',
  language: 'en',
};
const speaking = (...orders: Order[]): Speaking => ({ board, state: viewOf(start, 'us').state, power: 'us', orders });
const moves = (statement: Statement, ...orders: Order[]): ReadonlyMap<string, number> =>
  new Map(
    likelySpeech(speaking(...orders), statement).moved.map(({ subject, variable, add }) => [`${subject} ${variable}`, add]),
  );

describe('what words would likely do', () => {
  it('is what they then do: the trust that the turn itself moves', () => {
    const played = advance(start, { type: 'turn', sheets: { us: { ...EMPTY_SHEET, statements: [REASSURE] } } });
    const line = played.played.at(-1)?.effects.find((e) => e.subject === 'pairs/ru>us' && e.rule === 'statement');
    expect(moves(REASSURE).get('pairs/ru>us trust')).toBeCloseTo(Number(line?.after) - Number(line?.before), 9);
  });

  it('calms and wins trust when a head of state reassures, and moves nobody’s trust but the listener’s', () => {
    const moved = moves(REASSURE);
    expect(moved.get('world tension')).toBeLessThan(0);
    expect(moved.get('pairs/ru>us trust')).toBeGreaterThan(0);
    expect(moved.has('pairs/cn>us trust')).toBe(false);
  });

  it('turns round beside an alert on the same sheet, and says so, and beside what', () => {
    const alert: Order = { kind: 'posture', posture: 'generated' };
    const likely = likelySpeech(speaking(alert), REASSURE);
    expect(likely.isContradicted).toBe(true);
    expect(likely.belying.map(({ turn, kind }) => [turn, kind])).toEqual([[1, 'posture']]);
    expect(likelySpeech(speaking(), REASSURE).belying).toEqual([]);
    expect(moves(REASSURE, alert).get('pairs/ru>us trust')).toBeCloseTo(-(moves(REASSURE).get('pairs/ru>us trust') ?? 0), 9);
  });

  it('is smaller the lower the speaker stands, and wears with repetition', () => {
    const trust = (statement: Statement): number => moves(statement).get('pairs/ru>us trust') ?? 0;
    expect(trust({ ...REASSURE, speaker: 'spokesperson' })).toBeLessThan(trust(REASSURE));
    const { state } = viewOf(start, 'us');
    const said = { turn: 1, power: 'us', ...REASSURE } as const;
    const next: State = { ...state, world: { ...state.world, turn: 2 }, spoken: { 's1-us-0': said } };
    const again = likelySpeech({ ...speaking(), state: next }, REASSURE);
    expect(again.isWorn).toBe(true);
    const moved = again.moved.find((each) => each.subject === 'pairs/ru>us');
    expect(moved?.add).toBeCloseTo(trust(REASSURE) / 2, 9);
  });

  it('never calls more what is less', () => {
    const order = ['hardly', 'little', 'clearly'];
    const grades = [0.06, 0.2, 0.5, 1, 2, 8].map((add) => order.indexOf(strengthOf(-add)));
    expect(grades).toEqual([...grades].sort());
    expect(new Set(grades).size).toBe(3);
  });
});

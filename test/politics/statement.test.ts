import { describe, expect, it } from 'vitest';
import type { Order } from '../../shared/orders/sheet.ts';
import { statementEffects } from '../../shared/politics/statement.ts';
import type { Speaker } from '../../shared/scenario/names.ts';
import type { Spoken, State } from '../../shared/state/state.ts';
import {
  board,
  capOf,
  gameOn,
  moved,
  now,
  orders,
  quietTurns,
  say,
  standingAt,
  start,
  still,
  turn,
  withPair,
  withPower,
  words,
} from '../belief/table.ts';

/** Scale (p) of CALIBRATION 7. */
const X = 2.4;
const said = (patch: Partial<Spoken>): Spoken => {
  const { commitment: _, ...rest } = say({});
  return { turn: 1, power: 'us', ...rest, ...patch };
};
const effect = (s: Spoken, subject: string, variable: string, state: State = start): number =>
  statementEffects(board, { state, known: state }, { said: s, condition: null })
    .filter((c) => c.subject === subject && c.variable === variable)
    .reduce((sum, c) => sum + ('add' in c ? c.add : 0), 0);
const tension = (s: Spoken, state: State = start): number => effect(s, 'world', 'tension', state);
const remembered = (...list: readonly Spoken[]): State => ({
  ...start,
  world: { ...start.world, turn: 6 },
  spoken: Object.fromEntries(list.map((one, i) => [`s${one.turn}-us-${i}`, one])),
});

describe('the effect of a statement: base x rank x credibility x novelty x venue (RULES 6)', () => {
  it('is 2.4 x 1.5 x 1 x .5 for a warning of a head of state at credibility 50', () => {
    expect(tension(said({ kind: 'warn' }))).toBeCloseTo(X * 1.5 * 0.5, 12);
    expect(tension(said({ kind: 'reassure' }))).toBeCloseTo(X * -1.5 * 0.5, 12);
    expect(tension(said({ kind: 'condemn' }))).toBeCloseTo(X * 0.8 * 0.5, 12);
  });

  it.each([
    ['state-media', 0.25],
    ['spokesperson', 0.5],
    ['minister', 0.75],
    ['head-of-state', 1],
  ] as const)('scales with rank: %s %f', (speaker: Speaker, rank) => {
    expect(tension(said({ speaker }))).toBeCloseTo(X * 1.5 * 0.5 * rank, 12);
    expect(effect(said({ speaker }), 'pairs/ru>us', 'trust')).toBeCloseTo(X * -1.5 * 0.5 * rank, 12);
  });

  it('scales with credibility: none is listened to at 0, fully at 100', () => {
    expect(tension(said({}), withPower(start, 'us', { credibility: 100 }))).toBeCloseTo(X * 1.5, 12);
    expect(tension(said({}), withPower(start, 'us', { credibility: 0 }))).toBeCloseTo(0, 12);
  });

  it.each([0, 1, 2, 3, 4, 5])('is halved by each of %i earlier ones, down to an eighth', (times) => {
    const state = remembered(...Array.from({ length: times }, (_, i) => said({ turn: 2 + (i % 4) })));
    expect(tension(said({ turn: 6 }), state)).toBeCloseTo(X * 1.5 * 0.5 * Math.max(1 / 8, 0.5 ** times), 12);
  });

  it('is worn only by the same power, speaker, kind, target and subject in the last four turns', () => {
    const others: readonly Partial<Spoken>[] = [
      { power: 'cn' },
      { speaker: 'minister' },
      { kind: 'condemn' },
      { target: 'cn' },
      { subject: 'posture' },
      { turn: 1 },
      { turn: 6 },
    ];
    for (const other of others)
      expect(tension(said({ turn: 6 }), remembered(said({ turn: 5, ...other })))).toBeCloseTo(X * 1.5 * 0.5, 12);
    expect(tension(said({ turn: 6 }), remembered(said({ turn: 2, venue: 'home', words: 'again' })))).toBeCloseTo(
      X * 1.5 * 0.25,
      12,
    );
  });

  it('is heard at home as approval x 1.5 and tension x .5', () => {
    expect(tension(said({ venue: 'home' }))).toBeCloseTo(0.5 * tension(said({})), 12);
    expect(effect(said({ venue: 'home' }), 'powers/us', 'approval')).toBeCloseTo(
      1.5 * effect(said({}), 'powers/us', 'approval'),
      12,
    );
  });

  it('moves influence x 1.5 at the United Nations and in a forum, approval x .5 at the former, hosts x 1.5 in the latter', () => {
    const pledge = (venue: Spoken['venue']) => said({ kind: 'pledge', venue });
    const plain = effect(pledge('home'), 'powers/us', 'influence');
    expect(plain).toBeCloseTo(X * 1.8 * 0.5, 12);
    expect(effect(pledge('united-nations'), 'powers/us', 'influence')).toBeCloseTo(1.5 * plain, 12);
    expect(effect(pledge('forum'), 'powers/us', 'influence')).toBeCloseTo(1.5 * plain, 12);
    expect(effect(said({ venue: 'united-nations' }), 'powers/us', 'approval')).toBeCloseTo(X * 0.8 * 0.5 * 0.5, 12);
    const threat = (venue: Spoken['venue']) => said({ power: 'cn', target: 'us', subject: 'seongju', venue });
    expect(effect(threat('united-nations'), 'hosts/south-korea', 'consent')).toBeCloseTo(X * -2.5 * 0.5, 12);
    expect(effect(threat('forum'), 'hosts/south-korea', 'consent')).toBeCloseTo(1.5 * X * -2.5 * 0.5, 12);
  });

  it('in a private channel moves the target’s trust alone, and half the tension', () => {
    const s = said({ venue: 'private', kind: 'reassure' });
    const cells = statementEffects(board, { state: start, known: start }, { said: s, condition: null }).filter(
      (c) => 'add' in c && c.add !== 0,
    );
    expect(cells.map((c) => `${c.subject} ${c.variable}`).sort()).toEqual(['pairs/ru>us trust', 'world tension']);
    expect(tension(s)).toBeCloseTo(0.5 * X * -1.5 * 0.5, 12);
    expect(cells.every((c) => c.because.knownTo?.join() === 'us,ru')).toBe(true);
  });

  it('is firmness after provocation where the target has provoked: approval 2 instead of .8', () => {
    const provoked = withPair(start, 'ru>us', { provocation: 1 });
    expect(effect(said({}), 'powers/us', 'approval')).toBeCloseTo(X * 0.8 * 0.5, 12);
    expect(effect(said({}), 'powers/us', 'approval', provoked)).toBeCloseTo(X * 2 * 0.5, 12);
    expect(effect(said({}), 'powers/us', 'approval', withPair(start, 'us>ru', { provocation: 9 }))).toBeCloseTo(
      X * 0.8 * 0.5,
      12,
    );
  });

  it('condemned is the target: influence of theirs falls, by .35 of it when nothing provoked', () => {
    const condemn = said({ kind: 'condemn', venue: 'home' });
    expect(effect(condemn, 'powers/ru', 'influence')).toBeCloseTo(X * -1.5 * 0.5 * 0.35, 12);
    expect(effect(condemn, 'powers/ru', 'influence', withPair(start, 'ru>us', { provocation: 1 }))).toBeCloseTo(
      X * -1.5 * 0.5,
      12,
    );
    expect(effect(condemn, 'powers/us', 'influence')).toBe(0);
  });
});

describe('words against acts', () => {
  const reassure = say({ kind: 'reassure', target: 'cn', subject: 'seongju' });
  const building = { kind: 'build', battery: 'seongju' } as const;

  it('reassurance beside visible building works backwards: tension up, trust and influence down', () => {
    const game = turn(gameOn(still), { us: { ...orders(building), statements: [reassure] } });
    expect(moved(game, 'world', 'tension', 'statement')).toBeCloseTo(X * 1.5 * 0.5 * 1.6 * 0.55, 10);
    expect(moved(game, 'pairs/cn>us', 'trust', 'statement')).toBeCloseTo(X * -2 * 0.5, 10);
    expect(moved(game, 'powers/us', 'influence', 'statement')).toBeCloseTo(X * -0.8 * 0.5 * 1.5, 10);
  });

  it('so it does the turn after, and no longer two turns after', () => {
    const built = turn(gameOn(still), { us: orders(building) });
    expect(moved(turn(built, { us: words(reassure) }), 'pairs/cn>us', 'trust', 'statement')).toBeLessThan(0);
    expect(moved(turn(quietTurns(built, 1), { us: words(reassure) }), 'pairs/cn>us', 'trust', 'statement')).toBeGreaterThan(0);
  });

  it('so it does beside a strike at a proxy’s base', () => {
    const words = { statements: [say({ kind: 'reassure', target: 'us' })], abandon: [] };
    const [struck, courted] = (
      [
        { kind: 'strike-proxy', proxy: 'syria' },
        { kind: 'court', host: 'turkey' },
      ] as const
    ).map((order) => moved(turn(gameOn(still), { ru: { orders: [order], ...words } }), 'pairs/us>ru', 'trust', 'statement'));
    expect(struck).toBeLessThan(0);
    expect(courted).toBeGreaterThan(0);
  });

  it('so it does beside coercion and an alert, and not beside standing down', () => {
    const beside = (order: Order): number =>
      moved(
        turn(gameOn(still), { cn: { ...orders(order), statements: [say({ kind: 'reassure', target: 'us' })] } }),
        'pairs/us>cn',
        'trust',
        'statement',
      );
    expect(beside({ kind: 'coerce', host: 'japan' })).toBeLessThan(0);
    expect(beside({ kind: 'posture', posture: 'generated' })).toBeLessThan(0);
    expect(beside({ kind: 'court', host: 'japan' })).toBeGreaterThan(0);
    const alert = standingAt(still, withPower(start, 'cn', { posture: 'generated' }));
    const down = turn(alert, {
      cn: { ...orders({ kind: 'posture', posture: 'day' }), statements: [say({ kind: 'reassure', target: 'us' })] },
    });
    expect(moved(down, 'pairs/us>cn', 'trust', 'statement')).toBeGreaterThan(0);
  });

  it('only *visible* acts contradict: building on own soil that nobody has seen yet does not give itself away', () => {
    const sheet = { ...orders({ kind: 'build', battery: 's500-moscow' }), statements: [say({ kind: 'reassure', target: 'us' })] };
    expect(moved(turn(gameOn(still), { ru: sheet }), 'pairs/us>ru', 'trust', 'statement')).toBeGreaterThan(0);
  });

  it('a pledge of a cap beside building over that very cap works backwards too', () => {
    const pledge = say({ kind: 'pledge', subject: 'deveselu', target: 'ru', commitment: capOf('deveselu', 24) });
    const sheet = { ...orders({ kind: 'reinforce', battery: 'deveselu' }), statements: [pledge] };
    expect(moved(turn(gameOn(still), { us: sheet }), 'pairs/ru>us', 'trust', 'statement')).toBeLessThan(0);
  });

  it('moves no credibility: that is for promises kept and broken alone', () => {
    const game = turn(gameOn(still), { us: { ...orders(building), statements: [reassure] } });
    expect(now(game).powers.us.credibility).toBe(50);
  });
});

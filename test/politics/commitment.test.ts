import { describe, expect, it } from 'vitest';
import type { Game } from '../../shared/game/game.ts';
import { couldHave } from '../../shared/game/temptation.ts';
import type { Sheet, Statement, Undertaking } from '../../shared/orders/sheet.ts';
import { restraintsOf } from '../../shared/politics/restraint.ts';
import type { Commitment } from '../../shared/state/state.ts';
import {
  capOf,
  gameOn,
  moved,
  now,
  orders,
  quietTurns,
  returnedKeys,
  say,
  standingAt,
  start,
  still,
  turn,
  withBattery,
  withPower,
  words,
} from '../belief/table.ts';

const pledge = (patch: Partial<Statement> = {}): Statement =>
  say({ kind: 'pledge', subject: 'deveselu', target: 'ru', commitment: capOf('deveselu', 24, 3), ...patch });
const line = (until: number, response: Undertaking['response'] = 'coerce'): Statement =>
  say({
    kind: 'red-line',
    target: 'us',
    subject: 'seongju',
    commitment: { condition: { type: 'battery-active', battery: 'seongju' }, response, until },
  });
const status = (game: Game, id = 'c1-us-0'): Commitment['status'] => now(game).commitments[id]!.status;
const credibility = (game: Game, power: 'us' | 'ru' | 'cn' = 'us'): number => now(game).powers[power].credibility;
const made = (sheet: Sheet, power: 'us' | 'ru' | 'cn' = 'us', on = still): Game => turn(gameOn(on), { [power]: sheet });
const begin = { kind: 'build', battery: 'seongju' } as const;

describe('a pledge', () => {
  it('is kept when the forbidden thing was possible in two turns: credibility +6 x rank x (1 - c/100)', () => {
    const game = quietTurns(made(words(pledge())), 2);
    expect(status(game)).toBe('kept');
    expect(credibility(game)).toBeCloseTo(50 + 6 * 0.5, 10);
    const minister = quietTurns(made(words(pledge({ speaker: 'minister' }))), 2);
    expect(credibility(minister)).toBeCloseTo(50 + 6 * 0.75 * 0.5, 10);
  });

  it('is untested, and moves nothing, when it was possible in one turn only', () => {
    const game = quietTurns(made(words(pledge({ commitment: capOf('deveselu', 24, 2) }))), 1);
    expect(status(game)).toBe('untested');
    expect(credibility(game)).toBe(50);
  });

  it('is untested when the host would not have allowed it', () => {
    const closed = standingAt(still, { ...start, hosts: { ...start.hosts, romania: { consent: 20 } } });
    const game = quietTurns(turn(closed, { us: words(pledge()) }), 2);
    expect(status(game)).toBe('untested');
  });

  it('is untested when there was no money for it', () => {
    const poor = {
      ...still,
      scenario: { ...still.scenario, powers: { ...still.scenario.powers, us: { ...still.scenario.powers.us, income: 1 } } },
    };
    expect(status(quietTurns(made(words(pledge()), 'us', poor), 2))).toBe('untested');
  });

  it('is judged in the last turn that it names, and not earlier', () => {
    const long = quietTurns(made(words(pledge({ commitment: capOf('deveselu', 24, 4) }))), 2);
    expect(status(long)).toBe('open');
    expect(status(turn(long))).toBe('kept');
  });

  it('bars the build that it forbids, with a reason and the money back', () => {
    const game = turn(made(words(pledge())), { us: orders({ kind: 'reinforce', battery: 'deveselu' }) });
    expect(returnedKeys(game)).toEqual(['refusal.pledged']);
    expect(moved(game, 'powers/us', 'money', 'order')).toBe(0);
    expect(status(game)).toBe('open');
  });

  it('bars it no longer once given up on the same sheet; given up is broken: credibility x (1 - .35 rank)', () => {
    const sheet = { ...orders({ kind: 'reinforce', battery: 'deveselu' }), abandon: ['c1-us-0'] };
    const game = turn(made(words(pledge())), { us: sheet });
    expect(returnedKeys(game)).toEqual([]);
    expect(status(game)).toBe('broken');
    expect(credibility(game)).toBeCloseTo(50 * 0.65, 10);
    expect(now(game).works['w2-us-0']).toMatchObject({ battery: 'deveselu', add: 24 });
    expect(credibility(turn(made(words(pledge({ speaker: 'spokesperson' }))), { us: sheet }))).toBeCloseTo(
      50 * (1 - 0.35 / 2),
      10,
    );
  });

  it('broken is broken once, and for good', () => {
    const game = turn(made(words(pledge())), { us: { ...orders(), abandon: ['c1-us-0', 'c1-us-0'] } });
    expect(credibility(turn(game, { us: { ...orders(), abandon: ['c1-us-0'] } }))).toBeCloseTo(32.5, 10);
  });

  it('cannot be given up by another power', () => {
    expect(status(turn(made(words(pledge())), { ru: { ...orders(), abandon: ['c1-us-0'] } }))).toBe('open');
  });

  it('is broken by an act that it does not bar: an alert after a pledge of calm', () => {
    const calm = pledge({
      subject: 'posture',
      commitment: { condition: { type: 'posture-generated', power: 'us' }, response: null, until: 5 },
    });
    const game = turn(made(words(calm)), { us: orders({ kind: 'posture', posture: 'generated' }) });
    expect(status(game)).toBe('broken');
    expect(credibility(game)).toBeCloseTo(32.5, 10);
    expect(moved(game, 'pairs/ru>us', 'trust', 'commitment')).toBeLessThan(0);
  });

  it('costs the one who caps himself 3 approval', () => {
    expect(moved(made(words(pledge())), 'powers/us', 'approval', 'commitment')).toBe(-3);
  });

  it('does not cost 3 approval where the cap lies above what is there and so counts for nothing', () => {
    expect(moved(made(words(pledge({ commitment: capOf('deveselu', 40) }))), 'powers/us', 'approval', 'commitment')).toBe(0);
  });

  it('credits the same subject once in four turns, and again after', () => {
    const again = turn(quietTurns(made(words(pledge())), 2), { us: words(pledge({ commitment: capOf('deveselu', 24, 6) })) });
    const soon = quietTurns(again, 2);
    expect(status(soon, 'c4-us-0')).toBe('kept');
    expect(credibility(soon)).toBeCloseTo(53, 10);
    const later = quietTurns(
      turn(quietTurns(made(words(pledge())), 2), { us: words(pledge({ commitment: capOf('deveselu', 24, 7) })) }),
      3,
    );
    expect(credibility(later)).toBeCloseTo(53 + 6 * 0.47, 10);
  });

  it('credits the same subject once even when two pledges about it end in the same turn', () => {
    const two = made(words(pledge(), pledge({ target: 'cn' })));
    expect(credibility(quietTurns(two, 2))).toBeCloseTo(53, 10);
  });

  it('goes on for what an upgrade puts in the place: the same number of better interceptors keeps it, more would break it', () => {
    const upgraded = orders({ kind: 'upgrade', battery: 'deveselu' });
    const game = turn(made(words(pledge({ commitment: capOf('deveselu', 24, 6) }))), { us: upgraded });
    expect(returnedKeys(game)).toEqual([]);
    const done = quietTurns(game, still.plans['deveselu']!.upgrade!.turns);
    expect(now(done).batteries['deveselu-iia']!.status).toBe('active');
    expect(status(done)).toBe('open');
    expect(restraintsOf(still, now(done), 'us', 'ru').caps['deveselu-iia']).toBeCloseTo(0.5, 9);
    const fewer = quietTurns(made(words(pledge({ subject: 'deveselu-iia', commitment: capOf('deveselu-iia', 12, 6) }))), 1);
    expect(returnedKeys(turn(fewer, { us: upgraded }))).toEqual(['refusal.pledged']);
  });

  it('is put to the test by whatever would break it: an upgrade, a site woken, a joint exercise, a treaty left', () => {
    const until = { response: null, until: 3 } as const;
    const asleep = standingAt(still, withBattery(start, 'deveselu', { status: 'suspended', suspendedBy: 'owner' }));
    const upgraded = pledge({
      subject: 'deveselu-iia',
      commitment: { condition: { type: 'battery-active', battery: 'deveselu-iia' }, ...until },
    });
    const woken = pledge({ commitment: { condition: { type: 'battery-active', battery: 'deveselu' }, ...until } });
    expect(status(quietTurns(made(words(upgraded)), 2))).toBe('kept');
    expect(status(quietTurns(turn(asleep, { us: words(woken) }), 2))).toBe('kept');
    const none = pledge({ subject: 'exercise', commitment: { condition: { type: 'exercise-held', power: 'cn' }, ...until } });
    expect(status(quietTurns(made(words(none), 'cn'), 2), 'c1-cn-0')).toBe('kept');
    const alone = { 'ru>cn': { trust: 0, provocation: 0 }, 'us>cn': { trust: 0, provocation: 0 } };
    const shunned = standingAt(still, { ...start, pairs: { ...start.pairs, ...alone } });
    expect(status(quietTurns(turn(shunned, { cn: words(none) }), 2), 'c1-cn-0')).toBe('untested');
  });

  it('not to exercise is put to the test by a rung that is an exercise, where that alone is in play, and by no other rung', () => {
    const { condition } = pledge({
      commitment: { condition: { type: 'exercise-held', power: 'cn' }, response: null, until: 3 },
    }).commitment!;
    const ladder = { ...still, scenario: { ...still.scenario, orderKinds: ['climb' as const] } };
    const full = { trust: 100, provocation: 0 };
    const cold = { trust: 0, provocation: 0 };
    const pairs = { ...start.pairs, 'ru>cn': full, 'cn>ru': full, 'us>cn': cold, 'cn>us': cold };
    const tempted = (rung: number): boolean => {
      const state = { ...start, pairs, ladders: { ...start.ladders, 'ru-cn': { rung } } };
      return couldHave(ladder, state, { power: 'cn', condition } as Commitment);
    };
    expect([1, 2, 3, 4, 5, 6].filter(tempted)).toEqual([3, 5]);
  });

  it('not to exercise can be given where only joint exercises or the ladder are in play, and never where there are none', () => {
    const none = pledge({
      subject: 'exercise',
      commitment: { condition: { type: 'exercise-held', power: 'us' }, response: null, until: 3 },
    });
    const playing = (kinds: (kind: string) => boolean) => ({
      ...still,
      scenario: { ...still.scenario, orderKinds: still.scenario.orderKinds.filter(kinds) },
    });
    expect(
      returnedKeys(
        made(
          words(none),
          'us',
          playing((kind) => kind !== 'exercise'),
        ),
      ),
    ).toEqual([]);
    expect(
      returnedKeys(
        made(
          words(none),
          'us',
          playing((kind) => !kind.endsWith('exercise') && kind !== 'climb'),
        ),
      ),
    ).toEqual(['refusal.condition-not-in-play']);
  });

  it('not to have a site active is broken by an upgrade of what rests there', () => {
    const rest = standingAt(still, withBattery(start, 'deveselu', { status: 'suspended', suspendedBy: 'owner' }));
    const none = pledge({ commitment: { condition: { type: 'battery-active', battery: 'deveselu' }, response: null, until: 6 } });
    const game = turn(turn(rest, { us: words(none) }), { us: orders({ kind: 'upgrade', battery: 'deveselu' }) });
    expect(returnedKeys(game)).toEqual(['refusal.pledged']);
  });

  it('earns nothing by forbidding what was never possible: a cap of 48 that no single order can pass', () => {
    const hollow = pledge({ commitment: capOf('deveselu', 48, 3) });
    const game = quietTurns(made(words(hollow)), 2);
    expect(status(game)).toBe('untested');
    expect(credibility(game)).toBe(50);
  });

  it('is about what it names: one promise is not kept twice under two subjects', () => {
    const calm = (subject: string): Statement =>
      pledge({ subject, commitment: { condition: { type: 'posture-generated', power: 'us' }, response: null, until: 3 } });
    expect(credibility(quietTurns(made(words(calm('nk'), calm('seongju'))), 2))).toBeLessThanOrEqual(53 + 1e-9);
  });
});

describe('a red line', () => {
  it('is untested when it was never crossed, and moves nothing', () => {
    const game = quietTurns(made(words(line(3)), 'cn'), 2);
    expect(status(game, 'c1-cn-0')).toBe('untested');
    expect(credibility(game, 'cn')).toBe(50);
  });

  it('crossed and answered in the same turn is called, and credited', () => {
    const game = turn(made(words(line(5)), 'cn'), { us: orders(begin), cn: orders({ kind: 'coerce', host: 'south-korea' }) });
    expect(status(game, 'c1-cn-0')).toBe('called');
    expect(credibility(game, 'cn')).toBeCloseTo(53, 10);
  });

  it('crossed is met; answered in the next turn, called', () => {
    const crossed = turn(made(words(line(5)), 'cn'), { us: orders(begin) });
    expect(status(crossed, 'c1-cn-0')).toBe('met');
    expect(credibility(crossed, 'cn')).toBe(50);
    const answered = turn(crossed, { cn: orders({ kind: 'coerce', host: 'south-korea' }) });
    expect(status(answered, 'c1-cn-0')).toBe('called');
    expect(credibility(answered, 'cn')).toBeCloseTo(53, 10);
  });

  it('met and not answered is broken in the next turn, whatever other act there was', () => {
    const crossed = turn(made(words(line(5)), 'cn'), { us: orders(begin) });
    const game = turn(crossed, { cn: orders({ kind: 'court', host: 'south-korea' }) });
    expect(status(game, 'c1-cn-0')).toBe('broken');
    expect(credibility(game, 'cn')).toBeCloseTo(32.5, 10);
  });

  it('is not answered by standing down where an alert was threatened', () => {
    const alert = standingAt(still, withPower(start, 'cn', { posture: 'generated' }));
    const drawn = turn(alert, { cn: words(line(5, 'posture')) });
    expect(status(turn(drawn, { us: orders(begin), cn: orders({ kind: 'posture', posture: 'day' }) }), 'c1-cn-0')).toBe('met');
  });

  it('running past the end of the game stays untested: nothing is won or lost by it', () => {
    const short = { ...still, scenario: { ...still.scenario, turns: 2 } };
    const game = quietTurns(made(words(line(6)), 'cn', short), 1);
    expect(now(game).world.phase).toBe('ended');
    expect(['open', 'untested']).toContain(status(game, 'c1-cn-0'));
    expect(credibility(game, 'cn')).toBe(50);
  });

  it('raises tension when crossed, by rank', () => {
    const game = turn(made(words(line(5)), 'cn'), { us: orders(begin) });
    expect(moved(game, 'world', 'tension', 'red-line')).toBeGreaterThan(0);
  });
});

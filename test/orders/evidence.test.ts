import { describe, expect, it } from 'vitest';
import { layersOf } from '../../shared/belief/defences.ts';
import { readingOf } from '../../shared/belief/evidence.ts';
import { veil } from '../../shared/game/veil.ts';
import { viewOf } from '../../shared/game/view.ts';
import { betaQuantile } from '../../shared/math/beta.ts';
import { intelligence } from '../../shared/orders/intelligence.ts';
import { allayedOf } from '../../shared/politics/restraint.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { board, gameOn, moved, now, orders, quietTurns, returnedKeys, start, still, turn } from '../belief/table.ts';

const fresh = gameOn(still);

describe('intelligence on a system (RULES 4 and 5)', () => {
  const spy = { cn: orders({ kind: 'intelligence', interceptor: 'gbi' }) };
  const drawn = (...numbers: readonly number[]) =>
    intelligence.drawn!(
      { board: still, state: start, power: 'cn' },
      { kind: 'intelligence', interceptor: 'gbi' },
      (n) => numbers[n]!,
    );

  it('tells one side alone: two observations of the kill and of the decoys, drawn from the truth', () => {
    expect(drawn(0, 0, 1)).toHaveLength(1);
    expect(drawn(0, 0, 1)[0]).toMatchObject({ subject: 'insights/cn>gbi', set: { killA: 2, killB: 0, decoyA: 2, decoyB: 0 } });
    expect(drawn(0.9999, 0.9999, 1)[0]).toMatchObject({ set: { killA: 0, killB: 2, decoyA: 0, decoyB: 2 } });
    const known = veil(board, now(turn(fresh, spy)), 'cn').insights;
    expect(Object.keys(known)).toEqual(['cn>gbi']);
    for (const viewer of ['us', 'ru', 'public'] as const) {
      const view = viewOf(turn(fresh, spy), viewer);
      expect(view.state.insights).toEqual({});
      expect(JSON.stringify(view)).not.toContain('intelligence');
    }
  });

  it('moves its own planners’ quantile as the same observations in public would, and nobody else’s', () => {
    const learnt = { ...start, insights: { 'cn>gbi': { killA: 0, killB: 6, decoyA: 0, decoyB: 0 } } };
    const { killA, killB } = start.systems.gbi!;
    const asRival = (viewer: 'cn' | 'ru') => readingOf(board, veil(board, learnt, viewer), 'gbi', 'rival').kill;
    expect(asRival('cn')).toBeCloseTo(
      betaQuantile(board.scenario.parameters.belief.rivalQuantile, { a: killA, b: killB + 6 }),
      12,
    );
    expect(asRival('ru')).toBe(readingOf(board, start, 'gbi', 'rival').kill);
    expect(readingOf(board, learnt, 'gbi', 'public')).toEqual(readingOf(board, start, 'gbi', 'public'));
  });

  it('caught at it, a power loses the trust of the one it spied on, and those two know', () => {
    const caught = drawn(0, 0, 0);
    expect(caught.map((c) => c.subject)).toContain('pairs/us>cn');
    expect(caught.find((c) => c.subject === 'pairs/us>cn')!.because.knownTo).toEqual(['cn', 'us']);
    expect(returnedKeys(turn(fresh, { cn: orders({ kind: 'intelligence', interceptor: 'hq19' }) }))).toEqual([
      'refusal.not-a-rivals-system',
    ]);
  });
});

describe('visits (RULES 3 and 5)', () => {
  const open = { us: orders({ kind: 'visit', battery: 'aegis-pacific' }) };

  it('leave a fifth of the worst case of that battery for a year, to both guests, and then it is back', () => {
    let game = turn(fresh, open);
    for (const by of ['ru', 'cn'] as const)
      expect(allayedOf(board, now(game), 'us', by)).toEqual({ 'aegis-pacific': expect.closeTo(0.8, 12) });
    game = quietTurns(game, 3);
    expect(allayedOf(board, now(game), 'us', 'ru')['aegis-pacific']).toBeCloseTo(0.8, 12);
    expect(allayedOf(board, now(quietTurns(game, 1)), 'us', 'ru')).toEqual({});
  });

  it('work with a denial and with intelligence as shares of what is left', () => {
    const seen = now(turn(fresh, open));
    const told = { ...seen, insights: { 'ru>sm3-ib': { killA: 1, killB: 0, decoyA: 0, decoyB: 0 } } };
    const dispels = board.scenario.parameters.orders.intelligence.dispels;
    expect(allayedOf(board, told, 'us', 'ru')['aegis-pacific']).toBeCloseTo(1 - 0.2 * (1 - dispels), 12);
    expect(allayedOf(board, told, 'us', 'cn')['aegis-pacific']).toBeCloseTo(0.8, 12);
  });

  it('never touch what geometry says: only what is assumed beyond it', () => {
    const count = (denied: Readonly<Record<string, number>>): number =>
      layersOf(board, start, {
        defender: 'us',
        group: 'cn>us',
        stance: 'rival',
        outlook: false,
        caps: {},
        worstCase: 1,
        denied,
        suppressed: 0,
      }).reduce((sum, layer) => sum + layer.interceptors, 0);
    const all = Object.fromEntries(Object.keys(start.batteries).map((id) => [id, 1]));
    expect(count(all)).toBeLessThanOrEqual(count({}));
    expect(count(all)).toBeGreaterThan(0);
  });

  it('raise the guests’ trust and one’s standing, each time less', () => {
    const first = turn(fresh, open);
    const second = turn(first, open);
    for (const guest of POWERS.filter((power) => power !== 'us'))
      expect(moved(second, `pairs/${guest}>us`, 'trust', 'visit')).toBeCloseTo(
        0.4 * moved(first, `pairs/${guest}>us`, 'trust', 'visit'),
        9,
      );
    expect(moved(first, 'powers/us', 'influence', 'visit')).toBeGreaterThan(0);
    expect(moved(first, 'world', 'tension', 'visit')).toBeLessThan(0);
  });
});

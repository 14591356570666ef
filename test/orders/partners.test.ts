import { describe, expect, it } from 'vitest';
import type { Agreed, Game, Sheets } from '../../shared/game/game.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { exploit } from '../../shared/orders/exploit.ts';
import type { JointKind, Viewer } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import {
  board,
  gameOn,
  moved,
  now,
  orders,
  quietTurns,
  returnedKeys,
  standingAt,
  start,
  still,
  turn,
  withPair,
  withPower,
} from '../belief/table.ts';

const fresh = gameOn(still);
const jointly = (game: Game, kind: Exclude<JointKind, 'treaty'>): Game => {
  const sheets: Sheets = { ru: orders({ kind, partner: 'cn' }), cn: orders({ kind, partner: 'ru' }) };
  return advance(game, { type: 'turn', sheets, agreed: [['ru', 'cn', kind]] as Agreed });
};

describe('a hotline of two warning centres (RULES 5)', () => {
  it('takes both, opens once, and belongs to that pair alone', () => {
    const game = jointly(fresh, 'hotline');
    expect(now(game).hotlines).toEqual({ 'us-ru': { open: false }, 'us-cn': { open: false }, 'ru-cn': { open: true } });
    expect(returnedKeys(jointly(game, 'hotline'))).toEqual(['refusal.hotline-open', 'refusal.hotline-open']);
    const half = advance(fresh, {
      type: 'turn',
      sheets: { ru: orders({ kind: 'hotline', partner: 'cn' }) },
      agreed: [['ru', 'cn', 'hotline']],
    });
    expect(now(half).hotlines['ru-cn'].open).toBe(false);
    expect(returnedKeys(half)).toEqual(['refusal.left-waiting']);
  });
});

describe('a joint statement of two powers (RULES 6)', () => {
  it('gains both standing and trust, and costs the third power standing; each time less', () => {
    const first = jointly(fresh, 'joint-statement');
    const p = board.scenario.parameters.orders.jointStatement;
    for (const [own, other] of [
      ['ru', 'cn'],
      ['cn', 'ru'],
    ]) {
      expect(moved(first, `powers/${own}`, 'influence', 'joint-statement')).toBeCloseTo(p.influence, 9);
      expect(moved(first, `pairs/${own}>${other}`, 'trust', 'joint-statement')).toBeCloseTo(p.trust, 9);
    }
    expect(moved(first, 'powers/us', 'influence', 'joint-statement')).toBeCloseTo(p.thirdInfluence, 9);
    expect(moved(jointly(first, 'joint-statement'), 'powers/us', 'influence', 'joint-statement')).toBeCloseTo(
      0.4 * p.thirdInfluence,
      9,
    );
  });

  it('is not made with whom one trusts too little', () => {
    const cold = standingAt(still, withPair(start, 'ru>cn', { trust: 10 }));
    expect(returnedKeys(jointly(cold, 'joint-statement'))).toContain('refusal.too-little-trust');
  });
});

describe('exploited access (RULES 5)', () => {
  const p = board.scenario.parameters.orders.exploit;
  const at = (rung: number): State => ({ ...start, ladders: { ...start.ladders, 'ru-cn': { rung } } });
  const order = { kind: 'exploit', partner: 'cn' } as const;
  const take = { ru: orders(order) };

  it('opens with shared warning data, and not before', () => {
    const below = advance(standingAt(still, at(p.leastRung - 1)), { type: 'turn', sheets: take });
    expect(returnedKeys(below)).toEqual(['refusal.no-access']);
    expect(returnedKeys(advance(standingAt(still, at(p.leastRung)), { type: 'turn', sheets: take }))).toEqual([]);
  });

  it('saves money and takes a step in one’s own programme; the partner sees neither deed nor cause', () => {
    const game = standingAt(still, at(p.leastRung));
    // Luck of a seed under which it is not found out.
    const seeds = Array.from({ length: 20 }, (_, i) => `exploit-${i}`);
    const quiet = seeds
      .map((seed) => advance({ ...game, setup: { ...game.setup, seed } }, { type: 'turn', sheets: take }))
      .find((played) => now(played).ladders['ru-cn'].rung === p.leastRung)!;
    expect(moved(quiet, 'powers/ru', 'money', 'exploit')).toBe(p.saved);
    expect(now(quiet).powers.ru.penaids).toBe(1);
    expect(JSON.stringify(viewOf(quiet, 'cn'))).not.toContain('exploit');
    // The step must not give it away either: it is told like any level that is finished.
    const worked = quietTurns(turn(standingAt(still, at(p.leastRung)), { ru: orders({ kind: 'penaids' }) }), 2);
    const told = (game: Game, viewer: Viewer) =>
      viewOf(game, viewer)
        .effects.filter(({ subject, variable }) => subject === 'powers/ru' && variable === 'penaids')
        .map(({ rule, before, after, because }) => ({ rule, before, after, because }));
    for (const viewer of ['us', 'cn', 'public'] as const) {
      expect(told(worked, viewer)).toHaveLength(1);
      expect(told(quiet, viewer)).toEqual(told(worked, viewer));
    }
    expect(told(quiet, 'ru')).toMatchObject([{ rule: 'exploit', because: { key: 'why.order.exploit' } }]);
  });

  it('never takes a programme past its last level, also when the last step was begun on the same sheet', () => {
    const { levels } = board.scenario.parameters.programmes.penaids;
    const near = withPower(at(p.leastRung), 'ru', { penaids: levels - 1 });
    const both = turn(standingAt(still, near), { ru: orders({ kind: 'penaids' }, order) });
    expect(returnedKeys(both)).toEqual([]);
    const end = now(quietTurns(both, 4)).powers.ru;
    expect(end.penaids).toBe(levels);
    // The step that access gives goes to the next programme that has one left.
    expect(end.dispersal).toBe(1);
  });

  it('found out by a chance that grows with the rung: trust collapses and two rungs are lost, for all to see', () => {
    const drawn = (rung: number, luck: number) =>
      exploit.drawn!({ board: still, state: at(rung), power: 'ru' }, order, (n) => (n === 0 ? luck : 0.5));
    for (const rung of [5, 6, 7]) {
      const chance = p.caughtBase + p.caughtPerRung * rung;
      expect(drawn(rung, chance + 1e-9).some((c) => c.rule === 'exploit')).toBe(false);
      const found = drawn(rung, chance - 1e-9);
      expect(found.find((c) => c.subject === 'pairs/cn>ru')).toMatchObject({ add: -45 });
      expect(found.find((c) => c.subject === 'ladders/ru-cn')).toMatchObject({ add: -2 });
      expect(found.filter((c) => c.rule === 'exploit').every((c) => c.because.knownTo === null)).toBe(true);
    }
  });
});

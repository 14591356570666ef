/** What the screens say of a battery's cover follows whose warning data its owner has. */
import { describe, expect, it } from 'vitest';
import { gainOf, metBy } from '../../client/model/coverage-gain.ts';
import { noticedBy, reachOf } from '../../client/panels/cover-name.ts';
import { whyOf } from '../../shared/game/explain.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import type { State } from '../../shared/state/state.ts';
import { board, start } from '../belief/table.ts';
import { check } from '../game/check-why.ts';

const shared: State = { ...start, ladders: { ...start.ladders, 'ru-cn': { ...start.ladders['ru-cn'], rung: 5 } } };
const american = board.coverage.corridors.filter(({ group }) => group === 'us>cn').map(({ id }) => id);

describe('a battery of China', () => {
  it('meets on the map what it could with Russia’s eyes, once Russia shares', () => {
    const met = (state: State) => american.filter((id) => metBy(board, state, ['jiuquan-midcourse']).has(id));
    expect(met(start)).toHaveLength(1);
    expect(met(shared)).toEqual(american);
  });

  it('is weighed in an order by the same', () => {
    const order: Order = { kind: 'build', battery: 'jiuquan-midcourse' };
    const gained = (state: State) => gainOf(board, state, order).find(({ group }) => group === 'us>cn')!.after;
    expect(gained(start).share).toBeCloseTo(board.coverage.shares['jiuquan-midcourse']!['us>cn']!, 12);
    expect(gained(shared)).toMatchObject({ share: 1, met: american.length });
    expect(reachOf(board, shared, 'jiuquan-midcourse')).not.toBe(reachOf(board, start, 'jiuquan-midcourse'));
  });

  it('answers why with the rung or the treaty by which it sees', () => {
    const exchange = {
      parties: ['us', 'cn'],
      clauses: [{ type: 'data-exchange' }],
      made: 0,
      status: 'in-force',
      by: [],
      ends: 0,
    };
    const agreed = { ...start, treaties: { t0: exchange } } as unknown as State;
    for (const [state, group, told] of [
      [shared, 'us>cn', 'ladders/ru-cn'],
      [agreed, 'ru>cn', 'treaties/t0'],
    ] as const)
      for (const what of ['coverage', 'looks'] as const) {
        const why = whyOf(board, state, { what, batteries: ['jiuquan-midcourse', 'hq19-beijing'], group });
        check(why, state);
        expect(why.holdsBy?.map(({ from }) => (from.type === 'ledger' ? from.subject : ''))).toEqual([told]);
        if (what === 'coverage') expect(why.value).toBe(1);
      }
    expect(whyOf(board, start, { what: 'looks', batteries: ['hq19-beijing'], group: 'us>cn' }).holdsBy).toBeUndefined();
  });

  it('names by whom it learns of an attack', () => {
    expect(noticedBy(board, start, 'jiuquan-midcourse')).toContain('Korla');
    expect(noticedBy(board, start, 'jiuquan-midcourse')).not.toContain('EKS');
    expect(noticedBy(board, shared, 'jiuquan-midcourse')).toContain('EKS');
  });
});

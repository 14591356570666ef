/** Whose eyes help: from the rung of shared warning data on, or while a treaty that exchanges it is in force (RULES 5, 7). */
import { describe, expect, it } from 'vitest';
import { batteryCount } from '../../shared/belief/defences.ts';
import { aidedNow, partnersOf, sharesNow, sharesWarning, windowsNow } from '../../shared/belief/warning.ts';
import type { State, Treaty } from '../../shared/state/state.ts';
import { board, start } from './table.ts';

const onRung = (rung: number, dyad: 'us-ru' | 'us-cn' | 'ru-cn' = 'ru-cn'): State => ({
  ...start,
  ladders: { ...start.ladders, [dyad]: { ...start.ladders[dyad], rung } },
});
const withTreaty = (status: Treaty['status'], type: 'data-exchange' | 'notification' = 'data-exchange'): State => ({
  ...start,
  treaties: { t0: { parties: ['us', 'cn'], clauses: [{ type }], made: 0, status, by: [], ends: 0 } },
});

describe('who shares warning data', () => {
  it('does so from the fifth rung on', () => {
    expect([3, 4, 5, 6, 7].map((rung) => partnersOf(onRung(rung), 'cn'))).toEqual([null, null, 'ru', 'ru', 'ru']);
    expect(partnersOf(onRung(5), 'ru')).toBe('cn');
    expect(partnersOf(onRung(7), 'us')).toBeNull();
  });

  it('does so while a treaty that says so is in force, notice or not', () => {
    const by = (['signed', 'in-force', 'noticed', 'ended', 'broken'] as const).map((status) =>
      partnersOf(withTreaty(status), 'cn'),
    );
    expect(by).toEqual([null, 'us', 'us', null, null]);
    expect(partnersOf(withTreaty('in-force', 'notification'), 'cn')).toBeNull();
    expect(sharesWarning(withTreaty('in-force'), 'us', 'cn')).toBe(true);
    expect(sharesWarning(withTreaty('in-force'), 'us', 'ru')).toBe(false);
  });

  it('may be both others', () => {
    const both: State = { ...withTreaty('in-force'), ladders: onRung(5).ladders };
    expect(partnersOf(both, 'cn')).toBe('both');
    expect(partnersOf(both, 'ru')).toBe('cn');
  });
});

describe('what a battery covers by it', () => {
  const count = (state: State, group: string): number =>
    batteryCount(
      board,
      {
        ...state,
        batteries: {
          ...state.batteries,
          'jiuquan-midcourse': {
            owner: 'cn',
            site: 'jiuquan',
            interceptor: 'cn-midcourse',
            inventory: 12,
            status: 'active',
            suspendedBy: '',
            since: 1,
          },
        },
      },
      { defender: 'cn', group, stance: 'rival', outlook: false, caps: {}, worstCase: 0, denied: {}, suppressed: 0 },
      'jiuquan-midcourse',
    ).share;

  it('grows against the third, and stays against the partner', () => {
    expect(count(onRung(5), 'us>cn')).toBe(1);
    expect(count(start, 'us>cn')).toBeLessThan(0.2);
    expect(count(onRung(5), 'ru>cn')).toBe(count(start, 'ru>cn'));
    expect(count(withTreaty('in-force'), 'ru>cn')).toBe(1);
    expect(count(withTreaty('in-force'), 'us>cn')).toBe(count(start, 'us>cn'));
  });

  it('is its own where nobody helps, or needs to', () => {
    for (const { id, owner } of board.scenario.batteries) {
      const state = owner === 'cn' ? start : onRung(7);
      expect(aidedNow(board, state, id)).toEqual({ battery: id, partners: null });
      expect(sharesNow(board, state, id)).toBe(board.coverage.shares[id]);
      expect(windowsNow(board, state, id)).toBe(board.coverage.windows[id]);
    }
  });
});

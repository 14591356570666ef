import { describe, expect, it } from 'vitest';
import { fearOf } from '../../shared/politics/fear.ts';
import {
  gameOn,
  moved,
  now,
  orders,
  quietTurns,
  returnedKeys,
  say,
  start,
  still,
  turn,
  withCommitment,
  withPower,
  words,
} from '../belief/table.ts';

const deny = say({ kind: 'deny', subject: 'deveselu', target: 'ru' });
const denial = {
  kind: 'denial',
  subject: 'deveselu',
  condition: { type: 'inventory-over', battery: 'deveselu', count: 24 },
} as const;
const denied = turn(gameOn(still), { us: words(deny) });
const reinforce = orders({ kind: 'reinforce', battery: 'deveselu' });

/** Interceptors that Moscow's planners expect to meet. */
const expected = (state = start): number => fearOf(still, state, 'ru', 'us').interceptors;

describe('a denial (RULES 3 and 6)', () => {
  it('takes from what a rival fears beyond geometry as much as the speaker ranks and is believed, at that battery alone', () => {
    // A quarter of 1.25 x 24 interceptors at Deveselu is worst case: no Russian corridor comes within its reach.
    const worst = 0.25 * 1.25 * 24;
    for (const [rank, credibility] of [
      [1, 50],
      [0.5, 50],
      [1, 100],
      [1, 0],
    ] as const) {
      const state = withPower(withCommitment(start, 'c1-us-0', { ...denial, rank }), 'us', { credibility });
      expect(expected(start) - expected(state)).toBeCloseTo((worst * rank * credibility) / 100, 9);
    }
  });

  it('binds nobody: building on is allowed, disproves it and breaks one’s word', () => {
    expect(now(denied).commitments['c1-us-0']).toMatchObject({ ...denial, status: 'open', made: 1, until: 5, response: null });
    const built = turn(denied, { us: reinforce });
    expect(returnedKeys(built)).toEqual([]);
    expect(now(built).commitments['c1-us-0']!.status).toBe('broken');
    expect(moved(built, 'powers/us', 'credibility')).toBeCloseTo(-50 * 0.35, 9);
    expect(expected(now(built))).toBeGreaterThan(expected(now(denied)));
  });

  it('stands four turns; not built on although one could have been, it was one’s word kept', () => {
    expect(now(quietTurns(denied, 3)).commitments['c1-us-0']!.status).toBe('open');
    expect(now(quietTurns(denied, 4)).commitments['c1-us-0']!.status).toBe('kept');
  });

  it('works backwards beside building at the same place', () => {
    const beside = turn(gameOn(still), { us: { ...reinforce, statements: [deny] } });
    expect(moved(denied, 'pairs/ru>us', 'trust', 'statement')).toBeGreaterThan(0);
    expect(moved(beside, 'pairs/ru>us', 'trust', 'statement')).toBeLessThan(0);
  });

  it.each([
    ['what is not one’s own', { subject: 'moscow-a135' }, 'refusal.nothing-to-deny'],
    ['what nobody fears beyond its reach', { subject: 'fort-greely' }, 'refusal.nothing-to-deny'],
    ['what does not stand', { subject: 'redzikowo' }, 'refusal.nothing-to-deny'],
    ['what is no battery', { subject: 'arms' }, 'refusal.nothing-to-deny'],
    ['in the voice of the media', { speaker: 'state-media' }, 'refusal.media-cannot-bind'],
  ] as const)('of %s is refused', (_what, patch, key) => {
    expect(returnedKeys(turn(gameOn(still), { us: words({ ...deny, ...patch }) }))).toEqual([key]);
  });
});

import { describe, expect, it } from 'vitest';
import { type DefencePicture, layersOf } from '../../shared/belief/defences.ts';
import { readingOf } from '../../shared/belief/evidence.ts';
import { capsOf } from '../../shared/politics/commitment.ts';
import type { State } from '../../shared/state/state.ts';
import { board, start, withBattery, withCommitment, withDeeds, withPower, withWork, withWorld } from './table.ts';

const BASE: DefencePicture = {
  defender: 'us',
  group: 'ru>us',
  stance: 'rival',
  outlook: true,
  caps: {},
  worstCase: 1,
  denied: {},
  suppressed: 0,
};
const total = (state: State, patch: Partial<DefencePicture> = {}): number =>
  layersOf(board, state, { ...BASE, ...patch }).reduce((sum, layer) => sum + layer.interceptors, 0);
const gbi = (state: State, patch: Partial<DefencePicture> = {}): number => total(state, { worstCase: 0, ...patch });

describe('what is expected to stand (RULES 4, outlook)', () => {
  it('sees 63 GBI in October 2016: 1.25 x (32 + 8 + 4) + 4 x 2', () => {
    expect(gbi(start)).toBeCloseTo(1.25 * 44 + 8, 10);
  });

  it('forgets the two a turn before turn 1 one turn at a time', () => {
    for (const turn of [1, 2, 3, 4, 5, 6]) {
      const remembered = Math.max(0, 4 - (turn - 1)) * 2;
      expect(gbi(withWorld(start, { turn }))).toBeCloseTo(1.25 * 44 + 4 * (remembered / 4), 10);
    }
  });

  it('extends what was ordered in the last four turns, this turn not counted', () => {
    const deed = { power: 'us', kind: 'reinforce', target: 'fort-greely', amount: 8 } as const;
    const state = withWorld(withDeeds(start, { ...deed, turn: 1 }, { ...deed, turn: 5 }, { ...deed, turn: 6 }), { turn: 6 });
    expect(gbi(state)).toBeCloseTo(1.25 * 44 + 4 * (8 / 4), 10);
  });

  it('counts what is building and what is suspended as present', () => {
    const state = withWork(start, 'w1-us-0', {
      owner: 'us',
      what: 'battery',
      battery: 'fort-greely',
      add: 8,
      start: 1,
      ready: 4,
    });
    expect(gbi(state) - gbi(start)).toBeCloseTo(10, 10);
    expect(gbi(withBattery(start, 'fort-greely', { status: 'suspended' }))).toBeCloseTo(gbi(start), 10);
  });

  it('counts forces in being only where no outlook is asked: active batteries, nothing else', () => {
    expect(gbi(start, { outlook: false })).toBe(36);
    expect(gbi(withBattery(start, 'fort-greely', { status: 'suspended' }), { outlook: false })).toBe(4);
  });

  it('lets a cap replace the extrapolation by its weight and never what exists', () => {
    for (const weight of [0, 0.3, 0.5, 1]) {
      const capped = 40 + (0.25 * 40 + 8) * (1 - weight);
      expect(gbi(start, { caps: { 'fort-greely': weight } })).toBeCloseTo(capped + 5, 10);
    }
  });

  it('adds a quarter of the fast midcourse interceptors for the rival planner: (24 + 48 + 64) x 1.25 / 4', () => {
    expect(total(start) - gbi(start)).toBeCloseTo((136 * 1.25) / 4, 10);
    expect(total(start, { worstCase: 0.4 }) - gbi(start)).toBeCloseTo((0.4 * 136 * 1.25) / 4, 10);
  });

  it('adds nothing of the kind for interceptors that are not of the SM-3 class, wherever they stand', () => {
    const china = withWork(start, 'w1-cn-0', {
      owner: 'cn',
      what: 'battery',
      battery: 'jiuquan-midcourse',
      add: 12,
      start: 1,
      ready: 5,
    });
    const built: State = {
      ...china,
      // Russia's eyes show it all American tracks.
      ladders: { ...china.ladders, 'ru-cn': { ...china.ladders['ru-cn'], rung: 5 } },
      batteries: {
        ...china.batteries,
        'jiuquan-midcourse': {
          owner: 'cn',
          site: 'jiuquan',
          interceptor: 'cn-midcourse',
          inventory: 0,
          status: 'building',
          suspendedBy: '',
          since: 1,
        },
      },
    };
    expect(total(built, { defender: 'cn', group: 'us>cn' })).toBeCloseTo(15, 10);
  });

  it('counts suppressed interceptors at one less the suppression, and no layer at all when all are blinded', () => {
    expect(gbi(start, { outlook: false, suppressed: 0.5 })).toBe(18);
    expect(layersOf(board, start, { ...BASE, suppressed: 1 })).toEqual([]);
  });

  it('never counts more than a battery holds: geometry and worst case together stay at one', () => {
    const layers = layersOf(board, start, { ...BASE, group: 'iran>allies', outlook: false });
    const most = 24 + 48;
    expect(layers.reduce((sum, layer) => sum + layer.interceptors, 0)).toBeLessThanOrEqual(most + 64);
    expect(total(start, { group: 'iran>allies', outlook: false })).toBeCloseTo(24 + 48 * 0.75 + 64 * 0.25, 10);
  });

  it('puts midcourse layers before terminal ones: SM-3 off Honshu, then THAAD at Seongju', () => {
    const thaad = {
      owner: 'us',
      site: 'seongju',
      interceptor: 'thaad',
      inventory: 48,
      status: 'active',
      suspendedBy: '',
      since: 1,
    } as const;
    const state: State = { ...start, batteries: { seongju: thaad, ...start.batteries } };
    const layers = layersOf(board, state, { ...BASE, group: 'nk>allies', stance: 'public', worstCase: 0, outlook: false });
    expect(layers.map((layer) => layer.singleShot)).toEqual([34 / 42, 14 / 15]);
  });

  it('lets a discriminating radar cut decoys to four fifths on the tracks it sees, by the range that each assumes', () => {
    const plain = readingOf(board, start, 'gbi', 'rival').decoysTaken;
    const seen = (stance: DefencePicture['stance']): number => {
      const { seen: table } = board.coverage;
      const which = { rival: 2, public: 1, truth: 1, owner: 0 }[stance];
      return Math.max(...['shariki-radar', 'kyogamisaki-radar', 'kurecik-radar'].map((id) => table[id]!['cn>us']![which]!));
    };
    const taken = layersOf(board, start, { ...BASE, group: 'cn>us', worstCase: 0 })[0]!.decoysTaken;
    expect(taken).toBeCloseTo(plain * (1 - 0.2 * seen('rival')), 12);
    const own = layersOf(board, start, { ...BASE, group: 'cn>us', stance: 'owner', worstCase: 0 })[0]!.decoysTaken;
    expect(own).toBeCloseTo(readingOf(board, start, 'gbi', 'owner').decoysTaken * (1 - 0.2 * seen('owner')), 12);
  });
});

describe('the weight of a pledged cap', () => {
  const weight = (state: State): number | undefined => capsOf(board, state, 'us')['fort-greely'];

  it('is credibility in a hundred times rank', () => {
    expect(weight(withCommitment(start, 'c1-us-0', {}))).toBeCloseTo(0.5, 12);
    expect(weight(withPower(withCommitment(start, 'c1-us-0', { rank: 0.75 }), 'us', { credibility: 80 }))).toBeCloseTo(0.6, 12);
  });

  it('is nothing for a cap above what is there and building', () => {
    expect(
      weight(withCommitment(start, 'c1-us-0', { condition: { type: 'inventory-over', battery: 'fort-greely', count: 41 } })),
    ).toBeUndefined();
  });

  it('is the heaviest of several, not their sum', () => {
    const two = withCommitment(withCommitment(start, 'c1-us-0', { rank: 0.5 }), 'c1-us-1', { rank: 0.75 });
    expect(weight(two)).toBeCloseTo(0.375, 12);
  });

  it('ends when the pledge does, and no red line or pledge of another kind counts', () => {
    for (const status of ['kept', 'broken', 'untested'] as const)
      expect(weight(withCommitment(start, 'c1-us-0', { status }))).toBeUndefined();
    expect(weight(withCommitment(start, 'c1-us-0', { kind: 'red-line' }))).toBeUndefined();
    expect(
      weight(withCommitment(start, 'c1-us-0', { condition: { type: 'battery-active', battery: 'fort-greely' } })),
    ).toBeUndefined();
  });
});

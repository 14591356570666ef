import { describe, expect, it } from 'vitest';
import { layersOf } from '../../shared/belief/defences.ts';
import { fearOf } from '../../shared/politics/fear.ts';
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
  withBattery,
  withConsent,
} from '../belief/table.ts';

const fresh = gameOn(still);

describe('upgrades (RULES 5)', () => {
  const upgrade = { us: orders({ kind: 'upgrade', battery: 'deveselu' }) };
  const turns = board.plans.deveselu!.upgrade!.turns;

  it('put better interceptors where the old stand, which watch until then: none too many, none too few', () => {
    let game = turn(fresh, upgrade);
    for (let i = 0; i < turns; i++) {
      expect(now(game).batteries.deveselu).toMatchObject({ status: 'active', inventory: 24 });
      expect(now(game).batteries['deveselu-iia']).toMatchObject({ status: 'building', inventory: 0 });
      game = quietTurns(game, 1);
    }
    expect(now(game).batteries.deveselu).toMatchObject({ status: 'withdrawn', inventory: 0 });
    expect(now(game).batteries['deveselu-iia']).toMatchObject({ status: 'active', inventory: 24, interceptor: 'sm3-iia' });
  });

  it('are not begun twice, nor where nothing stands, nor against the host', () => {
    expect(returnedKeys(turn(turn(fresh, upgrade), upgrade))).toEqual(['refusal.upgrade-begun']);
    const gone = withBattery(start, 'deveselu', { status: 'withdrawn' });
    expect(returnedKeys(turn(standingAt(still, gone), upgrade))).toEqual(['refusal.nothing-stands']);
    expect(returnedKeys(turn(standingAt(still, withConsent(start, 'romania', 34)), upgrade))).toEqual(['refusal.host']);
  });

  it('who looks ahead counts what is to come, and not what it replaces', () => {
    const begun = now(turn(fresh, upgrade));
    const look = {
      defender: 'us',
      group: 'iran>allies',
      stance: 'owner',
      caps: {},
      worstCase: 0,
      denied: {},
      suppressed: 0,
    } as const;
    const old = (state: State, outlook: boolean): number =>
      layersOf(board, { ...state, batteries: { deveselu: state.batteries.deveselu! } }, { ...look, outlook }).reduce(
        (sum, layer) => sum + layer.interceptors,
        0,
      );
    expect(old(begun, false)).toBe(old(start, false));
    expect(old(begun, true)).toBe(0);
    expect(old(start, true)).toBeGreaterThan(0);
  });
});

describe('suspension (RULES 5)', () => {
  const rest = { us: orders({ kind: 'suspend', battery: 'deveselu', suspended: true }) };
  const wake = { us: orders({ kind: 'suspend', battery: 'deveselu', suspended: false }) };

  it('by its owner lasts until he ends it, whatever the host would like', () => {
    const resting = quietTurns(turn(fresh, rest), 3);
    expect(now(resting).batteries.deveselu).toMatchObject({ status: 'suspended', suspendedBy: 'owner', inventory: 24 });
    expect(now(turn(resting, wake)).batteries.deveselu).toMatchObject({ status: 'active', suspendedBy: '' });
  });

  it('by the host ends when the host is willing, and is not for the owner to end before', () => {
    const unwilling = turn(standingAt(still, withConsent(start, 'romania', 14)), {});
    expect(now(unwilling).batteries.deveselu).toMatchObject({ status: 'suspended', suspendedBy: 'host' });
    expect(returnedKeys(turn(unwilling, wake))).toEqual(['refusal.host']);
    const willing = standingAt(still, withConsent(now(unwilling), 'romania', 40));
    expect(now(turn(willing, {})).batteries.deveselu).toMatchObject({ status: 'active', suspendedBy: '' });
  });

  it('calms, and costs at home', () => {
    const game = turn(fresh, rest);
    expect(moved(game, 'world', 'tension', 'suspend')).toBeLessThan(0);
    expect(moved(game, 'powers/us', 'approval', 'suspend')).toBeLessThan(0);
    expect(returnedKeys(turn(fresh, wake))).toEqual(['refusal.not-suspended']);
  });
});

describe('forward missiles (RULES 5)', () => {
  const deploy = { ru: orders({ kind: 'forward', battery: 'deveselu', deployed: true }) };
  const back = { ru: orders({ kind: 'forward', battery: 'deveselu', deployed: false }) };

  it('hold a site at risk: against their owner, and nobody else, half of it no longer counts', () => {
    const held = now(turn(fresh, deploy));
    const count = (state: State, group: string): number =>
      layersOf(
        board,
        { ...state, batteries: { deveselu: state.batteries.deveselu! } },
        {
          defender: 'us',
          group,
          stance: 'rival',
          outlook: false,
          caps: {},
          worstCase: 1,
          denied: {},
          suppressed: 0,
        },
      ).reduce((sum, layer) => sum + layer.interceptors, 0);
    expect(count(held, 'ru>us')).toBeCloseTo(count(start, 'ru>us') / 2, 12);
    for (const group of ['cn>us', 'iran>allies']) expect(count(held, group)).toBe(count(start, group));
    expect(fearOf(board, held, 'ru', 'us').fear).toBeLessThanOrEqual(fearOf(board, start, 'ru', 'us').fear);
  });

  it('cost standing, frighten the host, alarm everybody, and can be pulled back', () => {
    const game = turn(fresh, deploy);
    expect(moved(game, 'powers/ru', 'influence', 'forward')).toBeLessThan(0);
    expect(moved(game, 'hosts/romania', 'consent', 'forward')).toBeLessThan(0);
    expect(moved(game, 'world', 'tension', 'forward')).toBeGreaterThan(0);
    const returned = turn(game, back);
    expect(now(returned).forward).toEqual({});
    expect(moved(returned, 'world', 'tension', 'forward')).toBeLessThan(0);
  });

  it('go only where they reach, and only once', () => {
    const on = (battery: string, power: 'us' | 'ru' | 'cn') =>
      returnedKeys(turn(fresh, { [power]: orders({ kind: 'forward', battery, deployed: true }) }));
    expect(on('fort-greely', 'ru')).toEqual(['refusal.out-of-reach']);
    expect(on('deveselu', 'cn')).toEqual(['refusal.out-of-reach']);
    expect(on('seongju', 'cn')).toEqual(['refusal.nothing-stands']);
    expect(returnedKeys(turn(turn(fresh, deploy), deploy))).toEqual(['refusal.forward-already']);
    expect(returnedKeys(turn(fresh, back))).toEqual(['refusal.not-forward']);
  });
});

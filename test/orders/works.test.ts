import { describe, expect, it } from 'vitest';
import type { Game } from '../../shared/game/game.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { PROGRAMMES } from '../../shared/scenario/names.ts';
import {
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
  withPower,
  withWork,
} from '../belief/table.ts';

const give = (game: Game, power: Power, ...list: readonly Order[]): Game => turn(game, { [power]: orders(...list) });
const fresh = gameOn(still);
const plan = (id: string) => still.plans[id]!;

describe('build', () => {
  it('takes as many turns as its plan says, then stands with what it was to have; it is paid at once', () => {
    const { turns, inventory, money } = plan('seongju').build!;
    let game = give(fresh, 'us', { kind: 'build', battery: 'seongju' });
    expect(moved(game, 'powers/us', 'money', 'order')).toBe(-money);
    for (let i = 1; i < turns; i++) {
      expect(now(game).batteries['seongju']).toMatchObject({ status: 'building', inventory: 0 });
      game = turn(game);
    }
    game = turn(game);
    expect(now(game).batteries['seongju']).toMatchObject({ status: 'active', inventory });
    expect(now(game).works['w1-us-0']).toBeUndefined();
  });

  it('is refused where something stands, where nothing may, and to who does not own it', () => {
    const tries: readonly (readonly [Power, Order, string])[] = [
      ['us', { kind: 'build', battery: 'deveselu' }, 'refusal.not-yours-to-build'],
      ['ru', { kind: 'build', battery: 'seongju' }, 'refusal.not-yours-to-build'],
      ['us', { kind: 'build', battery: 'nowhere' }, 'refusal.not-yours-to-build'],
    ];
    for (const [power, order, key] of tries) expect(returnedKeys(give(fresh, power, order))).toEqual([key]);
    const begun = give(fresh, 'us', { kind: 'build', battery: 'seongju' });
    expect(returnedKeys(give(begun, 'us', { kind: 'build', battery: 'seongju' }))).toEqual(['refusal.stands-already']);
  });

  it('provokes the others, alarms before it exists: fear rises in the turn it is ordered', () => {
    const before = fearOf(still, start, 'cn', 'us').fear;
    const game = give(fresh, 'us', { kind: 'reinforce', battery: 'fort-greely' });
    const quiet = turn(fresh);
    expect(fearOf(still, now(game), 'cn', 'us').fear).toBeGreaterThan(fearOf(still, now(quiet), 'cn', 'us').fear);
    expect(before).toBeGreaterThan(0);
    expect(moved(game, 'pairs/us>cn', 'provocation')).toBeGreaterThan(0);
  });
});

describe('reinforce', () => {
  it('brings its interceptors when due and not before; works of the start too: 8 GBI in turn 4', () => {
    const { inventory, turns } = plan('deveselu').reinforce!;
    const game = give(fresh, 'us', { kind: 'reinforce', battery: 'deveselu' });
    expect(now(quietTurns(game, turns - 1)).batteries['deveselu']!.inventory).toBe(24);
    expect(now(quietTurns(game, turns)).batteries['deveselu']!.inventory).toBe(24 + inventory);
    expect(now(quietTurns(fresh, 3)).batteries['fort-greely']!.inventory).toBe(32);
    expect(now(quietTurns(fresh, 4)).batteries['fort-greely']!.inventory).toBe(40);
  });

  it('is refused beyond the site’s room, what is under way counted', () => {
    const { upTo, inventory } = plan('fort-greely').reinforce!;
    const room = withBattery(start, 'fort-greely', { inventory: upTo - 8 - inventory });
    expect(returnedKeys(give(standingAt(still, room), 'us', { kind: 'reinforce', battery: 'fort-greely' }))).toEqual([]);
    const full = withBattery(start, 'fort-greely', { inventory: upTo - 8 - inventory + 1 });
    expect(returnedKeys(give(standingAt(still, full), 'us', { kind: 'reinforce', battery: 'fort-greely' }))).toEqual([
      'refusal.site-full',
    ]);
  });

  it('is refused where nothing stands yet', () => {
    const game = give(fresh, 'cn', { kind: 'build', battery: 'hq19-beijing' });
    expect(returnedKeys(give(game, 'cn', { kind: 'reinforce', battery: 'hq19-beijing' }))).toEqual(['refusal.nothing-stands']);
  });
});

describe('withdraw', () => {
  it('takes the battery away in the same turn, calms, and is refused twice', () => {
    const game = give(fresh, 'us', { kind: 'withdraw', battery: 'deveselu' });
    expect(now(game).batteries['deveselu']).toMatchObject({ status: 'withdrawn', inventory: 0 });
    expect(moved(game, 'world', 'tension', 'withdraw')).toBeLessThan(0);
    expect(returnedKeys(give(game, 'us', { kind: 'withdraw', battery: 'deveselu' }))).toEqual(['refusal.nothing-stands']);
    expect(returnedKeys(give(fresh, 'ru', { kind: 'withdraw', battery: 'deveselu' }))).toEqual(['refusal.nothing-stands']);
  });

  it('leaves nothing for works to join when they are due', () => {
    const gone = give(give(fresh, 'us', { kind: 'reinforce', battery: 'deveselu' }), 'us', {
      kind: 'withdraw',
      battery: 'deveselu',
    });
    expect(now(quietTurns(gone, 3)).batteries['deveselu']).toMatchObject({ status: 'withdrawn', inventory: 0 });
  });

  it('ends the works on it: rivals no longer fear, and red lines no longer see, what will never be', () => {
    const gone = give(give(fresh, 'us', { kind: 'build', battery: 'japan-ashore' }), 'us', {
      kind: 'withdraw',
      battery: 'japan-ashore',
    });
    expect(Object.values(now(gone).works).filter((work) => work.battery === 'japan-ashore')).toEqual([]);
  });

  it('does not leave a short cut: built anew, a site takes its full time again and stands with one inventory', () => {
    const { turns, inventory } = plan('japan-ashore').build!;
    const gone = give(give(fresh, 'us', { kind: 'build', battery: 'japan-ashore' }), 'us', {
      kind: 'withdraw',
      battery: 'japan-ashore',
    });
    const again = give(gone, 'us', { kind: 'build', battery: 'japan-ashore' });
    expect(now(quietTurns(again, turns - 1)).batteries['japan-ashore']).toMatchObject({ status: 'building' });
    expect(now(quietTurns(again, turns)).batteries['japan-ashore']).toMatchObject({ status: 'active', inventory });
  });
});

describe('the programmes of offence', () => {
  it.each(PROGRAMMES)('%s reaches a level when due, and so many at most, those under way counted', (kind) => {
    const { turns, levels } = still.scenario.parameters.programmes[kind];
    const game = give(fresh, 'cn', { kind });
    expect(now(quietTurns(game, turns - 1)).powers.cn[kind]).toBe(0);
    expect(now(quietTurns(game, turns)).powers.cn[kind]).toBe(1);
    const work = { owner: 'cn', what: kind, battery: '', add: 1, start: 1, ready: 9 } as const;
    const lastButOne = withWork(withPower(start, 'cn', { [kind]: levels - 2 }), 'w0-9', work);
    expect(returnedKeys(give(standingAt(still, lastButOne), 'cn', { kind }))).toEqual([]);
    const last = withPower(lastButOne, 'cn', { [kind]: levels - 1 });
    expect(returnedKeys(give(standingAt(still, last), 'cn', { kind }))).toEqual(['refusal.programme-complete']);
  });

  it('more warheads on missiles cost standing abroad once they are seen, and not before', () => {
    const { turns } = still.scenario.parameters.programmes.mirv;
    const game = give(fresh, 'cn', { kind: 'mirv' });
    const at = (upTo: number): number => now(quietTurns(game, upTo)).powers.cn.influence;
    const without = (upTo: number): number => now(quietTurns(give(fresh, 'cn', { kind: 'penaids' }), upTo)).powers.cn.influence;
    expect(at(turns - 1)).toBe(without(turns - 1));
    expect(at(turns)).toBeLessThan(without(turns));
  });

  it('dispersal is for who has a mobile leg', () => {
    expect(returnedKeys(give(fresh, 'us', { kind: 'dispersal' }))).toEqual(['refusal.no-leg']);
    expect(returnedKeys(give(fresh, 'ru', { kind: 'dispersal' }))).toEqual([]);
  });
});

describe('forward missiles that hold a site', () => {
  it('go on holding it when an upgrade puts other interceptors there', () => {
    const begun = turn(fresh, {
      us: orders({ kind: 'upgrade', battery: 'deveselu' }),
      ru: orders({ kind: 'forward', battery: 'deveselu', deployed: true }),
    });
    const done = now(quietTurns(begun, plan('deveselu').upgrade!.turns));
    expect(done.batteries['deveselu-iia']!.status).toBe('active');
    expect(done.forward).toEqual({ 'ru>deveselu-iia': { since: 1 } });
  });
});

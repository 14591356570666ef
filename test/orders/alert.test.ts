import { describe, expect, it } from 'vitest';
import { surviving } from '../../shared/belief/deterrence.ts';
import { baseFear } from '../../shared/crisis/alarm.ts';
import { accidentChance, falseAlarms } from '../../shared/crisis/outbreak.ts';
import { advance } from '../../shared/game/turn.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import type { State } from '../../shared/state/state.ts';
import { leftOf } from '../belief/slow.ts';
import {
  board,
  boardWith,
  gameOn,
  moved,
  now,
  orders,
  returnedKeys,
  standingAt,
  start,
  still,
  turn,
  withPower,
  withWorld,
} from '../belief/table.ts';

const ready = { ru: orders({ kind: 'launch-under-attack', ready: true }) };
const off = { ru: orders({ kind: 'launch-under-attack', ready: false }) };
const alert = (state: State): State => withPower(state, 'ru', { launchUnderAttack: true });

describe('launch under attack (RULES 5 and 8)', () => {
  it('is free, and is not entered or left twice', () => {
    const game = turn(gameOn(still), ready);
    expect(now(game).powers.ru.launchUnderAttack).toBe(true);
    expect(moved(game, 'powers/ru', 'money', 'order')).toBe(0);
    expect(returnedKeys(turn(game, ready))).toEqual(['refusal.alert-already']);
    expect(now(turn(game, off)).powers.ru.launchUnderAttack).toBe(false);
    expect(returnedKeys(turn(gameOn(still), off))).toEqual(['refusal.alert-already']);
  });

  it('weighs on tension for as long as it lasts', () => {
    const game = turn(turn(gameOn(still), ready), {});
    expect(moved(game, 'world', 'tension', 'launch-under-attack')).toBeGreaterThan(0);
    expect(moved(turn(game, off), 'world', 'tension', 'launch-under-attack')).toBeLessThan(0);
  });

  it('saves silos from a strike in a crisis, and cures no fear: that is reckoned without it', () => {
    const struck = { striker: 'us', posture: 'day', withWorks: false } as const;
    const fired = board.scenario.parameters.orders.launchUnderAttack.silosFired;
    expect(surviving(board, alert(start), 'ru', { ...struck, onWarning: true })).toBeCloseTo(
      leftOf('ru', 'us', { generated: false, dispersal: 0, warned: fired }),
      9,
    );
    expect(fearOf(board, alert(start), 'ru', 'us')).toEqual(fearOf(board, start, 'ru', 'us'));
  });

  it('makes an accident four times as likely, (1 + 3u); a direct line halves it, and so does mediation', () => {
    const side = { generated: false, onWarning: false, alarm: 0.4, dispersed: 0, mediated: false, hotline: false };
    const plain = accidentChance(board, side);
    expect(plain).toBeCloseTo(0.02 * 0.4, 12);
    expect(accidentChance(board, { ...side, onWarning: true })).toBeCloseTo(4 * plain, 12);
    expect(accidentChance(board, { ...side, onWarning: true, generated: true })).toBeCloseTo(8 * plain, 12);
    expect(accidentChance(board, { ...side, hotline: true })).toBeCloseTo(plain / 2, 12);
    expect(accidentChance(board, { ...side, hotline: true, mediated: true })).toBeCloseTo(plain / 4, 12);
  });

  it('outside crises draws once a turn at a quarter, against the one that is feared most', () => {
    const state = alert(withWorld(start, { tension: 80 }));
    const fears = (['us', 'cn'] as const).map((other) => baseFear(board, state, 'ru', other));
    expect(falseAlarms(board, start)).toEqual([]);
    const [alarm] = falseAlarms(board, state);
    expect(alarm).toMatchObject({ power: 'ru', other: 'us' });
    expect(alarm!.chance).toBeCloseTo(0.25 * 0.02 * 4 * Math.max(...fears), 12);
  });

  it('opens a crisis one round up, and never the exchange', () => {
    const nervous = boardWith({ crisis: { most: 0, hazard: 1, peacetimeShare: 1 } }, still);
    const state = alert(withWorld(start, { tension: 100 }));
    const seeds = Array.from({ length: 40 }, (_, i) => `alarm-${i}`);
    const games = seeds.map((seed) => {
      const standing = standingAt(nervous, state);
      return advance({ ...standing, setup: { ...standing.setup, seed } }, { type: 'turn', sheets: {} });
    });
    const opened = games.filter((game) => now(game).world.phase === 'crisis');
    expect(opened.length).toBeGreaterThan(0);
    for (const game of opened) expect(now(game).crisis).toMatchObject({ round: 2, first: 'us', second: 'ru', status: 'running' });
    expect(games.every((game) => now(game).world.ending === 'none')).toBe(true);
  });

  it('respects the bound of crises a game', () => {
    const nervous = boardWith({ crisis: { most: 0, hazard: 1, peacetimeShare: 1 } }, still);
    const state = alert(withWorld(start, { tension: 100, crises: board.scenario.parameters.crisis.perGame }));
    expect(now(turn(standingAt(nervous, state), {})).world.phase).toBe('orders');
  });
});

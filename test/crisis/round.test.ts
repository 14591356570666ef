import { describe, expect, it } from 'vitest';
import { marginsOf } from '../../shared/crisis/alarm.ts';
import type { CrisisChoice, Game } from '../../shared/game/game.ts';
import { veil } from '../../shared/game/veil.ts';
import type { State } from '../../shared/state/state.ts';
import { arrivingOf, leftOf, slowLayers } from '../belief/slow.ts';
import {
  boardWith,
  last,
  moved,
  now,
  returnedKeys,
  round,
  standingAt,
  start,
  still,
  withCrisis,
  withWorld,
} from '../belief/table.ts';

const safe = boardWith({ crisis: { hazard: 0 } }, still);
const T = 60;
const up = (raw: number, tension = T): number => raw * 1.6 * (1 - tension / 100);
const down = (raw: number, tension = T): number => (raw * 1.6 * tension) / 100;

/** A crisis between the US and Russia at tension 60, in this round. */
const running = (roundNumber: number, patch: (state: State) => State = (s) => s): State =>
  patch(
    withCrisis(withWorld(start, { phase: 'crisis', tension: T, crises: 1 }), {
      status: 'running',
      round: roundNumber,
      first: 'us',
      second: 'ru',
    }),
  );
const play = (us: CrisisChoice, ru: CrisisChoice, roundNumber = 1, cn: CrisisChoice = 'watch'): Game =>
  round(standingAt(safe, running(roundNumber)), { us, ru, cn });

describe('what the choices of a crisis round come to (RULES 8)', () => {
  it('both stand down: tension -10 and it is over, nobody gains or loses standing', () => {
    const game = play('stand-down', 'stand-down');
    expect(moved(game, 'world', 'tension')).toBeCloseTo(-down(10), 10);
    expect(now(game)).toMatchObject({ world: { phase: 'orders', turn: 2 }, crisis: { status: 'none' } });
    for (const power of ['us', 'ru', 'cn'] as const) expect(now(game).powers[power]).toEqual(start.powers[power]);
  });

  it.each(['hold', 'escalate'] as const)('one stands down while the other chooses to %s: -4, and the crisis ends', (other) => {
    const game = play('stand-down', other);
    const escalated = other === 'escalate' ? up(6) : 0;
    expect(moved(game, 'world', 'tension')).toBeCloseTo(escalated - down(4, T + escalated), 10);
    expect(now(game).crisis.status).toBe('none');
  });

  it('he who stands down loses approval and gains influence; the other gains credibility and loses influence', () => {
    const game = play('hold', 'stand-down');
    expect(moved(game, 'powers/ru', 'approval')).toBeLessThanOrEqual(-7);
    expect(moved(game, 'powers/ru', 'influence')).toBeCloseTo(1.5, 12);
    expect(moved(game, 'powers/us', 'credibility')).toBeCloseTo(4, 12);
    expect(moved(game, 'powers/us', 'influence')).toBeCloseTo(-1.5, 12);
  });

  it('is emboldened by defence: standing down costs 7 x (1 + the share of retaliation one believes one would stop)', () => {
    const game = play('stand-down', 'hold');
    const left = leftOf('ru', 'us', { generated: false, dispersal: 0 });
    const stock = (id: string): number => (start.batteries[id]?.status === 'active' ? start.batteries[id].inventory : 0);
    const layers = slowLayers(safe, start, { defender: 'us', attacker: 'ru', stance: 'owner', stock, suppressed: 0 });
    const stopped = 1 - arrivingOf(left, 0, layers) / left;
    expect(stopped).toBeGreaterThan(0);
    expect(moved(game, 'powers/us', 'approval')).toBeCloseTo(-7 * (1 + stopped), 9);
  });

  it('both hold: +3 and the next round', () => {
    const game = play('hold', 'hold');
    expect(moved(game, 'world', 'tension')).toBeCloseTo(up(3), 10);
    expect(now(game)).toMatchObject({ world: { phase: 'crisis' }, crisis: { status: 'running', round: 2 } });
  });

  it('each escalation: +6, remembered as base fear of the other, and trust of the other falls', () => {
    const one = play('escalate', 'hold');
    expect(moved(one, 'world', 'tension')).toBeCloseTo(up(6), 10);
    expect(now(one).crisis).toMatchObject({ escalatedFirst: 1, escalatedSecond: 0, round: 2 });
    expect(moved(one, 'pairs/ru>us', 'trust')).toBeLessThan(0);
    expect(moved(one, 'pairs/us>ru', 'trust')).toBe(0);
    const two = play('escalate', 'escalate', 2);
    expect(moved(two, 'world', 'tension')).toBeCloseTo(2 * up(6), 10);
    expect(now(two).crisis).toMatchObject({ escalatedFirst: 1, escalatedSecond: 1, round: 3 });
  });

  it('frozen: a last round in which nobody stands down adds 8 and takes 10 of trust both ways', () => {
    const game = play('escalate', 'hold', 3);
    expect(moved(game, 'world', 'tension')).toBeCloseTo(up(6) + up(8, T + up(6)), 10);
    expect(moved(game, 'pairs/us>ru', 'trust')).toBeCloseTo(-10, 10);
    expect(moved(game, 'pairs/ru>us', 'trust')).toBeCloseTo(-12, 10); // 10 frozen + 5 escalation from 12: held at 0
    expect(now(game)).toMatchObject({ world: { phase: 'orders', turn: 2 }, crisis: { status: 'none' } });
  });

  it('does not freeze in a last round in which somebody stands down', () => {
    expect(moved(play('stand-down', 'hold', 3), 'pairs/us>ru', 'trust')).toBe(0);
  });

  it('no choice in time is to hold, and only the dyad chooses: the third power cannot strike into it', () => {
    const state = running(1);
    expect(now(round(standingAt(safe, state), {}))).toEqual(now(play('hold', 'hold')));
    expect(now(round(standingAt(safe, state), { cn: 'strike' }))).toEqual(now(play('hold', 'hold')));
    expect(now(round(standingAt(safe, state), { us: 'mediate', ru: 'watch' }))).toEqual(now(play('hold', 'hold')));
  });

  it('ends the last turn of the game when the crisis ends, and not before', () => {
    const lastTurn = running(1, (state) => withWorld(state, { turn: 8 }));
    const on = round(standingAt(safe, lastTurn), { us: 'hold', ru: 'hold' });
    expect(now(on).world.phase).toBe('crisis');
    expect(now(round(on, { us: 'stand-down', ru: 'stand-down' })).world).toMatchObject({ phase: 'ended', ending: 'time' });
  });
});

describe('mediation', () => {
  const always = boardWith({ crisis: { hazard: 1000 } }, still);
  const never = boardWith({ crisis: { hazard: 1000, mediationFactor: 0 } }, still);

  it('halves the accident of the next round, not of its own', () => {
    expect(now(round(standingAt(never, running(1)), { us: 'hold', ru: 'hold', cn: 'mediate' })).world.ending).toBe('accident');
    const mediated = withCrisis(running(2), { mediated: true });
    expect(now(round(standingAt(never, mediated), { us: 'hold', ru: 'hold' })).world.ending).toBe('none');
    expect(now(round(standingAt(always, mediated), { us: 'hold', ru: 'hold' })).world.ending).toBe('accident');
  });

  it('is on record after the round in which it was offered', () => {
    expect(now(play('hold', 'hold', 1, 'mediate')).crisis.mediated).toBe(true);
    expect(now(play('hold', 'hold', 1, 'watch')).crisis.mediated).toBe(false);
  });

  it('is used up by that next round: the third of three is not mediated by what was said in the first', () => {
    const one = play('hold', 'hold', 1, 'mediate');
    expect(now(round(one, { us: 'hold', ru: 'hold' })).crisis.mediated).toBe(false);
  });
});

describe('a strike', () => {
  const against = (state: State): State => withCrisis(state, { second: 'cn' });
  const margin = (state: State): number =>
    marginsOf(safe, veil(safe, state, 'us'), ['us', 'cn'], { eyes: 'us', theory: 'contested' })[0].margin;
  const calm = running(1, (state) => against(withWorld(state, { tension: 5 })));
  const desperate = running(1, (state) => against(withCrisis(withWorld(state, { tension: 100 }), { escalatedSecond: 5 })));

  it('is refused with a reason, and played as hold, while the own margin is not negative', () => {
    expect(margin(calm)).toBeGreaterThan(0);
    const game = round(standingAt(safe, calm), { us: 'strike', cn: 'hold' });
    expect(returnedKeys(game)).toEqual(['refusal.strike-not-offered']);
    expect(now(game)).toEqual(now(round(standingAt(safe, calm), { us: 'hold', cn: 'hold' })));
  });

  it('is offered below zero, and ends the world whatever the other chose', () => {
    expect(margin(desperate)).toBeLessThan(0);
    const game = round(standingAt(safe, desperate), { us: 'strike', cn: 'stand-down' });
    expect(now(game).world).toMatchObject({ phase: 'ended', ending: 'strike' });
    expect(now(game).world.exchange).toMatchObject({ first: 'us', second: 'cn', cause: 'strike' });
    expect(last(game).returned).toEqual([]);
  });
});

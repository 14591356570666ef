import { describe, expect, it } from 'vitest';
import { outbreakOf } from '../../shared/crisis/outbreak.ts';
import type { Agreed, Game } from '../../shared/game/game.ts';
import { advance } from '../../shared/game/turn.ts';
import { dyadOfIncident, incidentChance, proxiesAct } from '../../shared/politics/proxy.ts';
import type { State } from '../../shared/state/state.ts';
import {
  board,
  boardWith,
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
  withWorld,
} from '../belief/table.ts';

const calm = boardWith({ proxies: { incidentPer: 1e9, drift: 0 } }, still);
const fresh = gameOn(calm);
const heatAt = (heat: number): State => ({ ...start, proxies: { syria: { heat, incident: 0 } } });

describe('the proxy crisis in Syria (RULES 7)', () => {
  it('begins at a heat of 60 between the US and Russia, and brings an incident with heat / 400', () => {
    expect(start.proxies.syria!.heat).toBe(60);
    expect(incidentChance(board, start, 'syria')).toBeCloseTo(60 / 400, 12);
    expect(incidentChance(board, heatAt(100), 'syria')).toBe(0.25);
    const acts = (luck: number) => proxiesAct(board, start, () => luck).some((c) => c.rule === 'incident');
    expect(acts(0.1499)).toBe(true);
    expect(acts(0.1501)).toBe(false);
  });

  it('cools by twelve when both deconflict, and by nothing when one does not come', () => {
    const agreed: Agreed = [['us', 'ru', 'deconflict']];
    const both = {
      us: orders({ kind: 'deconflict', partner: 'ru' }),
      ru: orders({ kind: 'deconflict', partner: 'us' }),
    } as const;
    const done = advance(fresh, { type: 'turn', sheets: both, agreed });
    expect(returnedKeys(done)).toEqual([]);
    expect(now(done).proxies.syria!.heat).toBe(48);
    const half = advance(fresh, { type: 'turn', sheets: { us: both.us }, agreed });
    expect(now(half).proxies.syria!.heat).toBe(60);
    expect(returnedKeys(half)).toEqual(['refusal.left-waiting']);
  });

  it('warms by six when a side is backed, by fifteen when a base is struck', () => {
    const heat = (game: Game): number => now(game).proxies.syria!.heat;
    expect(heat(turn(fresh, { us: orders({ kind: 'back', proxy: 'syria' }) }))).toBe(66);
    expect(
      heat(turn(fresh, { us: orders({ kind: 'back', proxy: 'syria' }), ru: orders({ kind: 'back', proxy: 'syria' }) })),
    ).toBe(72);
    const struck = turn(fresh, { us: orders({ kind: 'strike-proxy', proxy: 'syria' }) });
    expect(heat(struck)).toBe(75);
    expect(moved(struck, 'pairs/ru>us', 'trust', 'strike-proxy')).toBeLessThan(0);
    expect(moved(struck, 'pairs/cn>us', 'trust', 'strike-proxy')).toBe(0);
    expect(moved(struck, 'powers/us', 'approval', 'strike-proxy')).toBeGreaterThan(0);
  });

  it('goes a tenth of the way back each turn', () => {
    const drifting = boardWith({ proxies: { incidentPer: 1e9 } }, still);
    const after = now(quietTurns(standingAt(drifting, heatAt(100)), 3)).proxies.syria!.heat;
    expect(after).toBeCloseTo(60 + 40 * 0.9 ** 3, 9);
  });

  it('is nobody’s who has no side in it', () => {
    for (const kind of ['back', 'strike-proxy'] as const)
      expect(returnedKeys(turn(fresh, { cn: orders({ kind, proxy: 'syria' }) }))).toEqual(['refusal.no-such-proxy']);
    expect(returnedKeys(turn(fresh, { ru: orders({ kind: 'back', proxy: 'elsewhere' }) }))).toEqual(['refusal.no-such-proxy']);
  });

  it('an incident costs both four points of trust, raises tension, and makes the two the next to face each other', () => {
    const certain = boardWith({ proxies: { incidentPer: 1e-9 } }, still);
    const game = turn(gameOn(certain), {});
    expect(moved(game, 'pairs/us>ru', 'trust', 'incident')).toBe(-4);
    expect(moved(game, 'pairs/ru>us', 'trust', 'incident')).toBe(-4);
    expect(moved(game, 'world', 'tension', 'incident')).toBeGreaterThan(0);
    const clashed: State = { ...start, proxies: { syria: { heat: 60, incident: start.world.turn } } };
    expect(dyadOfIncident(board, clashed)).toBe('us-ru');
    expect(dyadOfIncident(board, start)).toBeNull();
    const later = { ...clashed, world: { ...clashed.world, turn: start.world.turn + 3 } };
    expect(dyadOfIncident(board, later), 'until there is a crisis').toBe('us-ru');
    for (const pick of [0, 0.3, 0.6, 0.999])
      expect(outbreakOf(board, { state: clashed, known: clashed }, 'contested', pick)).toMatchObject({
        first: 'us',
        second: 'ru',
      });
  });

  it('an incident is answered by the next crisis, whatever its turn, and makes nobody face anybody after it', () => {
    const sure = boardWith({ crisis: { midpoint: -1000, most: 1, least: 2, perGame: 9, hazard: 0 } }, still);
    const clashed: State = { ...withWorld(start, { turn: 4 }), proxies: { syria: { heat: 60, incident: 2 } } };
    const open = turn(standingAt(sure, clashed), {});
    expect(now(open).crisis).toMatchObject({ status: 'running', first: 'us', second: 'ru' });
    expect(dyadOfIncident(sure, now(open))).toBeNull();
    const again: State = { ...now(open), proxies: { syria: { heat: 60, incident: 5 } } };
    expect(dyadOfIncident(sure, again)).toBe('us-ru');
  });
});

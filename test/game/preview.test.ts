import { expect, test } from 'vitest';
import { assuranceOf } from '../../shared/belief/deterrence.ts';
import type { Game } from '../../shared/game/game.ts';
import { previewOrder } from '../../shared/game/preview.ts';
import { veil } from '../../shared/game/veil.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import { restraintsOf } from '../../shared/politics/restraint.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { gameOn, now, orders, still, turn } from '../belief/table.ts';

const opening = gameOn(still);

/** What a power's planners fear of a rival in a state, in points of a hundred. */
function fearIn(game: Game, power: Power, rival: Power): number {
  const state = veil(still, now(game), power);
  return 100 * assuranceOf(still, state, power, { feared: rival, restraints: restraintsOf(still, state, rival, power) }).fear;
}

test('what an order does to the own planners’ fear is what it does when the turn is played, nothing else happening', () => {
  const quiet = turn(opening, {});
  for (const [power, rival, order, sign] of [
    ['ru', 'us', { kind: 'dispersal' }, -1],
    ['ru', 'us', { kind: 'penaids' }, -1],
    ['cn', 'us', { kind: 'penaids' }, -1],
    ['us', 'ru', { kind: 'reinforce', battery: 'fort-greely' }, 0],
    ['ru', 'us', { kind: 'press', third: 'iran' }, 0],
  ] as const satisfies readonly (readonly [Power, Power, Order, number])[]) {
    const state = veil(still, now(opening), power);
    const { reliefs } = previewOrder(still, state, power, order);
    const change = reliefs.find((relief) => relief.rival === rival)!.change;
    const played = fearIn(turn(opening, { [power]: orders(order) }), power, rival) - fearIn(quiet, power, rival);
    expect(change, `${power} ${order.kind}`).toBeCloseTo(played, 9);
    expect(Math.sign(Math.round(change * 1e6)), `${power} ${order.kind}`).toBe(sign);
  }
});

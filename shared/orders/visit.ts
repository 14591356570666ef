/** A visit: a site is opened to the others' experts, who see for themselves what it can and cannot do (RULES 5). */
import { z } from 'zod';
import { othersOf, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import { type OrderRule, softness } from './order.ts';
import { idSchema } from './sheet.ts';
import { isBuilt } from './standing.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('visit'), battery: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly visit: typeof shape;
  }
}

export const visit: OrderRule<'visit'> = {
  kind: 'visit',
  shape,
  family: 'evidence',
  phase: 7,
  seen: 'open',
  options: ({ board, state, power }) =>
    board.scenario.batteries
      .filter((plan) => plan.owner === power && isBuilt(state, plan.id))
      .map((plan) => ({ kind: 'visit', battery: plan.id })),
  target: (order) => order.battery,
  // A second open day in the same year is no news, at whichever site it is.
  tiresByKind: true,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.visit),
  refuse: ({ state, power }, order) => {
    const battery = state.batteries[order.battery];
    return battery?.owner === power && isBuilt(state, order.battery)
      ? null
      : refuse('refusal.nothing-stands', { battery: order.battery });
  },
  effects: (scene, order) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.orders.visit;
    const soft = softness(scene, 'visit', null);
    const why = because('why.order.visit', { power, battery: order.battery });
    const at = { rule: 'visit', because: why };
    return [
      ...othersOf(power).map(
        (guest): Contribution => ({ ...at, subject: `pairs/${pairId(guest, power)}`, variable: 'trust', add: p.trust * soft }),
      ),
      { ...at, subject: `powers/${power}`, variable: 'influence', add: p.influence * soft },
      tensionBy('visit', p.tension * soft, why),
    ];
  },
};

/** Reinforce: more interceptors for a battery that stands. */

import { z } from 'zod';
import { must } from '../assert.ts';
import { buildingAt } from '../belief/defences.ts';
import { refuse } from '../state/refusal.ts';
import { politicsOfBuilding, refuseHost, refusePledged } from './build.ts';
import type { OrderRule } from './order.ts';
import { idSchema } from './sheet.ts';
import { isBuilt } from './standing.ts';
import { growth, startWork } from './work.ts';

const shape = z.strictObject({ kind: z.literal('reinforce'), battery: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly reinforce: typeof shape;
  }
}

export const reinforce: OrderRule<'reinforce'> = {
  kind: 'reinforce',
  shape,
  family: 'defence',
  phase: 6,
  seen: 'works',
  options: ({ board, state, power }) =>
    board.scenario.batteries
      .filter((plan) => plan.owner === power && plan.reinforce && isBuilt(state, plan.id))
      .map((plan) => ({ kind: 'reinforce', battery: plan.id })),
  target: (order) => order.battery,
  amount: ({ board }, order) => board.plans[order.battery]?.reinforce?.inventory ?? 0,
  price: ({ board }, order) => {
    const plan = board.plans[order.battery]?.reinforce;
    return { money: plan?.money ?? 0, turns: plan?.turns ?? 0 };
  },
  refuse: (scene, order) => {
    const { board, state, power } = scene;
    const plan = board.plans[order.battery];
    const battery = state.batteries[order.battery];
    if (!plan?.reinforce || plan.owner !== power) return refuse('refusal.not-yours-to-build', { battery: order.battery });
    if (!battery || !isBuilt(state, order.battery)) return refuse('refusal.nothing-stands', { battery: order.battery });
    const after = battery.inventory + buildingAt(state, order.battery) + plan.reinforce.inventory;
    if (after > plan.reinforce.upTo) return refuse('refusal.site-full', { battery: order.battery, most: plan.reinforce.upTo });
    return refuseHost(scene, order.battery) ?? refusePledged(scene, order.battery, plan.reinforce.inventory);
  },
  act: (scene, order) => growth(scene, order.battery, reinforce.amount(scene, order)),
  effects: (scene, order, at) => {
    const plan = must(scene.board.plans[order.battery]?.reinforce, `${order.battery} can be reinforced`);
    return [
      startWork(scene, at, { what: 'battery', battery: order.battery, add: plan.inventory, turns: plan.turns }),
      ...politicsOfBuilding(scene, order.battery, plan.tension),
    ];
  },
};

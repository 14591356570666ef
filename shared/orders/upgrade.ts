/**
 * Upgrade: a battery gets better interceptors in place. What will stand there is a plan of its own, with a reach of its
 * own; the old battery watches until the new one takes over.
 */
import { z } from 'zod';
import { must } from '../assert.ts';
import { isBeingReplaced } from '../belief/defences.ts';
import { refuse } from '../state/refusal.ts';
import { politicsOfBuilding, refuseHost, refusePledged, why } from './build.ts';
import type { OrderRule } from './order.ts';
import { idSchema } from './sheet.ts';
import { isBuilt } from './standing.ts';
import { growth, startWork } from './work.ts';

const shape = z.strictObject({ kind: z.literal('upgrade'), battery: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly upgrade: typeof shape;
  }
}

export const upgrade: OrderRule<'upgrade'> = {
  kind: 'upgrade',
  shape,
  family: 'defence',
  phase: 6,
  seen: 'works',
  options: ({ board, state, power }) =>
    board.scenario.batteries
      .filter((plan) => plan.owner === power && plan.upgrade && isBuilt(state, plan.id))
      .map((plan) => ({ kind: 'upgrade', battery: plan.id })),
  target: (order) => order.battery,
  amount: ({ state }, order) => state.batteries[order.battery]?.inventory ?? 0,
  price: ({ board }, order) => {
    const plan = board.plans[order.battery]?.upgrade;
    return { money: plan?.money ?? 0, turns: plan?.turns ?? 0 };
  },
  refuse: (scene, order) => {
    const { board, state, power } = scene;
    const plan = board.plans[order.battery];
    const battery = state.batteries[order.battery];
    if (!plan?.upgrade || plan.owner !== power) return refuse('refusal.not-yours-to-build', { battery: order.battery });
    if (!battery || !isBuilt(state, order.battery)) return refuse('refusal.nothing-stands', { battery: order.battery });
    if (isBeingReplaced(board, state, order.battery)) return refuse('refusal.upgrade-begun', { battery: order.battery });
    return refuseHost(scene, order.battery) ?? refusePledged(scene, plan.upgrade.to, battery.inventory);
  },
  act: (scene, order) => {
    const plan = scene.board.plans[order.battery]?.upgrade;
    return plan ? growth(scene, plan.to, upgrade.amount(scene, order)) : null;
  },
  effects: (scene, order, at) => {
    const { board, state, power } = scene;
    const plan = must(board.plans[order.battery]?.upgrade, `${order.battery} can be upgraded`);
    const next = must(board.plans[plan.to], plan.to);
    const add = must(state.batteries[order.battery], order.battery).inventory;
    return [
      {
        rule: 'upgrade',
        subject: `batteries/${plan.to}`,
        variable: 'self',
        set: {
          owner: power,
          site: next.site,
          interceptor: next.interceptor,
          inventory: 0,
          status: 'building',
          suspendedBy: '',
          since: at.turn,
        },
        because: why(scene, order.battery),
      },
      startWork(scene, at, { what: 'battery', battery: plan.to, add, turns: plan.turns }),
      ...politicsOfBuilding(scene, order.battery, plan.tension),
    ];
  },
};

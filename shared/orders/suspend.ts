/** Suspend a battery or let it watch again: it shoots at nothing while it rests, and what rests can be woken in a day. */
import { z } from 'zod';
import { consentBy, hostOfBattery } from '../politics/host.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import { refuseHost } from './build.ts';
import type { OrderRule, Scene } from './order.ts';
import type { OrderOf } from './sheet.ts';
import { idSchema } from './sheet.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('suspend'), battery: idSchema, suspended: z.boolean() });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly suspend: typeof shape;
  }
}

export const suspend: OrderRule<'suspend'> = {
  kind: 'suspend',
  shape,
  family: 'defence',
  phase: 5,
  seen: 'open',
  options: (scene) =>
    scene.board.scenario.batteries
      .filter((plan) => plan.owner === scene.power && ['active', 'suspended'].includes(statusOf(scene, plan.id) ?? ''))
      .map((plan) => ({ kind: 'suspend', battery: plan.id, suspended: statusOf(scene, plan.id) === 'active' })),
  target: (order) => order.battery,
  amount: (_scene, order) => (order.suspended ? 1 : 0),
  price: ({ board }) => priceOf(board.scenario.parameters.orders.suspend),
  refuse: (scene, order) => {
    const battery = scene.state.batteries[order.battery];
    if (battery?.owner !== scene.power) return refuse('refusal.nothing-stands', { battery: order.battery });
    if (order.suspended) return battery.status === 'active' ? null : refuse('refusal.nothing-stands', { battery: order.battery });
    if (battery.status !== 'suspended') return refuse('refusal.not-suspended', { battery: order.battery });
    return refuseHost(scene, order.battery);
  },
  effects: (scene, order) => {
    const p = scene.board.scenario.parameters.orders.suspend;
    const { power } = scene;
    const why = because(order.suspended ? 'why.order.suspend' : 'why.order.resume', { power, battery: order.battery });
    const status = standing(order, why);
    if (!order.suspended) return [...status, tensionBy('suspend', p.resumeTension, why)];
    const host = hostOfBattery(scene.board, order.battery);
    const own = { rule: 'suspend', subject: `powers/${power}`, because: why };
    return [
      ...status,
      { ...own, variable: 'approval', add: p.approval },
      { ...own, variable: 'influence', add: p.influence },
      tensionBy('suspend', p.tension, why),
      ...(host ? [consentBy('suspend', host, p.consent, why)] : []),
    ];
  },
};

const statusOf = ({ state }: Scene, battery: string) => state.batteries[battery]?.status;

function standing(order: OrderOf<'suspend'>, why: Contribution['because']): readonly Contribution[] {
  const at = { rule: 'suspend', subject: `batteries/${order.battery}`, because: why };
  return [
    { ...at, variable: 'status', set: order.suspended ? 'suspended' : 'active' },
    { ...at, variable: 'suspendedBy', set: order.suspended ? 'owner' : '' },
  ];
}

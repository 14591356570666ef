/** Withdraw: take a battery away. It calms, and it costs at home and with the host. */
import { z } from 'zod';
import { consentBy, hostOfBattery } from '../politics/host.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { sorted } from '../state/read.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule } from './order.ts';
import { idSchema } from './sheet.ts';

const shape = z.strictObject({ kind: z.literal('withdraw'), battery: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly withdraw: typeof shape;
  }
}

export const withdraw: OrderRule<'withdraw'> = {
  kind: 'withdraw',
  shape,
  family: 'defence',
  phase: 5,
  seen: 'open',
  options: ({ board, state, power }) =>
    board.scenario.batteries
      .filter((plan) => plan.owner === power && state.batteries[plan.id] && state.batteries[plan.id]?.status !== 'withdrawn')
      .map((plan) => ({ kind: 'withdraw', battery: plan.id })),
  target: (order) => order.battery,
  amount: ({ state }, order) => state.batteries[order.battery]?.inventory ?? 0,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.withdraw),
  refuse: ({ state, power }, order) => {
    const battery = state.batteries[order.battery];
    if (battery?.owner !== power || battery.status === 'withdrawn')
      return refuse('refusal.nothing-stands', { battery: order.battery });
    return null;
  },
  effects: ({ board, state, power }, order) => {
    const p = board.scenario.parameters.orders.withdraw;
    const host = hostOfBattery(board, order.battery);
    const why = because('why.order.withdraw', { power, battery: order.battery });
    const own = (variable: string, add: number): Contribution => ({
      rule: 'withdraw',
      subject: `powers/${power}`,
      variable,
      add,
      because: why,
    });
    const at = { rule: 'withdraw', subject: `batteries/${order.battery}`, because: why };
    return [
      { ...at, variable: 'status', set: 'withdrawn' },
      { ...at, variable: 'inventory', set: 0 },
      ...sorted(state.works)
        .filter(([, work]) => work.battery === order.battery)
        .map(([id]): Contribution => ({ rule: 'withdraw', subject: `works/${id}`, variable: 'self', set: null, because: why })),
      own('approval', p.approval),
      own('influence', p.influence),
      tensionBy('withdraw', p.tension, why),
      ...(host ? [consentBy('withdraw', host, p.consent, why)] : []),
    ];
  },
};

/** A plain price of the parameters as a price of an order. */
export function priceOf({ money, turns }: { readonly money: number; readonly turns: number }) {
  return { money, turns };
}

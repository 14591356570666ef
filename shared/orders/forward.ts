/**
 * Forward missiles: dual-capable missiles put where they reach a rival's site. Part of what stands there can then no
 * longer be counted on against oneself, and its host lives under them.
 */
import { z } from 'zod';
import { must } from '../assert.ts';
import { consentBy, hostOfBattery } from '../politics/host.ts';
import { type Power, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import type { State } from '../state/state.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule } from './order.ts';
import { provoke } from './provocation.ts';
import { idSchema } from './sheet.ts';
import { stands } from './standing.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('forward'), battery: idSchema, deployed: z.boolean() });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly forward: typeof shape;
  }
}

export const forward: OrderRule<'forward'> = {
  kind: 'forward',
  shape,
  family: 'offence',
  phase: 5,
  seen: 'open',
  options: ({ board, state, power }) =>
    board.scenario.batteries
      .filter((plan) => plan.inReachOf.includes(power) && (stands(state, plan.id) || isForward(state, power, plan.id)))
      .map((plan) => ({ kind: 'forward', battery: plan.id, deployed: !isForward(state, power, plan.id) })),
  target: (order) => order.battery,
  amount: (_scene, order) => (order.deployed ? 1 : 0),
  price: ({ board }, order) => {
    const price = priceOf(board.scenario.parameters.orders.forward);
    return order.deployed ? price : { ...price, money: 0 };
  },
  refuse: ({ board, state, power }, order) => {
    const plan = board.plans[order.battery];
    if (!plan?.inReachOf.includes(power)) return refuse('refusal.out-of-reach', { battery: order.battery });
    if (order.deployed === isForward(state, power, order.battery))
      return refuse(order.deployed ? 'refusal.forward-already' : 'refusal.not-forward', { battery: order.battery });
    if (order.deployed && !stands(state, order.battery)) return refuse('refusal.nothing-stands', { battery: order.battery });
    return null;
  },
  act: (_scene, order) => (order.deployed ? { type: 'forward', battery: order.battery } : null),
  effects: (scene, order, at) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.orders.forward;
    const { owner } = must(board.plans[order.battery], order.battery);
    const why = because(order.deployed ? 'why.order.forward' : 'why.order.forward-back', { power, battery: order.battery });
    const place: Contribution = {
      rule: 'forward',
      subject: `forward/${power}>${order.battery}`,
      variable: 'self',
      set: order.deployed ? { since: at.turn } : null,
      because: why,
    };
    const own = { rule: 'forward', subject: `powers/${power}`, variable: 'influence', because: why };
    if (!order.deployed) return [place, { ...own, add: p.backInfluence }, tensionBy('forward', p.backTension, why)];
    const host = hostOfBattery(board, order.battery);
    return [
      place,
      { ...own, add: p.influence },
      { rule: 'forward', subject: `pairs/${pairId(owner, power)}`, variable: 'trust', add: p.trust, because: why },
      ...(host ? [consentBy('forward', host, p.consent, why)] : []),
      tensionBy('forward', p.tension, why),
      ...provoke(scene, 'coerce', why, [owner]),
    ];
  },
};

const isForward = (state: State, power: Power, battery: string): boolean => state.forward[`${power}>${battery}`] !== undefined;

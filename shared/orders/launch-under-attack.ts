/**
 * Launch under attack: be ready to fire on warning, or give that up. It costs nothing, part of the silos outlive a first
 * strike by it, and a false alarm can become a crisis or worse (RULES 5 and 8).
 */
import { z } from 'zod';
import { POWERS } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import type { State } from '../state/state.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule, Scene } from './order.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('launch-under-attack'), ready: z.boolean() });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly 'launch-under-attack': typeof shape;
  }
}

export const launchUnderAttack: OrderRule<'launch-under-attack'> = {
  kind: 'launch-under-attack',
  shape,
  family: 'posture',
  phase: 5,
  seen: 'open',
  options: ({ state, power }) => [{ kind: 'launch-under-attack', ready: !state.powers[power].launchUnderAttack }],
  target: () => '',
  amount: (_scene, order) => (order.ready ? 1 : 0),
  price: ({ board }) => priceOf(board.scenario.parameters.orders.launchUnderAttack),
  refuse: ({ state, power }, order) =>
    state.powers[power].launchUnderAttack === order.ready ? refuse('refusal.alert-already') : null,
  effects: ({ board, power }, order) => {
    const p = board.scenario.parameters.orders.launchUnderAttack;
    const why = because(order.ready ? 'why.order.launch-under-attack' : 'why.order.launch-under-attack-off', { power });
    const at = { rule: 'launch-under-attack', subject: `powers/${power}`, because: why };
    const set: Contribution = { ...at, variable: 'launchUnderAttack', set: order.ready };
    if (!order.ready) return [set, tensionBy('launch-under-attack', p.endTension, why)];
    return [set, { ...at, variable: 'influence', add: p.influence }, tensionBy('launch-under-attack', p.tension, why)];
  },
};

/** While it lasts it weighs on everybody. */
export function heldAlerts({ board, state }: Pick<Scene, 'board' | 'state'>): readonly Contribution[] {
  return POWERS.filter((power) => isHeld(state, power)).map((power) =>
    tensionBy(
      'launch-under-attack',
      board.scenario.parameters.orders.launchUnderAttack.heldTension,
      because('why.launch-under-attack.held', { power }),
    ),
  );
}

const isHeld = (state: State, power: (typeof POWERS)[number]): boolean => state.powers[power].launchUnderAttack;

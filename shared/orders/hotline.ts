/** A direct line between two staffs for what their warning systems show: it halves the risk that a false alarm becomes more. */

import { z } from 'zod';
import { dyadOf, POWERS, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule } from './order.ts';
import { refusePartner, withEach, writesForBoth } from './partner.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('hotline'), partner: z.enum(POWERS) });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly hotline: typeof shape;
  }
}

export const hotline: OrderRule<'hotline'> = {
  kind: 'hotline',
  shape,
  family: 'posture',
  phase: 7,
  seen: 'open',
  options: (scene) => withEach('hotline', scene),
  target: (order) => order.partner,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.hotline),
  refuse: (scene, { partner }) =>
    refusePartner(scene, partner, scene.board.scenario.parameters.orders.hotline.leastTrust) ??
    (scene.state.hotlines[dyadOf(scene.power, partner)].open ? refuse('refusal.hotline-open', { power: partner }) : null),
  effects: ({ board, power }, { partner }) => {
    const p = board.scenario.parameters.orders.hotline;
    const dyad = dyadOf(power, partner);
    const why = because('why.order.hotline', { power, partner });
    const at = { rule: 'hotline', because: why };
    const opens: Contribution = { ...at, subject: `hotlines/${dyad}`, variable: 'open', set: true };
    return [
      ...(writesForBoth(power, partner) ? [opens] : []),
      { ...at, subject: `pairs/${pairId(power, partner)}`, variable: 'trust', add: p.trust },
      { ...at, subject: `powers/${power}`, variable: 'influence', add: p.influence },
      tensionBy('hotline', p.tension / 2, why),
    ];
  },
};

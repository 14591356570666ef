/**
 * A naval exercise of two powers together, a lower rung beside the ladder that opens nothing (RULES 5): it takes a signed offer and both halves (game/joint.ts). What each half does is its
 * own side's: its trust in the partner, its standing, half of the alarm that the others feel.
 */

import { z } from 'zod';
import { notifiedShare } from '../politics/treaty.ts';
import { POWERS, pairId } from '../scenario/names.ts';
import { because } from '../state/ledger.ts';
import { tensionBy } from '../state/tension.ts';
import { type OrderRule, softness } from './order.ts';
import { refusePartner, withEach } from './partner.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('joint-exercise'), partner: z.enum(POWERS) });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly 'joint-exercise': typeof shape;
  }
}

export const jointExercise: OrderRule<'joint-exercise'> = {
  kind: 'joint-exercise',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: (scene) => withEach('joint-exercise', scene),
  target: (order) => order.partner,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.jointExercise),
  refuse: (scene, { partner }) => refusePartner(scene, partner, scene.board.scenario.parameters.orders.jointExercise.leastTrust),
  effects: (scene, { partner }) => {
    const { board, state, power } = scene;
    const p = board.scenario.parameters.orders.jointExercise;
    const soft = softness(scene, 'joint-exercise', partner);
    const why = because('why.order.joint-exercise', { power, partner });
    const at = { rule: 'joint-exercise', because: why };
    return [
      { ...at, subject: `pairs/${pairId(power, partner)}`, variable: 'trust', add: p.trust * soft },
      { ...at, subject: `powers/${power}`, variable: 'influence', add: p.influence * soft },
      tensionBy('joint-exercise', (p.tension / 2) * notifiedShare(board, state, power, partner), why),
    ];
  },
};

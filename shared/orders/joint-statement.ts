/**
 * A joint statement: two powers say together how they see the third's arms, both sign, and neither can later say that it
 * spoke for itself alone. It takes a signed offer and both halves (game/joint.ts).
 */

import { z } from 'zod';
import { othersOf, POWERS, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { tensionBy } from '../state/tension.ts';
import { type OrderRule, softness } from './order.ts';
import { refusePartner, withEach } from './partner.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('joint-statement'), partner: z.enum(POWERS) });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly 'joint-statement': typeof shape;
  }
}

export const jointStatement: OrderRule<'joint-statement'> = {
  kind: 'joint-statement',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: (scene) => withEach('joint-statement', scene),
  target: (order) => order.partner,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.jointStatement),
  refuse: (scene, { partner }) => refusePartner(scene, partner, scene.board.scenario.parameters.orders.jointStatement.leastTrust),
  effects: (scene, { partner }) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.orders.jointStatement;
    const soft = softness(scene, 'joint-statement', partner);
    const why = because('why.order.joint-statement', { power, partner });
    const at = { rule: 'joint-statement', because: why };
    const spokenOf = othersOf(power).filter((other) => other !== partner);
    return [
      { ...at, subject: `pairs/${pairId(power, partner)}`, variable: 'trust', add: p.trust * soft },
      { ...at, subject: `powers/${power}`, variable: 'influence', add: p.influence * soft },
      ...spokenOf.map(
        (other): Contribution => ({
          ...at,
          subject: `powers/${other}`,
          variable: 'influence',
          add: (p.thirdInfluence / 2) * soft,
        }),
      ),
      tensionBy('joint-statement', (p.tension / 2) * soft, why),
    ];
  },
};

/** Deconflict: the two staffs agree who flies where. It takes a signed offer and both halves (game/joint.ts). */
import { z } from 'zod';
import { POWERS, type Power, pairId } from '../scenario/names.ts';
import type { ProxyPlan } from '../scenario/schema.ts';
import { because } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule, Scene } from './order.ts';
import { refusePartner } from './partner.ts';
import { heat, opponentIn, plansOf } from './proxy.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('deconflict'), partner: z.enum(POWERS) });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly deconflict: typeof shape;
  }
}

export const deconflict: OrderRule<'deconflict'> = {
  kind: 'deconflict',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: (scene) =>
    [...new Set(plansOf(scene).map((plan) => opponentIn(plan, scene.power)))].map((partner) => ({ kind: 'deconflict', partner })),
  target: (order) => order.partner,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.proxies.deconflict),
  refuse: (scene, { partner }) =>
    sharedWith(scene, partner).length === 0
      ? refuse('refusal.no-such-proxy')
      : refusePartner(scene, partner, scene.board.scenario.parameters.proxies.deconflict.leastTrust),
  effects: (scene, { partner }) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.proxies.deconflict;
    const why = because('why.order.deconflict', { power, partner });
    return [
      // Each half cools it by half.
      ...sharedWith(scene, partner).map((plan) => heat('deconflict', plan.id, p.heat / 2, why)),
      { rule: 'deconflict', subject: `pairs/${pairId(power, partner)}`, variable: 'trust', add: p.trust, because: why },
      tensionBy('deconflict', p.tension / 2, why),
    ];
  },
};

const sharedWith = (scene: Scene, partner: Power): readonly ProxyPlan[] =>
  plansOf(scene).filter((plan) => opponentIn(plan, scene.power) === partner);

/** Strike a base of the other side in a proxy crisis: popular at home, and two powers' soldiers closer to shooting at one another. */
import { z } from 'zod';
import { pairId } from '../scenario/names.ts';
import { because } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import { type OrderRule, softness } from './order.ts';
import { provoke } from './provocation.ts';
import { heat, opponentIn, planOf, plansOf } from './proxy.ts';
import { idSchema } from './sheet.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('strike-proxy'), proxy: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly 'strike-proxy': typeof shape;
  }
}

export const strikeProxy: OrderRule<'strike-proxy'> = {
  kind: 'strike-proxy',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: (scene) => plansOf(scene).map((plan) => ({ kind: 'strike-proxy', proxy: plan.id })),
  target: (order) => order.proxy,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.proxies.strike),
  refuse: (scene, order) => (planOf(scene, order.proxy) ? null : refuse('refusal.no-such-proxy')),
  effects: (scene, order) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.proxies.strike;
    const plan = planOf(scene, order.proxy);
    if (!plan) return [];
    const opponent = opponentIn(plan, power);
    const why = because('why.order.strike-proxy', { power, proxy: order.proxy });
    const own = { rule: 'strike-proxy', subject: `powers/${power}`, because: why };
    return [
      heat('strike-proxy', order.proxy, p.heat, why),
      { ...own, variable: 'approval', add: p.approval * softness(scene, 'strike-proxy', order.proxy) },
      { ...own, variable: 'influence', add: p.influence },
      { rule: 'strike-proxy', subject: `pairs/${pairId(opponent, power)}`, variable: 'trust', add: p.trust, because: why },
      tensionBy('strike-proxy', p.tension, why),
      ...provoke(scene, 'coerce', why, [opponent]),
    ];
  },
};

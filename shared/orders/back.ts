/** Back one's own side in a proxy crisis: money, arms and advisers. */
import { z } from 'zod';
import { because } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import { type OrderRule, softness } from './order.ts';
import { heat, planOf, plansOf } from './proxy.ts';
import { idSchema } from './sheet.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('back'), proxy: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly back: typeof shape;
  }
}

export const back: OrderRule<'back'> = {
  kind: 'back',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: (scene) => plansOf(scene).map((plan) => ({ kind: 'back', proxy: plan.id })),
  target: (order) => order.proxy,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.proxies.back),
  refuse: (scene, order) => (planOf(scene, order.proxy) ? null : refuse('refusal.no-such-proxy')),
  effects: (scene, order) => {
    const p = scene.board.scenario.parameters.proxies.back;
    const soft = softness(scene, 'back', order.proxy);
    const why = because('why.order.back', { power: scene.power, proxy: order.proxy });
    const own = { rule: 'back', subject: `powers/${scene.power}`, because: why };
    return [
      heat('back', order.proxy, p.heat, why),
      { ...own, variable: 'influence', add: p.influence * soft },
      { ...own, variable: 'approval', add: p.approval * soft },
      tensionBy('back', p.tension, why),
    ];
  },
};

/** Exercise with an ally: its consent and one's standing rise, the rivals' trust falls. Joint offers are another matter. */
import { z } from 'zod';
import { consentBy } from '../politics/host.ts';
import { notifiedShare } from '../politics/treaty.ts';
import { othersOf, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import { type OrderRule, softness } from './order.ts';
import { idSchema } from './sheet.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('exercise'), host: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly exercise: typeof shape;
  }
}

export const exercise: OrderRule<'exercise'> = {
  kind: 'exercise',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: ({ board, power }) =>
    board.scenario.hosts.filter((host) => host.partner === power).map((host) => ({ kind: 'exercise', host: host.id })),
  target: (order) => order.host,
  tiresByKind: true,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.exercise),
  refuse: ({ board, power }, order) =>
    board.hosts[order.host]?.partner === power ? null : refuse('refusal.not-your-ally', { host: order.host }),
  effects: (scene, order) => {
    const { board, state, power } = scene;
    const p = board.scenario.parameters.orders.exercise;
    const soft = softness(scene, 'exercise', null);
    const why = because('why.order.exercise', { power, host: order.host });
    return [
      consentBy('exercise', order.host, p.consent * soft, why),
      { rule: 'exercise', subject: `powers/${power}`, variable: 'influence', add: p.influence * soft, because: why },
      ...othersOf(power).map(
        (other): Contribution => ({
          rule: 'exercise',
          subject: `pairs/${pairId(other, power)}`,
          variable: 'trust',
          add: p.trust * soft,
          because: why,
        }),
      ),
      tensionBy('exercise', p.tension * notifiedShare(board, state, power), why),
    ];
  },
};

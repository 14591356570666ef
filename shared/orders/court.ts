/** Court a host: a partner's attention steadies it, a rival's draws it away, each time with less effect. */
import { z } from 'zod';
import { consentBy } from '../politics/host.ts';
import { because } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { type OrderRule, softness } from './order.ts';
import { idSchema } from './sheet.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('court'), host: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly court: typeof shape;
  }
}

export const court: OrderRule<'court'> = {
  kind: 'court',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: ({ board }) => board.scenario.hosts.map((host) => ({ kind: 'court', host: host.id })),
  target: (order) => order.host,
  tiresByKind: true,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.court),
  refuse: ({ board }, order) => (board.hosts[order.host] ? null : refuse('refusal.no-such-host', { host: order.host })),
  effects: (scene, order) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.orders.court;
    const force = softness(scene, 'court', null);
    const partner = board.hosts[order.host]?.partner === power;
    const why = because('why.order.court', { power, host: order.host });
    return [
      consentBy('court', order.host, p.consent * force * (partner ? 1 : -p.rivalFactor), why),
      { rule: 'court', subject: `powers/${power}`, variable: 'influence', add: p.influence * force, because: why },
    ];
  },
};

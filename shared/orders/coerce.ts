/** Coerce a rival's host: audits, boycotts, threats. Consent falls, and the one who coerces pays in standing and trade. */

import { z } from 'zod';
import { must } from '../assert.ts';
import { consentBy } from '../politics/host.ts';
import { pairId } from '../scenario/names.ts';
import { because } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import { type OrderRule, softness } from './order.ts';
import { provoke } from './provocation.ts';
import { idSchema } from './sheet.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('coerce'), host: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly coerce: typeof shape;
  }
}

export const coerce: OrderRule<'coerce'> = {
  kind: 'coerce',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: ({ board, power }) =>
    board.scenario.hosts.filter((host) => host.partner !== power).map((host) => ({ kind: 'coerce', host: host.id })),
  target: (order) => order.host,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.coerce),
  refuse: ({ board, power }, order) => {
    const host = board.hosts[order.host];
    if (!host) return refuse('refusal.no-such-host', { host: order.host });
    return host.partner === power ? refuse('refusal.own-ally', { host: order.host }) : null;
  },
  effects: (scene, order) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.orders.coerce;
    const host = must(board.hosts[order.host], order.host);
    const force = softness(scene, 'coerce', order.host);
    const why = because('why.order.coerce', { power, host: order.host });
    const own = { rule: 'coerce', subject: `powers/${power}`, because: why };
    return [
      consentBy('coerce', order.host, -p.consent * host.coercible[power] * force, why),
      { ...own, variable: 'influence', add: p.influence },
      { ...own, variable: 'tradeLost', add: p.trade },
      { rule: 'coerce', subject: `pairs/${pairId(host.partner, power)}`, variable: 'trust', add: p.trust, because: why },
      tensionBy('coerce', p.tension, why),
      ...provoke(scene, 'coerce', why, [host.partner]),
    ];
  },
};

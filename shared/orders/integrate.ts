/**
 * Integrate: a rung higher on the ladder of an alliance whose members nobody plays. They agree as long as each of them
 * consents enough; shared tracks then miss less of what is aimed at them, and rivals see the net being drawn tighter.
 */
import { z } from 'zod';
import { consentBy } from '../politics/host.ts';
import { othersOf, pairId } from '../scenario/names.ts';
import type { AlliancePlan } from '../scenario/schema.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule, Scene } from './order.ts';
import { idSchema } from './sheet.ts';

const shape = z.strictObject({ kind: z.literal('integrate'), alliance: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly integrate: typeof shape;
  }
}

export const integrate: OrderRule<'integrate'> = {
  kind: 'integrate',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: ({ board, power }) =>
    board.scenario.alliances.filter((plan) => plan.leader === power).map((plan) => ({ kind: 'integrate', alliance: plan.id })),
  target: (order) => order.alliance,
  amount: () => 1,
  price: ({ board }) => ({ money: board.scenario.parameters.alliances.money, turns: 0 }),
  refuse: (scene, order) => {
    const plan = planOf(scene, order.alliance);
    if (!plan) return refuse('refusal.no-such-alliance');
    const needed = scene.board.scenario.parameters.alliances.gates[rungAt(scene, plan.id)];
    if (needed === undefined) return refuse('refusal.alliance-complete', { alliance: plan.id });
    const unwilling = plan.members.find((host) => (scene.state.hosts[host]?.consent ?? 0) < needed);
    return unwilling === undefined ? null : refuse('refusal.host', { host: unwilling, needed });
  },
  effects: (scene, order) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.alliances;
    const plan = planOf(scene, order.alliance);
    if (!plan) return [];
    const why = because('why.order.integrate', { power, alliance: plan.id, rung: rungAt(scene, plan.id) + 1 });
    const at = { rule: 'integrate', because: why };
    return [
      { ...at, subject: `alliances/${plan.id}`, variable: 'rung', set: rungAt(scene, plan.id) + 1 },
      { ...at, subject: `powers/${power}`, variable: 'influence', add: p.influence },
      ...plan.members.map((host) => consentBy('integrate', host, p.consent, why)),
      ...othersOf(power).map(
        (other): Contribution => ({ ...at, subject: `pairs/${pairId(other, power)}`, variable: 'trust', add: p.trust }),
      ),
      tensionBy('integrate', p.tension, why),
    ];
  },
};

const planOf = ({ board, power }: Scene, alliance: string): AlliancePlan | undefined =>
  board.scenario.alliances.find((plan) => plan.id === alliance && plan.leader === power);

const rungAt = ({ state }: Scene, alliance: string): number => state.alliances[alliance]?.rung ?? 0;

/**
 * Intelligence on a rival's interceptor system: what one's own planners alone learn of it. Knowing more dispels part of
 * what they would otherwise assume; being caught at it costs trust.
 */
import { z } from 'zod';
import { must } from '../assert.ts';
import { othersOf, type Power, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import { systemsOf } from './flight-test.ts';
import type { Drawn, OrderRule, Scene } from './order.ts';
import { idSchema } from './sheet.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('intelligence'), interceptor: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly intelligence: typeof shape;
  }
}

export const intelligence: OrderRule<'intelligence'> = {
  kind: 'intelligence',
  shape,
  family: 'evidence',
  phase: 7,
  seen: 'quiet',
  options: (scene) => rivalSystems(scene).map(({ interceptor }) => ({ kind: 'intelligence', interceptor })),
  target: (order) => order.interceptor,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.intelligence),
  refuse: (scene, order) =>
    ownerOf(scene, order.interceptor) === undefined
      ? refuse('refusal.not-a-rivals-system', { interceptor: order.interceptor })
      : null,
  effects: () => [],
  drawn: (scene, order, draw) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.orders.intelligence;
    const owner = must(ownerOf(scene, order.interceptor), `${order.interceptor} is somebody's`);
    const learnt = learn(scene, order.interceptor, p.weight, draw);
    if (draw(2) >= p.caught) return [learnt];
    const why = because('why.intelligence.caught', { power, other: owner, interceptor: order.interceptor }, [power, owner]);
    return [
      learnt,
      { rule: 'intelligence', subject: `pairs/${pairId(owner, power)}`, variable: 'trust', add: p.trust, because: why },
      tensionBy('intelligence', p.caughtTension, why),
    ];
  },
};

/** Systems of the others that stand or could stand, each with its owner. */
function rivalSystems({ board, power }: Scene): readonly { readonly interceptor: string; readonly owner: Power }[] {
  return othersOf(power).flatMap((owner) => systemsOf(board, owner).map((interceptor) => ({ interceptor, owner })));
}

const ownerOf = ({ board, power }: Scene, interceptor: string): Power | undefined =>
  othersOf(power).find((owner) => systemsOf(board, owner).includes(interceptor));

/** Private observations of one system, drawn from the truth; they add to what this power learnt of it before. */
export function learn({ state, power }: Scene, interceptor: string, weight: number, draw: Drawn): Contribution {
  const id = `${power}>${interceptor}`;
  const system = must(state.systems[interceptor], `${interceptor} is a system`);
  const before = state.insights[id] ?? { killA: 0, killB: 0, decoyA: 0, decoyB: 0 };
  const hits = draw(0) < system.trueKill ? 'killA' : 'killB';
  const taken = draw(1) < system.trueDecoy ? 'decoyA' : 'decoyB';
  return {
    rule: 'intelligence',
    subject: `insights/${id}`,
    variable: 'self',
    set: { ...before, [hits]: before[hits] + weight, [taken]: before[taken] + weight },
    because: because('why.order.intelligence', { power, interceptor }, [power]),
  };
}

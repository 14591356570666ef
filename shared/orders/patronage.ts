/**
 * What the two kinds of patronage of a third state share, a shield and aid: either buys influence on it, and either makes
 * its programme one's own to answer for.
 */
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import { type OrderRule, type Scene, softness } from './order.ts';
import type { OrderOf, OrderShapes } from './sheet.ts';
import { priceOf } from './withdraw.ts';

type Also = (scene: Scene, third: string, why: Contribution['because']) => readonly Contribution[];

type Patronage = 'shield' | 'aid';
/** Both kinds are about one third state. */
function thirdOf(order: { readonly kind: string }): string {
  return (order as OrderOf<Patronage>).third;
}

export function patronage<K extends Patronage>(kind: K, shape: OrderShapes[K], also: Also): OrderRule<K> {
  return {
    kind,
    shape,
    family: 'cooperation',
    phase: 7,
    seen: 'open',
    options: ({ board }) =>
      board.scenario.thirds.map((third) => ({ kind, third: third.id }) as Parameters<OrderRule<K>['target']>[0]),
    target: thirdOf,
    amount: () => 1,
    price: ({ board }) => priceOf(board.scenario.parameters.orders[kind]),
    refuse: ({ board }, order) =>
      board.thirds[thirdOf(order)] ? null : refuse('refusal.no-such-third', { third: thirdOf(order) }),
    effects: (scene, order) => {
      const { board, power } = scene;
      const third = thirdOf(order);
      const p = board.scenario.parameters.orders[kind];
      const soft = softness(scene, kind, third);
      const why = because(`why.order.${kind}`, { power, third });
      const at = { rule: kind, because: why };
      return [
        { ...at, subject: `thirds/${third}`, variable: 'restraint', add: p.restraint * soft },
        { ...at, subject: `leverage/${power}>${third}`, variable: 'value', add: p.leverage * soft },
        { ...at, subject: `powers/${power}`, variable: 'influence', add: p.influence },
        tensionBy(kind, p.tension, why),
        ...also(scene, third, why),
      ];
    },
  };
}

/**
 * What the programmes of offence share: they go in levels, seen by others when finished. Each feeds the others' case for
 * more defence or for going first; one rule, a set of numbers each.
 */
import { levelOf } from '../belief/arsenal.ts';
import type { Programme } from '../scenario/names.ts';
import type { Leg } from '../scenario/schema.ts';
import { because } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule, Scene } from './order.ts';
import type { OrderShapes } from './sheet.ts';
import { priceOf } from './withdraw.ts';
import { startWork } from './work.ts';

/** `leg`: what a power must have for the programme to be about anything. */
export function programme<K extends Programme>(kind: K, shape: OrderShapes[K], leg: Leg['leg'] | null = null): OrderRule<K> {
  const numbers = ({ board }: Scene) => board.scenario.parameters.programmes[kind];
  const order = { kind } as Parameters<OrderRule<K>['target']>[0];
  return {
    kind,
    shape,
    family: 'offence',
    phase: 6,
    seen: 'works',
    options: () => [order],
    target: () => '',
    amount: () => 1,
    price: (scene) => priceOf(numbers(scene)),
    refuse: (scene) => {
      const { state, power, board } = scene;
      if (leg !== null && !board.scenario.forces[power].some((one) => one.leg === leg)) return refuse('refusal.no-leg');
      const { levels } = numbers(scene);
      return levelOf(state, power, kind, true) >= levels
        ? refuse('refusal.programme-complete', { programme: kind, levels })
        : null;
    },
    effects: (scene, _order, at) => {
      const { turns, tension } = numbers(scene);
      const why = because(`why.order.${kind}`, { power: scene.power }, [scene.power]);
      return [startWork(scene, at, { what: kind, battery: '', add: 1, turns }), tensionBy(kind, tension, why)];
    },
  };
}

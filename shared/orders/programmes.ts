/** Penetration aids and dispersal: programmes in levels, seen by others when finished. One rule, two sets of numbers. */
import { levelsBuilding } from '../belief/deterrence.ts';
import { because } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule, Scene } from './order.ts';
import { priceOf } from './withdraw.ts';
import { startWork } from './work.ts';

/** Credible decoys with every warhead: more gets through, and the others' case for more defence grows. */
export const penaids: OrderRule<'penaids'> = programme('penaids');
/** More mobile launchers away from base: more outlives a first strike, for upkeep every turn. */
export const dispersal: OrderRule<'dispersal'> = programme('dispersal');

function programme<K extends 'penaids' | 'dispersal'>(kind: K): OrderRule<K> {
  const numbers = ({ board }: Scene) => board.scenario.parameters.programmes[kind];
  const order = { kind } as Parameters<OrderRule<K>['target']>[0];
  return {
    kind,
    family: 'offence',
    phase: 6,
    options: () => [order],
    target: () => '',
    amount: () => 1,
    price: (scene) => priceOf(numbers(scene)),
    refuse: (scene) => {
      const { state, power, board } = scene;
      if (kind === 'dispersal' && !board.scenario.forces[power].some((leg) => leg.leg === 'mobile'))
        return refuse('refusal.no-mobile-leg');
      const reached = state.powers[power][kind] + levelsBuilding(state, power, kind);
      const { levels } = numbers(scene);
      return reached >= levels ? refuse('refusal.programme-complete', { programme: kind, levels }) : null;
    },
    effects: (scene, _order, at) => {
      const { turns, tension } = numbers(scene);
      const why = because(`why.order.${kind}`, { power: scene.power }, [scene.power]);
      return [startWork(scene, at, { what: kind, battery: '', add: 1, turns }), tensionBy(kind, tension, why)];
    },
  };
}

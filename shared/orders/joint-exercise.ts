/**
 * An exercise of two powers together: it takes a signed offer and both halves (game/joint.ts). What each half does is its
 * own side's: its trust in the partner, its standing, half of the alarm that the others feel.
 */
import { othersOf, pairId } from '../scenario/names.ts';
import { because } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import { type OrderRule, softness } from './order.ts';
import { priceOf } from './withdraw.ts';

export const jointExercise: OrderRule<'joint-exercise'> = {
  kind: 'joint-exercise',
  family: 'cooperation',
  phase: 7,
  options: ({ power }) => othersOf(power).map((partner) => ({ kind: 'joint-exercise', partner })),
  target: (order) => order.partner,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.jointExercise),
  refuse: ({ board, state, power }, { partner }) => {
    if (partner === power) return refuse('refusal.to-yourself');
    const needed = board.scenario.parameters.orders.jointExercise.leastTrust;
    const trust = state.pairs[pairId(power, partner)]?.trust ?? 0;
    return trust < needed ? refuse('refusal.too-little-trust', { power: partner, needed }) : null;
  },
  effects: (scene, { partner }) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.orders.jointExercise;
    const soft = softness(scene, 'joint-exercise', partner);
    const why = because('why.order.joint-exercise', { power, partner });
    const at = { rule: 'joint-exercise', because: why };
    return [
      { ...at, subject: `pairs/${pairId(power, partner)}`, variable: 'trust', add: p.trust * soft },
      { ...at, subject: `powers/${power}`, variable: 'influence', add: p.influence * soft },
      tensionBy('joint-exercise', p.tension / 2, why),
    ];
  },
};

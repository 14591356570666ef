/** A direct line between two staffs for what their warning systems show: it halves the risk that a false alarm becomes more. */
import { DYADS, dyadOf, othersOf, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { trustOf } from '../state/read.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule } from './order.ts';
import { priceOf } from './withdraw.ts';

export const hotline: OrderRule<'hotline'> = {
  kind: 'hotline',
  family: 'posture',
  phase: 7,
  options: ({ power }) => othersOf(power).map((partner) => ({ kind: 'hotline', partner })),
  target: (order) => order.partner,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.hotline),
  refuse: ({ board, state, power }, { partner }) => {
    if (partner === power) return refuse('refusal.to-yourself');
    if (state.hotlines[dyadOf(power, partner)].open) return refuse('refusal.hotline-open', { power: partner });
    const needed = board.scenario.parameters.orders.hotline.leastTrust;
    return trustOf(state, power, partner) < needed ? refuse('refusal.too-little-trust', { power: partner, needed }) : null;
  },
  effects: ({ board, power }, { partner }) => {
    const p = board.scenario.parameters.orders.hotline;
    const dyad = dyadOf(power, partner);
    const why = because('why.order.hotline', { power, partner });
    const at = { rule: 'hotline', because: why };
    const opens: Contribution = { ...at, subject: `hotlines/${dyad}`, variable: 'open', set: true };
    // Both halves are here or neither; one of them opens the line.
    const isFirst = DYADS.some(([id, one]) => id === dyad && one === power);
    return [
      ...(isFirst ? [opens] : []),
      { ...at, subject: `pairs/${pairId(power, partner)}`, variable: 'trust', add: p.trust },
      { ...at, subject: `powers/${power}`, variable: 'influence', add: p.influence },
      tensionBy('hotline', p.tension / 2, why),
    ];
  },
};

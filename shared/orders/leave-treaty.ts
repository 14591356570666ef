/** Leave a treaty with notice: it binds to the end of the next turn, and nobody is deceived. */
import { z } from 'zod';
import { fallen } from '../politics/treaty.ts';
import { type Power, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { deedsNow } from '../state/read.ts';
import { refuse } from '../state/refusal.ts';
import type { State, Treaty } from '../state/state.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule } from './order.ts';
import { idSchema } from './sheet.ts';

const shape = z.strictObject({ kind: z.literal('leave-treaty'), treaty: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly 'leave-treaty': typeof shape;
  }
}

export const leaveTreaty: OrderRule<'leave-treaty'> = {
  kind: 'leave-treaty',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: ({ state, power }) =>
    Object.keys(state.treaties)
      .sort()
      .filter((id) => mayLeave(state.treaties[id], power))
      .map((id) => ({ kind: 'leave-treaty', treaty: id })),
  target: (order) => order.treaty,
  amount: () => 1,
  price: () => ({ money: 0, turns: 0 }),
  refuse: ({ state, power }, order) => (mayLeave(state.treaties[order.treaty], power) ? null : refuse('refusal.no-such-treaty')),
  effects: ({ board, state, power }, order, { turn }) => {
    const t = state.treaties[order.treaty];
    if (!t) return [];
    const p = board.scenario.parameters.treaties;
    const why = because('why.order.leave-treaty', { power, parties: t.parties.join('+') });
    const at = { rule: 'treaty', because: why };
    const leavers = leaversNow(state, order.treaty, t);
    return [
      // Others may leave in the same turn: each pays for himself, and the first of them turns the treaty's own page.
      ...(leavers[0] === power ? fallen(order.treaty, t, { status: 'noticed', by: leavers, ends: turn + 1 }) : []),
      { ...at, subject: `powers/${power}`, variable: 'influence', add: p.leftInfluence },
      ...t.parties
        .filter((party) => party !== power)
        .map((party): Contribution => ({ ...at, subject: `pairs/${pairId(party, power)}`, variable: 'trust', add: p.leftTrust })),
      tensionBy('treaty', p.leftTension, why),
    ];
  },
};

/** The parties that give notice of a treaty on this turn's sheets. */
const leaversNow = (state: State, id: string, { parties }: Treaty): readonly Power[] =>
  parties.filter((party) =>
    deedsNow(state).some((deed) => deed.kind === 'leave-treaty' && deed.power === party && deed.target === id),
  );

const mayLeave = (t: Treaty | undefined, power: Power): boolean =>
  t !== undefined && (t.status === 'signed' || t.status === 'in-force') && t.parties.includes(power);

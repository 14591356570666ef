/**
 * Climb a rung of the ladder of cooperation with another power: it takes a signed offer and both halves (game/joint.ts).
 * Each needs enough trust in the other, more for each rung; standing and trust grow, and the third power is alarmed.
 */

import { z } from 'zod';
import { notifiedShare } from '../politics/treaty.ts';
import { dyadOf, EXERCISE_RUNGS, POWERS, pairId, TOP_RUNG } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { rungOf } from '../state/read.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule } from './order.ts';
import { refusePartner, withEach, writesForBoth } from './partner.ts';

const shape = z.strictObject({ kind: z.literal('climb'), partner: z.enum(POWERS) });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly climb: typeof shape;
  }
}

export const climb: OrderRule<'climb'> = {
  kind: 'climb',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: (scene) => withEach('climb', scene),
  target: (order) => order.partner,
  /** The rung that it lands on: some are exercises. */
  amount: ({ state, power }, { partner }) => rungOf(state, power, partner) + 1,
  price: ({ board }) => ({ money: board.scenario.parameters.ladder.money, turns: 0 }),
  refuse: (scene, { partner }) => {
    if (partner === scene.power) return refuse('refusal.to-yourself');
    const rung = rungOf(scene.state, scene.power, partner);
    if (rung >= TOP_RUNG) return refuse('refusal.top-rung', { power: partner });
    return refusePartner(scene, partner, scene.board.scenario.parameters.ladder.gates[rung] ?? 100);
  },
  effects: ({ board, state, power }, { partner }) => {
    const p = board.scenario.parameters.ladder;
    const dyad = dyadOf(power, partner);
    const rung = rungOf(state, power, partner) + 1;
    const why = because(`why.order.climb`, { power, partner, rung });
    const at = { rule: 'climb', because: why };
    const announced = EXERCISE_RUNGS.includes(rung) ? notifiedShare(board, state, power, partner) : 1;
    const step: Contribution = { ...at, subject: `ladders/${dyad}`, variable: 'rung', set: rung };
    return [
      ...(writesForBoth(power, partner) ? [step] : []),
      { ...at, subject: `pairs/${pairId(power, partner)}`, variable: 'trust', add: p.trust },
      { ...at, subject: `powers/${power}`, variable: 'influence', add: p.influence },
      tensionBy('climb', (p.tension / 2) * announced, why),
    ];
  },
};

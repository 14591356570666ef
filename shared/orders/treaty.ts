/** A treaty is signed by orders of all its parties for the same clauses, after an offer and its signature (game/joint.ts). */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { boundParty, depthOf, gateOf, isDoorShut, partiesOf } from '../politics/treaty.ts';
import { POWERS, type Power, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { trustOf } from '../state/read.ts';
import { type Refusal, refuse } from '../state/refusal.ts';
import type { Clause, Treaty } from '../state/state.ts';
import { type OrderRule, type Scene, worn } from './order.ts';
import { idSchema, type OrderOf } from './sheet.ts';

const clause = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['notification', 'data-exchange', 'test-moratorium', 'inspection']) }),
  z.strictObject({ type: z.literal('no-forward'), power: z.enum(POWERS), battery: idSchema }),
  z.strictObject({ type: z.literal('no-battery'), battery: idSchema }),
  z.strictObject({ type: z.literal('cap'), battery: idSchema, count: z.number().int().min(0).max(LIMITS.inventory) }),
]);
const shape = z.strictObject({
  partners: z.array(z.enum(POWERS)).min(1).max(2),
  clauses: z.array(clause).min(1).max(LIMITS.treatyClauses),
  kind: z.literal('treaty'),
});
declare module './sheet.ts' {
  interface OrderShapes {
    readonly treaty: typeof shape;
  }
}

export const treaty: OrderRule<'treaty'> = {
  kind: 'treaty',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  // What two powers could agree on has no end; the talks list what they did agree on.
  options: () => [],
  target: (order) => order.partners[0] ?? '',
  amount: (_scene, order) => order.clauses.length,
  price: ({ board }) => ({ money: board.scenario.parameters.treaties.money, turns: 1 }),
  refuse: (scene, order) => refuseTerms(scene, order.partners, order.clauses),
  effects: (scene, order, at) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.treaties;
    const depth = depthOf(board, order.clauses);
    const parties = partiesOf(power, order.partners);
    const why = because('why.order.treaty', { parties: parties.join('+') });
    const line = { rule: 'treaty', because: why };
    const own = { ...line, subject: `powers/${power}` };
    return [
      // All halves are here or none; the first party's puts the treaty down.
      ...(parties[0] === power ? [signed(order, parties, at, why)] : []),
      { ...own, variable: 'approval', add: p.signedApproval },
      {
        ...own,
        variable: 'influence',
        add: p.signedInfluence * depth * Math.max(...order.partners.map((partner) => newsWith(scene, partner))),
      },
      ...order.partners.map(
        (partner): Contribution => ({
          ...line,
          subject: `pairs/${pairId(power, partner)}`,
          variable: 'trust',
          add: p.signedTrust * depth * newsWith(scene, partner),
        }),
      ),
    ];
  },
};

/** Signing with the same partner again is less news: the deed names one partner alone, the treaties have all. */
function newsWith({ board, state, power }: Scene, partner: Power): number {
  const { turn } = state.world;
  const { softMemory } = board.scenario.parameters.orders;
  const earlier = Object.values(state.treaties).filter(
    ({ made, parties }) => made < turn && made >= turn - softMemory && parties.includes(power) && parties.includes(partner),
  );
  return worn(board, earlier.length);
}

function signed(
  order: OrderOf<'treaty'>,
  parties: readonly Power[],
  at: { readonly turn: number; readonly index: number },
  why: Contribution['because'],
): Contribution {
  const made: Treaty = { parties, clauses: order.clauses, made: at.turn, status: 'signed', by: [], ends: 0 };
  return {
    rule: 'treaty',
    subject: `treaties/t${at.turn}-${parties[0]}-${at.index}`,
    variable: 'self',
    set: { ...made },
    because: why,
  };
}

/** Why a power may not sign or offer these terms; each answers for his own trust, and shows by coming what the others feel. */
export function refuseTerms(scene: Scene, partners: readonly Power[], clauses: readonly Clause[]): Refusal | null {
  const { board, state, power } = scene;
  const parties = partiesOf(power, partners);
  if (partners.includes(power)) return refuse('refusal.to-yourself');
  if (parties.length !== partners.length + 1) return refuse('refusal.treaty-party-twice');
  if (new Set(clauses.map((clause) => JSON.stringify(clause))).size < clauses.length) return refuse('refusal.clause-twice');
  for (const clause of clauses) {
    const refusal = refuseClause(scene, parties, clause);
    if (refusal) return refusal;
  }
  if (isDoorShut(board, state, parties)) return refuse('refusal.treaty-door-shut');
  const needed = gateOf(board, clauses);
  const distrusted = partners.find((partner) => trustOf(state, power, partner) < needed);
  return distrusted === undefined ? null : refuse('refusal.too-little-trust', { power: distrusted, needed: Math.ceil(needed) });
}

/** A clause binds a party, names what there is, and is not in force among them already. */
function refuseClause({ board, state }: Scene, parties: readonly Power[], clause: Clause): Refusal | null {
  if ('battery' in clause && !board.plans[clause.battery]) return refuse('refusal.no-such-subject', { subject: clause.battery });
  if (clause.type === 'no-forward' && !board.plans[clause.battery]?.inReachOf.includes(clause.power))
    return refuse('refusal.out-of-reach', { battery: clause.battery });
  const bound = boundParty(board, clause);
  if (bound !== null && !parties.includes(bound)) return refuse('refusal.clause-binds-nobody');
  const stands = Object.values(state.treaties).some(
    (t) =>
      ['signed', 'in-force', 'noticed'].includes(t.status) &&
      parties.every((party) => t.parties.includes(party)) &&
      t.clauses.some((one) => JSON.stringify(one) === JSON.stringify(clause)),
  );
  return stands ? refuse('refusal.clause-in-force') : null;
}

/** What bots offer one another and others, and sign: joint orders and treaties, each from its own seat's view. */

import type { Board } from '../capability/board.ts';
import type { Deal } from '../game/joint.ts';
import { refusalOf } from '../orders/registry.ts';
import type { Order, Terms } from '../orders/sheet.ts';
import { presentAt } from '../politics/commitment.ts';
import { JOINT_KINDS, type JointKind, othersOf, type Power } from '../scenario/names.ts';
import type { Clause, State } from '../state/state.ts';
import type { Joint, Thinking } from './thinking.ts';

/** Offers of one bot in one turn, and joint orders that it binds itself to: beyond that it would leave others waiting. */
export const MOST_OFFERS = 2;
const MOST_SIGNED = 2;

/** The order that a joint order asks of its side. */
export function orderOf({ partner, what, terms }: Joint): Order | null {
  if (what !== 'treaty') return { kind: what, partner };
  return terms ? { kind: what, ...terms } : null;
}

/** Whether a bot could still sign this: it is in play, may be ordered, and nothing of the kind is signed with the partner. */
export function isPossible({ board, view, power, agreed }: Thinking, joint: Joint): boolean {
  const order = orderOf(joint);
  return (
    order !== null &&
    agreed.length < MOST_SIGNED &&
    board.scenario.orderKinds.includes(joint.what) &&
    !agreed.some((one) => one.partner === joint.partner && one.what === joint.what) &&
    refusalOf({ board, state: view.state, power }, order) === null
  );
}

/** Why a bot does not sign what it is offered, in a phrase that all languages have. */
export type Declined = 'too-little-trust' | 'signed-enough' | 'no-use';

export function declinedFor({ board, view, power, agreed }: Thinking, joint: Joint): Declined {
  const isOneSigned = agreed.some((one) => one.partner === joint.partner && one.what === joint.what);
  if (agreed.length >= MOST_SIGNED || isOneSigned) return 'signed-enough';
  const order = orderOf(joint);
  const refusal = order && refusalOf({ board, state: view.state, power }, order);
  return refusal?.key === 'refusal.too-little-trust' ? 'too-little-trust' : 'no-use';
}

/** What a bot offers in this turn, dearest first. */
export function offersBy(thinking: Thinking, values: (joint: Joint) => number): readonly Joint[] {
  return wishedDeals(thinking, othersOf(thinking.power), values).slice(0, MOST_OFFERS);
}

/** What a bot would agree on with these partners, one of each kind with each, dearest first. */
export function wishedDeals(thinking: Thinking, partners: readonly Power[], values: (joint: Joint) => number): readonly Joint[] {
  const { draw } = thinking;
  const best = partners.flatMap((partner) => JOINT_KINDS.flatMap((what) => dealsWith(thinking, partner, what)));
  // Each possible offer has a lot of its own; what comes after the last that is worth anything needs none.
  const worths = best.map((joint) => values(joint));
  return best
    .map((joint, i) => ({ joint, worth: worths[i] ?? 0 }))
    .slice(0, worths.findLastIndex((worth) => worth > 0) + 1)
    .filter(({ joint }) => isPossible(thinking, joint))
    .map(({ joint, worth }, i) => ({ joint, value: worth * (0.7 + 0.6 * draw(200 + i)) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .filter(
      ({ joint }, i, all) => all.findIndex((one) => one.joint.partner === joint.partner && one.joint.what === joint.what) === i,
    )
    .map(({ joint }) => joint);
}

/** Joint orders of a kind that a bot could agree on now, wanted or not. */
export const possibleDeals = (thinking: Thinking, what: JointKind): readonly Joint[] =>
  othersOf(thinking.power)
    .flatMap((partner) => dealsWith(thinking, partner, what))
    .filter((joint) => isPossible(thinking, joint));

function dealsWith({ board, view, power }: Thinking, partner: Power, what: JointKind): readonly Joint[] {
  if (what !== 'treaty') return [{ partner, what }];
  return termsWith(board, view.state, power, partner).map((terms) => ({ partner, what, terms }));
}

/** Treaties of one clause each that two powers could make: on what one of them has or could have, and on everybody's acts. */
function termsWith(board: Board, state: State, power: Power, partner: Power): readonly Terms[] {
  const both = [power, partner];
  const sites = board.scenario.batteries.filter((plan) => both.includes(plan.owner));
  const clauses: readonly Clause[] = [
    { type: 'notification' },
    { type: 'data-exchange' },
    { type: 'test-moratorium' },
    { type: 'inspection' },
    ...sites.flatMap((plan): readonly Clause[] => [
      ...(plan.reinforce && presentAt(state, plan.id) > 0
        ? [{ type: 'cap' as const, battery: plan.id, count: presentAt(state, plan.id) }]
        : []),
      ...(plan.build && !state.batteries[plan.id] && plan.inReachOf.some((one) => both.includes(one))
        ? [{ type: 'no-battery' as const, battery: plan.id }]
        : []),
      ...plan.inReachOf
        .filter((one) => both.includes(one))
        .map((one): Clause => ({ type: 'no-forward', power: one, battery: plan.id })),
    ]),
  ];
  return clauses.map((clause) => ({ partners: [partner], clauses: [clause] }));
}

/** What a deal is to one of its sides; null: it is not between this power and another. */
export function sideOf({ from, to, what, terms }: Deal, power: Power): Joint | null {
  if (power !== from && power !== to) return null;
  const partner = power === from ? to : from;
  if (!terms) return { partner, what };
  if (power === from) return { partner, what, terms };
  return { partner, what, terms: { ...terms, partners: [from, ...terms.partners.filter((one) => one !== power)] } };
}

/** The half of an offer: the order with which each of its parties carries it out. */
import { partiesOf } from '../politics/treaty.ts';
import type { JointKind, Power } from '../scenario/names.ts';
import type { Order, Terms } from './sheet.ts';

/** What one offers another, or all: of a treaty the terms as the one who offers it would order them. */
interface Offering {
  readonly from: Power;
  readonly to: Power | 'all';
  readonly offer: { readonly what: JointKind; readonly terms?: Terms } | null;
}

/** The order with which a party does its half; null: nothing is offered, or not to this power. */
export function halfOf({ from, to, offer }: Offering, power: Power): Order | null {
  if (offer === null || to === 'all') return null;
  const { what, terms } = offer;
  if (what === 'treaty') {
    if (terms === undefined) return null;
    const partners = partiesOf(from, terms.partners).filter((party) => party !== power);
    return { kind: 'treaty', partners: [...partners], clauses: terms.clauses };
  }
  if (from !== power && to !== power) return null;
  return { kind: what, partner: from === power ? to : from };
}

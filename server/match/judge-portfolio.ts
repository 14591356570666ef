/** What somebody of a delegation may do by his portfolios: change his part of the sheet, sign it, choose, and strike only with a second. */

import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import { mayDraft, mayNegotiate, maySign, type Portfolio, portfolioOf } from '../../shared/protocol/portfolio.ts';
import { partsChanged } from '../../shared/protocol/sheet-changes.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Case } from './case.ts';
import { membersOf } from './seats.ts';

const notYours = (portfolio: Portfolio): Refusal => refuse('refusal.not-your-portfolio', { portfolio });

export const refuseUnsigned = ({ rights }: Pick<Case, 'rights'>): Refusal | null =>
  maySign(rights) ? null : notYours('head-of-state');

/** Bots offer and sign too, and nobody asks for them. */
export const refuseUnnegotiated = ({ table, rights }: Case, power: Power): Refusal | null =>
  table.seats[power].held !== 'delegation' || mayNegotiate(rights) ? null : notYours('foreign-affairs');

interface Written {
  readonly sheet: Sheet;
  /** The number of the draft that it was written on; absent: of none. */
  readonly base?: number | undefined;
}

/** Who sits alone writes on his own draft; several write on the last one, each his part of it. */
export function refuseDraft({ table, rights }: Case, power: Power, { sheet, base = 0 }: Written): Refusal | null {
  if (table.seats[power].held !== 'delegation') return null;
  const last = table.drafts[power];
  if (base !== (last?.number ?? 0)) return refuse('refusal.draft-moved-on');
  const foreign = partsChanged(last?.sheet ?? EMPTY_SHEET, sheet).find((part) => !mayDraft(rights, part));
  return foreign === undefined ? null : notYours(portfolioOf(foreign));
}

/** Whether a strike has to wait: it is chosen by two, unless somebody sits alone. `wanted`: the person who wants it already. */
export function needsSecond({ table, person }: Case, power: Power): boolean {
  const wanted = table.strikes[power];
  return membersOf(table.seats[power]).length > 1 && (wanted === undefined || wanted === person);
}

/** Who signs chooses; another only confirms the strike that he wants. */
export function refuseChoice(at: Case, power: Power, choice: string): Refusal | null {
  const wanted = at.table.strikes[power];
  return choice === 'strike' && wanted !== undefined && wanted !== at.person ? null : refuseUnsigned(at);
}

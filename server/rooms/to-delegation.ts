/** What goes to the people of one seat and to nobody else: its sheet as it changes, and who of its delegation is here. */
import { NO_DELEGATION } from '../../shared/protocol/portfolio.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Match } from '../match/match.ts';
import { delegationOf } from '../match/rights.ts';
import { type Guest, personOf, placeOf } from './guest.ts';

/** To the others in the seat: `by` is the person who changed the sheet, and knows. */
export function sendDraft(guests: Iterable<Guest>, match: Match, { power, by }: { power: Power; by: string }): void {
  const draft = match.table.drafts[power];
  if (draft === undefined) return;
  const { sheet, isLocked, number } = draft;
  const message = { turn: match.position.turn, sheet, locked: isLocked, number, by: draft.by };
  for (const guest of guests) if (placeOf(guest, match) === power && personOf(guest) !== by) guest.send('draft', message);
}

/** To all in the seat: a tap stands for all of them, whoever made it. */
export function sendTaps(guests: Iterable<Guest>, match: Match, power: Power): void {
  const taps = match.table.perceptions.filter(({ by }) => by === power);
  for (const guest of guests) if (placeOf(guest, match) === power) guest.send('perceptions', taps);
}

/** To each who sits with him, once it is not as he was last told. */
export function sendDelegations(guests: Iterable<Guest>, match: Match, here: ReadonlySet<string>): void {
  for (const guest of guests) {
    const shown = guest.userData;
    if (!shown) continue;
    const place = placeOf(guest, match);
    const seen = place === 'public' ? null : delegationOf(match.table, place, personOf(guest), here);
    const text = seen === null ? '' : JSON.stringify(seen);
    if (text === shown.delegation) continue;
    shown.delegation = text;
    guest.send('delegation', seen ?? NO_DELEGATION);
  }
}

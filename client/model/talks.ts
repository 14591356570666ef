/** The channels of a seat, read: which lines belong to which partner, which offers still stand, and what they take of each. */
import type { Board } from '../../shared/capability/board.ts';
import { halfOf } from '../../shared/orders/half.ts';
import { ruleOf } from '../../shared/orders/registry.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import { partiesOf } from '../../shared/politics/treaty.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { State } from '../../shared/state/state.ts';
import type { Draft } from './draft.ts';
import { sameOrder } from './same-order.ts';

/** The lines between `own` and a partner, or those to all three. */
export function linesWith(lines: readonly ChannelLine[], own: Power, partner: Power | 'all'): readonly ChannelLine[] {
  if (partner === 'all') return lines.filter((line) => line.to === 'all');
  return lines.filter(({ from, to }) => (from === own && to === partner) || (from === partner && to === own));
}

/** Whether an offer may still be signed: until the end of the turn after it was made, once, and unless it was countered. */
export function isOpenOffer(lines: readonly ChannelLine[], line: ChannelLine, turn: number): boolean {
  return (
    line.offer !== null &&
    turn <= line.offer.until &&
    !lines.some((other) => other.signs === line.id || other.offer?.counters === line.id)
  );
}

/** Offers of one to another that may still be signed in this turn. */
export const offersFrom = (lines: readonly ChannelLine[], at: { power: Power; from: Power | 'all'; turn: number }) =>
  lines.filter((line) => line.from === at.from && line.to === at.power && isOpenOffer(lines, line, at.turn));

/** The money that an offer takes of each party at the lock, beside one order of each. */
export function pricesOf(
  board: Board,
  state: State,
  line: ChannelLine,
): readonly { readonly power: Power; readonly money: number }[] {
  if (line.offer === null || line.to === 'all') return [];
  const parties = line.offer.terms ? partiesOf(line.from, line.offer.terms.partners) : [line.from, line.to];
  return parties.flatMap((power) => {
    const order = halfOf(line, power);
    return order === null ? [] : [{ power, money: ruleOf(order.kind).price({ board, state, power }, order).money }];
  });
}

/** Why a half cannot go onto the sheet as it is: lines that would come back take their room too, until they are taken off. */
export function refusalOfHalf(draft: Draft, half: Order): Refusal | null {
  const most = draft.slots.value.orders;
  const isFull = draft.sheet.value.orders.length >= most;
  return isFull ? refuse('refusal.order-slots', { most }) : draft.refusalOfOrder(half);
}

/** Own halves of what was signed in a turn. */
export function signedHalves(lines: readonly ChannelLine[], power: Power, turn: number): readonly Order[] {
  return lines.flatMap((line) => {
    const isSigned = lines.some((other) => other.signs === line.id && other.turn === turn);
    const half = isSigned ? halfOf(line, power) : null;
    return half === null ? [] : [half];
  });
}

/** Signed this turn and not on the sheet: the partner would be left waiting. */
export const missingHalves = (lines: readonly ChannelLine[], at: { power: Power; turn: number; orders: readonly Order[] }) =>
  signedHalves(lines, at.power, at.turn).filter((half) => !at.orders.some((order) => sameOrder(order, half)));

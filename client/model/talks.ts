/** The channels of a seat, read: which lines belong to which partner, and which offers still stand. */
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import type { Power } from '../../shared/scenario/names.ts';

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

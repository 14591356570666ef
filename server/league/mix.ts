/** What kind of table a run is of: which lines of RULES 11 it can measure depends on it. */
import type { BotSeats } from '../../shared/bots/moves.ts';
import { type BotName, STRATEGISTS } from '../../shared/scenario/names.ts';

/** `mixed`, `strategists`, `three of hawk`, `strategist against two: hawk`, or anything else. */
export function mixOf({ seatings }: { readonly seatings: readonly BotSeats[] }): string {
  const mixes = new Set(seatings.map(mixAt));
  const [only = ''] = mixes;
  return mixes.size === 1 ? only : 'several';
}

export const isStrategist = (bot: BotName): boolean => STRATEGISTS.some((one) => one === bot);

function mixAt(seats: BotSeats): string {
  const bots = seats.map(([, bot]) => bot);
  const simple = bots.filter((bot) => !isStrategist(bot));
  const kinds = [...new Set(simple)];
  if (simple.length === 0) return 'strategists';
  if (simple.length === 2 && kinds.length === 1) return `strategist against two: ${kinds[0]}`;
  if (simple.length < bots.length) return 'several';
  if (kinds.length === 1) return `three of ${kinds[0]}`;
  return kinds.length === bots.length ? 'mixed' : 'several';
}

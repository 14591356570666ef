/** Who sits where, game after game: one seating, all of different bots, or all of a given mix of bots. */
import type { BotSeats } from '../../shared/bots/moves.ts';
import { BOT_NAMES, type BotName, PERSONALITIES, POWERS } from '../../shared/scenario/names.ts';
import { StartFault } from '../start-fault.ts';

export const MIXED = 'mixed';
const ROTATED = 'rotate ';
/** The level that a strategist without one has. */
const ORDINARY: BotName = 'strategist-2';
export const DEFAULT_SEATS = 'us=institutionalist,ru=hawk,cn=opportunist';

/** What was asked for, in one text: `mixed`, `rotate A,B,C` or a bot for each seat. */
export function seatsText(seats: string | undefined, rotate: string | undefined): string {
  if (seats !== undefined && rotate !== undefined) throw new StartFault('Give --seats or --rotate, not both.');
  const text = rotate === undefined ? (seats ?? DEFAULT_SEATS) : `${ROTATED}${rotate}`;
  return text.replace(/\bstrategist\b(?!-)/g, ORDINARY);
}

/** The seatings of a text, to be played in turn. */
export function seatingsOf(text: string): readonly BotSeats[] {
  if (text.startsWith(ROTATED)) return rotated(text.slice(ROTATED.length));
  return text === MIXED ? ALL_DIFFERENT : [seated(text)];
}

function seatingsOfAll(names: readonly BotName[], isWanted: (...bots: readonly BotName[]) => boolean): readonly BotSeats[] {
  return names.flatMap((us) =>
    names.flatMap((ru) =>
      names
        .filter((cn) => isWanted(us, ru, cn))
        .map(
          (cn): BotSeats => [
            ['us', us],
            ['ru', ru],
            ['cn', cn],
          ],
        ),
    ),
  );
}

/** Every seating of three different personalities: no seat is judged by the bot that happens to sit in it. */
const ALL_DIFFERENT: readonly BotSeats[] = seatingsOfAll(PERSONALITIES, (...bots) => new Set(bots).size === POWERS.length);

/** Three bots in every seating that is another. */
function rotated(text: string): readonly BotSeats[] {
  const mix = text.split(',').map((name) => BOT_NAMES.find((one) => one === name));
  if (mix.length !== POWERS.length || mix.includes(undefined))
    throw new StartFault(`--rotate must name three bots (${BOT_NAMES.join(', ')}), as in dove,hawk,hawk, not "${text}".`);
  const sorted = (names: readonly (BotName | undefined)[]): string => [...names].sort().join();
  return seatingsOfAll(BOT_NAMES, (...seats) => sorted(seats) === sorted(mix));
}

function seated(text: string): BotSeats {
  const given = text.split(',');
  return POWERS.map((power) => {
    const bot = BOT_NAMES.find((name) => given.includes(`${power}=${name}`));
    if (!bot || given.length !== POWERS.length)
      throw new StartFault(
        `--seats must name a bot (${BOT_NAMES.join(', ')}) for each of ${POWERS.join(', ')}, as in ${DEFAULT_SEATS}, or be ${MIXED}.`,
      );
    return [power, bot] as const;
  });
}

/** For people. */
export function seatingsTold(text: string): string {
  const all = seatingsOf(text);
  if (all.length === 1) return (all[0] ?? []).map(([power, bot]) => `${power} ${bot}`).join(', ');
  return `${all.length} seatings of ${text === MIXED ? 'different personalities' : text.slice(ROTATED.length)} in turn`;
}

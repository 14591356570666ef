/** What takes a facilitator's command back, where something does: worked out before it is sent, from what the console showed then. */
import type { ConsoleName } from '../../shared/protocol/exercise.ts';
import type { ConsoleView, WorldSeat } from '../../shared/protocol/exercise-view.ts';
import { botNamed, type Power } from '../../shared/scenario/names.ts';
import type { ConsoleBodies } from '../net/exercise-line.ts';

/** A command with what it says, as one value. */
export type Command = { readonly [N in ConsoleName]: { readonly name: N; readonly body: ConsoleBodies[N] } }[ConsoleName];

/** Null: what was done stays done, or takes a command of its own (a rewind, say). */
export function undoOf(command: Command, view: ConsoleView): Command | null {
  switch (command.name) {
    case 'pause':
      return { name: 'resume', body: command.body };
    case 'resume':
      return { name: 'pause', body: command.body };
    case 'freeze':
      return { name: 'freeze', body: { ...command.body, isFrozen: !command.body.isFrozen } };
    case 'mute':
      return { name: 'mute', body: { ...command.body, isMuted: !command.body.isMuted } };
    case 'paper-seat':
      return { name: 'paper-seat', body: { ...command.body, isOnPaper: !command.body.isOnPaper } };
    case 'numbers':
      return { name: 'numbers', body: { isShown: view.areNumbersShown } };
    case 'hot-wash':
      return { name: 'hot-wash', body: { question: view.hotWash } };
    case 'seat-bot':
      return undoneBot(command.body, view);
    case 'time':
      return undoneTime(command.body, view);
    case 'remove':
      return { name: 'readmit', body: command.body };
    case 'place':
      return undonePlace(command.body.participant, view);
    default:
      return null;
  }
}

const seatIn = (view: ConsoleView, world: string, power: Power): WorldSeat | undefined =>
  view.worlds.find(({ code }) => code === world)?.seats.find((one) => one.power === power);

function undoneTime({ world, power }: ConsoleBodies['time'], view: ConsoleView): Command | null {
  const seat = seatIn(view, world, power);
  return seat === undefined ? null : { name: 'time', body: { world, power, factor: seat.factor } };
}

function undoneBot({ world, power }: ConsoleBodies['seat-bot'], view: ConsoleView): Command | null {
  const seat = seatIn(view, world, power);
  // Taking a seat from people is no choice of a bot: they are moved back one by one.
  if (seat === undefined || seat.people.length > 0) return null;
  return { name: 'seat-bot', body: { world, power, bot: botNamed(seat.bot) } };
}

function undonePlace(participant: string, view: ConsoleView): Command | null {
  const place = view.people.find(({ id }) => id === participant)?.place;
  if (place === undefined) return null;
  const power = place.role === 'delegate' ? place.power : null;
  const portfolios = place.role === 'delegate' ? [...place.portfolios] : [];
  return { name: 'place', body: { participant, world: place.world, power, portfolios } };
}

/** Commands whose harm cannot be taken back: asked for twice. */
const GRAVE: readonly ConsoleName[] = ['end', 'rewind', 'remove', 'erase'];
export const isGrave = ({ name }: Command): boolean => GRAVE.includes(name);

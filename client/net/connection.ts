/** The line to one match: what is heard on it, and how the room's shared state becomes plain values. */
import type { Room } from '@colyseus/sdk';
import type { View } from '../../shared/game/view.ts';
import type { Admission } from '../../shared/protocol/lobby.ts';
import type { RoomFigures, SeatFigures, SeenView, ServerMessages } from '../../shared/protocol/messages.ts';
import { unpackView } from '../../shared/protocol/packed-view.ts';
import { NO_DELEGATION } from '../../shared/protocol/portfolio.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { type ApiAnswer, joinMatch } from './api.ts';
import { newRequestId } from './outbox.ts';
import { nickname } from './person.ts';
import { type Connection, openLine } from './room-line.ts';

export interface Hearing {
  view(message: SeenView): void;
  record(record: ServerMessages['record']): void;
  perceptions(perceptions: ServerMessages['perceptions']): void;
  figures(figures: RoomFigures): void;
  lines(lines: ServerMessages['lines']): void;
  line(line: ServerMessages['line']): void;
  moved(code: string): void;
  draft(draft: ServerMessages['draft']): void;
  delegation(delegation: ServerMessages['delegation']): void;
  /** The exercise that this match is a world of, as far as the reader takes part in it. */
  exercise(view: ServerMessages['exercise']): void;
}

/** `renew` gets the next ticket when the line has broken. */
export function openConnection(admission: Admission, hearing: Hearing, renew = () => ticketBack(admission.code)): Connection {
  const { code, ticket } = admission;
  return openLine({ code, ticket, renew, listen });

  function listen(room: Room): void {
    hearing.delegation(NO_DELEGATION); // Whoever is in one is told so on each line anew; who is in none any more hears nothing.
    tell(room, hearing);
  }
}

/** Takes no new seat by mistake: who held one still holds it, and who watched goes on watching. */
async function ticketBack(code: string): Promise<ApiAnswer<string>> {
  const answer = await joinMatch(code, { seat: null, nickname: nickname() });
  return answer.ok ? { ok: true, value: answer.value.ticket } : answer;
}

function tell(room: Room, hearing: Hearing): void {
  tellViews(room, hearing);
  room.onMessage('record', (record: ServerMessages['record']) => hearing.record(record));
  room.onMessage('perceptions', (taps: ServerMessages['perceptions']) => hearing.perceptions(taps));
  room.onMessage('lines', (lines: ServerMessages['lines']) => hearing.lines(lines));
  room.onMessage('line', (line: ServerMessages['line']) => hearing.line(line));
  room.onMessage('moved', (moved: ServerMessages['moved']) => hearing.moved(moved.code));
  room.onMessage('draft', (draft: ServerMessages['draft']) => hearing.draft(draft));
  room.onMessage('delegation', (delegation: ServerMessages['delegation']) => hearing.delegation(delegation));
  room.onMessage('exercise', (view: ServerMessages['exercise']) => hearing.exercise(view));
  room.onStateChange((shared: unknown) => hearing.figures(figuresOf(shared)));
}

/** Each view is the difference from the one before; where the thread is lost, all of it is asked for. */
function tellViews(room: Room, hearing: Hearing): void {
  let last: { readonly number: number; readonly view: View } | null = null;
  room.onMessage('view', ({ packed, number, base, ...message }: ServerMessages['view']) => {
    try {
      if (base !== null && base !== last?.number) throw new Error(`view ${base} is not here`);
      const view = unpackView(packed, base === null ? null : (last?.view ?? null));
      last = { number, view };
      hearing.view({ ...message, view });
    } catch {
      last = null;
      void room.request('view', { id: newRequestId() }).catch(() => undefined);
    }
  });
}

interface SharedRoom extends Partial<Omit<RoomFigures, 'seats'>> {
  readonly seats?: { get(power: string): SeatFigures | undefined };
}

/** Before the first word of the server. */
export const NO_FIGURES: RoomFigures = {
  stage: 'playing',
  turn: 0,
  round: 0,
  phase: '',
  tension: 0,
  deadlineMs: 0,
  pausedMs: 0,
  pausedBy: '',
  pauseEndsMs: 0,
  isOpen: false,
  friends: false,
  clock: 'untimed',
  timeFactor: 1,
  speech: 'phrases',
  emboldenment: false,
  watching: 0,
  keptUntilMs: 0,
  seats: [],
};
const NO_SEAT: Omit<SeatFigures, 'power'> = {
  held: 'bot',
  bot: '',
  nickname: '',
  members: 0,
  isHere: true,
  isReady: false,
  committed: false,
  pausesLeft: 0,
};

/** The synchronised state as plain values, so that nothing that looks at it later sees it change. */
function figuresOf(shared: unknown): RoomFigures {
  const { seats, ...rest } = shared as SharedRoom;
  const figures = Object.fromEntries(
    Object.entries(NO_FIGURES).map(([name, none]) => [name, (rest as Record<string, unknown>)[name] ?? none]),
  );
  return { ...(figures as unknown as RoomFigures), seats: POWERS.map((power) => seatFigures(power, seats?.get(power))) };
}

function seatFigures(power: SeatFigures['power'], shared: Partial<SeatFigures> | undefined): SeatFigures {
  const { held, bot, nickname, members, isHere, isReady, committed, pausesLeft } = { ...NO_SEAT, ...definedOf(shared) };
  return { power, held, bot, nickname, members, isHere, isReady, committed, pausesLeft };
}

/** A schema's fields are accessors: read one by one. */
function definedOf(shared: Partial<SeatFigures> | undefined): Partial<SeatFigures> {
  const names = Object.keys(NO_SEAT) as (keyof typeof NO_SEAT)[];
  return Object.fromEntries(names.flatMap((name) => (shared?.[name] === undefined ? [] : [[name, shared[name]]])));
}

/** What goes over the wire: clients make requests (requests.ts); the server answers each and sends views. Types and codes only. */
import type { CrisisChoice, Returned } from '../game/game.ts';
import type { GameRecord } from '../game/record.ts';
import type { View } from '../game/view.ts';
import type { Power, Viewer } from '../scenario/names.ts';
import type { Refusal } from '../state/refusal.ts';
import type { ChannelLine } from './channel.ts';
import type { ParticipantView } from './exercise-view.ts';
import type { Stage } from './lobby.ts';
import type { PackedView } from './packed-view.ts';
import type { Perception } from './perception.ts';
import type { Delegation } from './portfolio.ts';
import type { RequestBody } from './requests.ts';

/** Raised whenever an older client could misread a newer server. */
export const PROTOCOL_VERSION = 2;

/** A receipt: what is saved, when, and until when it may change. */
export interface Receipt {
  readonly turn: number;
  readonly locked: boolean;
  readonly orders: number;
  readonly statements: number;
  /** Epoch ms by the server's clock. */
  readonly savedAtMs: number;
  /** Of the draft that is saved: counts its changes in this turn. */
  readonly number: number;
  /** Orders that would be returned if the turn resolved now. */
  readonly returned: readonly Returned[];
}
/** `told`: the seat phrase, or the code of the rematch, to whoever asked for one. */
export type Answer =
  | { readonly ok: true; readonly receipt: Receipt | null; readonly told?: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** Server messages by name. `view` goes to one client only. */
export interface ServerMessages {
  /** After every step, on joining, and on request. `deadlineMs` is by the server's clock (`nowMs`); null: no deadline. */
  readonly view: {
    readonly version: number;
    readonly viewer: Viewer;
    /** What the viewer sees, as its difference from the view that was sent as number `base`; null: all of it. */
    readonly packed: PackedView;
    /** Counts the views of one connection. */
    readonly number: number;
    readonly base: number | null;
    readonly nowMs: number;
    readonly deadlineMs: number | null;
    /** The seat's own saved sheet and whether it is locked. */
    readonly draft: RequestBody<'draft'>['sheet'] | null;
    readonly locked: boolean;
    /** Of that draft; 0: there is none. */
    readonly draftNumber: number;
    readonly choice: CrisisChoice | null;
    /** The seat's own taps. */
    readonly perceptions: readonly Perception[];
    /**
     * Where this person sits. In the lobby the view is the public's all the same: nobody shall read a seat's secret aim and
     * then take another seat.
     */
    readonly place: Exclude<Viewer, 'all'>;
    /** Whether this person made the match. */
    readonly isHost: boolean;
  };
  /** Another has changed the seat's sheet; to that seat only. `by`: who of the delegation; empty: none of it did. */
  readonly draft: {
    readonly turn: number;
    readonly sheet: RequestBody<'draft'>['sheet'];
    readonly locked: boolean;
    readonly number: number;
    readonly by: string;
  };
  /** Who sits with the reader, on joining and whenever it changes; to delegations only, and once to who is in none any more. */
  readonly delegation: Delegation;
  /** All lines of the seat's channels, on joining and when the seat changes hands; to seats only. */
  readonly lines: readonly ChannelLine[];
  /** One more line, as it is said. */
  readonly line: ChannelLine;
  /** The same people go on in another match: join it by this code. */
  readonly moved: { readonly code: string };
  /** The whole record, sent to everybody once the game has ended: replaying it shows the truth. */
  readonly record: GameRecord;
  /** His place in the exercise that this match is a world of; to everybody in it, whenever something of it changed. */
  readonly exercise: ParticipantView;
  /** How the own seat reads the others, as soon as it taps; with the record, how all read one another. */
  readonly perceptions: readonly Perception[];
}

/** A view as it is once it has been unpacked. */
export type SeenView = Omit<ServerMessages['view'], 'packed' | 'number' | 'base'> & { readonly view: View };

export type { Stage };

/**
 * What everybody in the room sees at once, between views, as the synchronised Colyseus state (seats as a map by power).
 * Public by its nature: there is no field for anything else.
 */
export interface RoomFigures {
  readonly stage: Stage;
  readonly turn: number;
  readonly round: number;
  readonly phase: string;
  readonly tension: number;
  /** Epoch ms by the server's clock; 0: no clock runs. */
  readonly deadlineMs: number;
  /** While the clock is stopped: what is left on it; 0: it is not stopped. */
  readonly pausedMs: number;
  /** The power whose player stopped it, until when; empty and 0 otherwise. */
  readonly pausedBy: string;
  readonly pauseEndsMs: number;
  /** Whether somebody may still sit down: friends are let in and a bot holds a seat. */
  readonly isOpen: boolean;
  readonly friends: boolean;
  readonly clock: string;
  /** By what the clock's times are multiplied: as much as the seat has that asked for most. */
  readonly timeFactor: number;
  readonly speech: string;
  /** Whether standing down costs more at home for who believes that he would stop the answer. */
  readonly emboldenment: boolean;
  /** Connections without a seat. */
  readonly watching: number;
  /** When everything kept of this match is deleted. */
  readonly keptUntilMs: number;
  readonly seats: readonly SeatFigures[];
}

export interface SeatFigures {
  readonly power: Power;
  readonly held: 'person' | 'bot';
  /** The bot's name; `caretaker` while it covers for a person; empty while a person plays. */
  readonly bot: string;
  /** Of a delegation the names of all. */
  readonly nickname: string;
  /** How many people share it; 0: a bot plays. */
  readonly members: number;
  readonly isHere: boolean;
  readonly isReady: boolean;
  readonly committed: boolean;
  readonly pausesLeft: number;
}

/** Close codes of our own, beside those of WebSocket and Colyseus (docs/protocol.md). */
export const CLOSE = {
  /** The same seat was opened in another tab or on another device: that one has it now. */
  elsewhere: 4100,
  /** The match was erased. */
  erased: 4101,
  /** A facilitator sent him out of the exercise. */
  removed: 4102,
} as const;

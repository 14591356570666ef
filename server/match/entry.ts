/** One line of a match's log: what somebody did, or how a step was resolved. The log is the match. */
import type { CrisisChoice, InjectedEvent, Step } from '../../shared/game/game.ts';
import type { Sheet } from '../../shared/orders/sheet.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import type { TimeFactor } from '../../shared/protocol/clocks.ts';
import type { Bulletin } from '../../shared/protocol/exercise-view.ts';
import type { Reading } from '../../shared/protocol/perception.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Clock } from './clock.ts';
import type { Seat } from './seats.ts';

export type Entry =
  /** `by`: what who did it calls himself, where the seat is a delegation's. */
  | { readonly kind: 'draft' | 'lock'; readonly power: Power; readonly turn: number; readonly sheet: Sheet; readonly by?: string }
  | { readonly kind: 'unlock'; readonly power: Power; readonly turn: number; readonly by?: string }
  | {
      readonly kind: 'choose';
      readonly power: Power;
      readonly turn: number;
      readonly round: number;
      readonly choice: CrisisChoice;
    }
  /** A strike that a second of the delegation has to confirm; `by`: the person who wants it. */
  | { readonly kind: 'strike-asked'; readonly power: Power; readonly turn: number; readonly round: number; readonly by: string }
  /** Who holds a seat from now on: somebody sat down, stood up, took another name or moved to another device. */
  | { readonly kind: 'seat'; readonly power: Power; readonly seat: Seat }
  | { readonly kind: 'ready'; readonly power: Power; readonly isReady: boolean }
  /** The lobby is over. */
  | { readonly kind: 'begun'; readonly clock: Clock }
  /** A caretaker covers for the person in this seat, or he is back. */
  | { readonly kind: 'covered'; readonly power: Power; readonly isCovered: boolean }
  /** The clock was stopped or set going; `pauseOf`: it cost this player one of his pauses. */
  | { readonly kind: 'clock'; readonly clock: Clock; readonly pauseOf: Power | null }
  | { readonly kind: 'said'; readonly line: ChannelLine }
  /** The same people play on under this code. */
  | { readonly kind: 'rematch'; readonly code: string }
  /** A facilitator holds the world, or lets it go on. */
  | { readonly kind: 'held'; readonly hold: Hold; readonly clock: Clock }
  /** A facilitator's word or inject; its event is part of the next turn. `msel`: which of the scenario's list it is. */
  | {
      readonly kind: 'bulletin';
      readonly bulletin: Bulletin;
      readonly event: InjectedEvent | null;
      readonly msel: string | null;
    }
  /** What came after the end of this turn counts no more; draws have this luck from now on. */
  | {
      readonly kind: 'rewound';
      readonly toTurn: number;
      readonly branch: number;
      readonly luck: number;
      readonly clock: Clock;
    }
  /** A seat without a device: what its people write is handed in for them. */
  | { readonly kind: 'paper'; readonly power: Power; readonly isOnPaper: boolean }
  | { readonly kind: 'muted'; readonly person: string; readonly isMuted: boolean }
  /** Typed words that wait for the facilitator, and what he said to them; `line`: of a channel, not of a sheet. */
  | { readonly kind: 'awaiting'; readonly line: ChannelLine }
  | { readonly kind: 'passed'; readonly id: string; readonly line: ChannelLine | null; readonly isApproved: boolean }
  | { readonly kind: 'time'; readonly power: Power; readonly factor: TimeFactor }
  /** How a seat reads another after this turn; null: it takes back what it tapped. */
  | {
      readonly kind: 'perceived';
      readonly power: Power;
      readonly turn: number;
      readonly of: Power;
      readonly reading: Reading | null;
    }
  /**
   * `turn` and `round` are where it was played; `hash` is of the state after it, so that a re-made match proves itself;
   * `clock` is that of the phase which then began.
   */
  | {
      readonly kind: 'resolved';
      readonly turn: number;
      readonly round: number;
      readonly step: Step;
      readonly hash: string;
      readonly clock: Clock;
    };

/** `paused`: the clock stands; `frozen`: and nobody may do anything. */
export type Hold = 'none' | 'paused' | 'frozen';

export interface LoggedEntry {
  readonly atMs: number;
  /** The id of the request that made it; null: nobody asked, the clock did. */
  readonly request: string | null;
  readonly entry: Entry;
}

/** Where entries go. The promise is kept once the entry cannot be lost any more: receipts wait for it (law 3). */
export interface Journal {
  append(code: string, logged: LoggedEntry): Promise<void>;
}

/** For worlds that nobody needs again: demonstrations and tests. */
export const FORGETFUL: Journal = { append: () => Promise.resolve() };

/**
 * A game is its start and its steps. A step is either a turn (all sheets) or a crisis round (all choices); playing the
 * same steps from the same setup gives the same states, bit for bit.
 */
import type { Board } from '../capability/board.ts';
import type { Sheet } from '../orders/sheet.ts';
import type { BotName, CrisisChoice, JointKind, Power, Theory } from '../scenario/names.ts';
import type { EventEffect } from '../scenario/schema.ts';
import type { Because, Effect } from '../state/ledger.ts';
import type { Refusal } from '../state/refusal.ts';
import type { State } from '../state/state.ts';

/** What a game is created with. `luck` is 0 until a facilitator rewinds with new luck. */
export interface Setup {
  readonly seed: string;
  readonly luck: number;
  readonly theory: Theory;
  /** Whether the last turn is drawn in secret from one less to one more than the scenario says. Absent: no. */
  readonly endDrawn?: boolean;
  /** Whether who believes that he would stop the answer pays more at home for standing down. Absent: as the scenario has it. */
  readonly emboldenment?: boolean;
}

export type { CrisisChoice };

export type Sheets = Readonly<Partial<Record<Power, Sheet>>>;
export type Choices = Readonly<Partial<Record<Power, CrisisChoice>>>;

/** Pairs of powers that have signed a joint order in this turn, and which; each still needs it on its sheet. */
export type Agreed = readonly (readonly [Power, Power, JointKind])[];

/** Why a bot that searched did what it did: kept with the step, since a search by the clock cannot be made again. */
export interface Account {
  readonly bot: BotName;
  readonly reasons: readonly Because[];
}
export type Accounts = Readonly<Partial<Record<Power, Account>>>;

/** What a facilitator lets happen besides the scenario's own events: by the same mechanism, in the same phase (RULES 7). */
export interface InjectedEvent {
  readonly id: string;
  readonly effects: readonly EventEffect[];
}

/** `luck`: other than the game's own, since a facilitator wound it back for other luck. `end`: a facilitator ends the game here. */
export type Step =
  | {
      readonly type: 'turn';
      readonly sheets: Sheets;
      readonly agreed?: Agreed;
      readonly accounts?: Accounts;
      readonly injects?: readonly InjectedEvent[];
      readonly luck?: number;
    }
  | { readonly type: 'round'; readonly choices: Choices; readonly luck?: number }
  | { readonly type: 'end' };

/** An order or statement that could not be carried out: its money is back, and this is why. */
export interface Returned {
  readonly power: Power;
  readonly what: 'order' | 'statement' | 'abandon';
  /** Its place on that part of the sheet. */
  readonly index: number;
  readonly refusal: Refusal;
}

/** One step played: what it was, what it changed, what it came to. */
export interface Played {
  readonly step: Step;
  /** The turn it belongs to. */
  readonly turn: number;
  /** 0 for the turn itself, 1.. for crisis rounds. */
  readonly round: number;
  readonly effects: readonly Effect[];
  readonly returned: readonly Returned[];
  readonly state: State;
  readonly moment: Moment;
}

/** One point of the public time line: worked out once, since every view shows them all. */
export interface Moment {
  readonly turn: number;
  readonly round: number;
  readonly tension: number;
  /** The public gauge: smaller margin of each dyad, and the band of the two schools for the smallest. */
  readonly margins: Readonly<Record<string, number>>;
  readonly gauge: { readonly low: number; readonly mid: number; readonly high: number };
}

export interface Game {
  readonly board: Board;
  readonly setup: Setup;
  readonly start: State;
  readonly opening: Moment;
  readonly played: readonly Played[];
}

/** How much of the rule of emboldenment is in force, 0 to 1: a game may be made with or without it, for all to know. */
export function emboldenmentOf({ board, setup }: Pick<Game, 'board' | 'setup'>): number {
  return setup.emboldenment === undefined ? board.scenario.parameters.crisis.emboldenment : Number(setup.emboldenment);
}

/** The state as it stands. */
export function stateOf(game: Game): State {
  return game.played.at(-1)?.state ?? game.start;
}

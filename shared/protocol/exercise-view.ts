/** What an exercise shows: to its facilitators everything, to the projector what is public, to a participant his place. */

import type { Power, Theory } from '../scenario/names.ts';
import type { ScenarioText } from '../scenario/schema.ts';
import type { TimeFactor } from './clocks.ts';
import type { EXERCISE_SPEECH, HotWash } from './exercise.ts';
import type { Admission, Stage } from './lobby.ts';
import type { Portfolio } from './portfolio.ts';

/** Where somebody is in an exercise. `observer`: he watches a world and has a task there (text keys `task.*`). */
export type ExercisePlace =
  | { readonly role: 'delegate'; readonly world: string; readonly power: Power; readonly portfolios: readonly Portfolio[] }
  | { readonly role: 'observer'; readonly world: string; readonly task: ObserverTask };

export const OBSERVER_TASKS = ['words-and-deeds', 'turning-points', 'perceptions'] as const;
export type ObserverTask = (typeof OBSERVER_TASKS)[number];

/** Answer to a join: the place, the number of its world, and the way into that world's room. */
export interface ExerciseAdmission {
  readonly exercise: string;
  readonly title: string;
  readonly number: number;
  readonly place: ExercisePlace;
  readonly admission: Admission;
}

/** Answer to whoever may lead, or show the projector: a ticket into the exercise's room. */
export interface ConsoleAdmission {
  readonly exercise: string;
  readonly ticket: string;
  readonly scenario: string;
  /** Whether this person leads: his ticket opens the console; everybody else's the projector. */
  readonly leads: boolean;
}

/** Why a world needs its facilitator; the first named is the most urgent. */
export const NEEDS = ['broken', 'margin-negative', 'crisis', 'disconnected', 'not-ready', 'silent', 'waiting-words'] as const;
export type NeedKind = (typeof NEEDS)[number];
export interface Need {
  readonly why: NeedKind;
  readonly power: Power | null;
  /** Epoch ms since when; 0: no matter. */
  readonly sinceMs: number;
}

export interface WorldSeat {
  readonly power: Power;
  /** Participants in it, by id; none: a bot plays. */
  readonly people: readonly string[];
  readonly bot: string;
  /** Played without a device: the facilitator hands in what its people wrote. */
  readonly isOnPaper: boolean;
  /** A caretaker covers for people who are gone. */
  readonly isCovered: boolean;
  readonly isHere: boolean;
  readonly committed: boolean;
  /** By how much its people's time is longer. */
  readonly factor: TimeFactor;
  /** Orders and statements on the saved sheet; the facilitator sees that something is there. */
  readonly drafted: number;
}

/** Where a world stood at the end of a turn (0: at the start), by public figures. */
export interface CoursePoint {
  readonly turn: number;
  readonly tension: number;
  /** The smallest public margin. */
  readonly margin: number;
}

/** A turn that was played and then undone: it stays in the log, crossed out, and counts no more. */
export interface UndoneTurn {
  readonly turn: number;
  readonly playedMs: number;
  readonly undoneMs: number;
}

export interface WorldCard {
  readonly code: string;
  /** 1, 2, 3 ...: what people call it. */
  readonly number: number;
  readonly theory: Theory;
  readonly stage: Stage;
  readonly phase: string;
  readonly turn: number;
  readonly lastTurn: number;
  readonly round: number;
  /** How often it was wound back, and what was undone by it, in the order in which it was played. */
  readonly branch: number;
  readonly undone: readonly UndoneTurn[];
  readonly tension: number;
  /** The smallest public margin. */
  readonly margin: number;
  /** Epoch ms; 0: no clock runs. `pausedMs`: what is left on a clock that stands. */
  readonly deadlineMs: number;
  readonly pausedMs: number;
  readonly isFrozen: boolean;
  readonly ending: string;
  /** Of the turns that count: what was wound back is not in it. */
  readonly course: readonly CoursePoint[];
  readonly seats: readonly WorldSeat[];
  /** What came there from outside, for notes to hang on. */
  readonly bulletins: readonly (BulletinWords & Pick<Bulletin, 'id' | 'turn'>)[];
  /** The most urgent first. */
  readonly needs: readonly Need[];
}

export interface Participant {
  readonly id: string;
  readonly nickname: string;
  /** For the facilitator's eyes only; empty: not given. */
  readonly name: string;
  readonly place: ExercisePlace;
  readonly isHere: boolean;
  readonly isMuted: boolean;
  readonly hasPractised: boolean;
}

/** An inject of the scenario's list, and where it has been played. */
export interface MselLine {
  readonly id: string;
  readonly words: ScenarioText;
  readonly to: Power | 'all';
  readonly when: MselWhen;
  /** Worlds by code, and the turn in which it came there. */
  readonly fired: readonly { readonly world: string; readonly turn: number }[];
}
/** `turn`: at its opening; `tension`: once it is at or over; `hand`: when the facilitator says. */
export type MselWhen =
  | { readonly at: 'turn'; readonly turn: number }
  | { readonly at: 'tension'; readonly over: number }
  | { readonly at: 'hand' };

/** What is missing before turn 1; `override` starts all the same. */
export interface GateLack {
  readonly world: string;
  readonly what: 'seat-empty' | 'not-practised' | 'not-here';
  readonly power: Power;
  readonly people: readonly string[];
}

export interface Note {
  readonly world: string;
  readonly by: string;
  readonly role: 'facilitator' | 'observer';
  readonly atMs: number;
  readonly about: number;
  readonly words: string;
  /** In which they were typed; empty: not told. */
  readonly language: string;
  /** What came then that it is about; null: the turn as a whole. */
  readonly event: BulletinWords | null;
}

/** What facilitators did, for the record: text key `audit.NAME`, or `audit.NAME.HOW` where there was more than one way. */
export interface AuditLine {
  readonly atMs: number;
  readonly by: string;
  readonly name: string;
  readonly world: string;
  readonly detail: string;
  /** Switched `on` or `off`, with the `same` luck or `new`, to an `observer`'s place or the seat of a power; empty: no matter. */
  readonly how: string;
}

export interface WaitingWords {
  readonly world: string;
  readonly line: string;
  readonly from: Power;
  readonly to: Power | 'all';
  readonly words: string;
  readonly language: string;
}

export interface HotWashAnswer {
  readonly question: HotWash;
  readonly participant: string;
  readonly words: string;
  readonly language: string;
}

/** All that a facilitator sees besides the worlds' own screens; sent whole whenever something changed, at most four times a second. */
export interface ConsoleView {
  readonly code: string;
  readonly title: string;
  readonly scenario: string;
  readonly speech: (typeof EXERCISE_SPEECH)[number];
  readonly areNumbersShown: boolean;
  readonly nowMs: number;
  readonly keptUntilMs: number;
  /** Worlds that need help first. */
  readonly worlds: readonly WorldCard[];
  readonly people: readonly Participant[];
  readonly removed: readonly Pick<Participant, 'id' | 'nickname' | 'name'>[];
  readonly facilitators: readonly string[];
  readonly gate: readonly GateLack[];
  readonly msel: readonly MselLine[];
  readonly waiting: readonly WaitingWords[];
  readonly notes: readonly Note[];
  readonly audit: readonly AuditLine[];
  readonly hotWash: HotWash | null;
  readonly answers: readonly HotWashAnswer[];
}

/** What stands on the wall: the code, how many have come, and of each world what its public knows. */
export interface ProjectorView {
  readonly code: string;
  readonly title: string;
  readonly areNumbersShown: boolean;
  readonly come: number;
  readonly nowMs: number;
  readonly worlds: readonly Pick<
    WorldCard,
    'code' | 'number' | 'stage' | 'phase' | 'turn' | 'lastTurn' | 'tension' | 'margin' | 'deadlineMs' | 'pausedMs' | 'isFrozen'
  >[];
  readonly hotWash: HotWash | null;
}

/** What a bulletin says: in the language in which it was typed, or, where it is the scenario's, in all. */
export type BulletinWords = Pick<Bulletin, 'words' | 'language'>;

/** A word of the facilitator or an inject, as it reaches a seat; kept with the world, hidden again when its turn is undone. */
export interface Bulletin {
  readonly id: string;
  readonly to: Power | 'all';
  readonly turn: number;
  readonly atMs: number;
  /** `message`: from the facilitator; `inject`: news of the world. */
  readonly kind: 'message' | 'inject';
  readonly words: string | ScenarioText;
  readonly language: string;
}

/** What a participant sees of his exercise, beside his world; sent in the world's room. */
export interface ParticipantView {
  readonly exercise: string;
  readonly title: string;
  readonly number: number;
  readonly place: ExercisePlace;
  readonly isFrozen: boolean;
  readonly isMuted: boolean;
  readonly areNumbersShown: boolean;
  readonly hasPractised: boolean;
  readonly hotWash: HotWash | null;
  /** His own answers. */
  readonly answers: readonly HotWashAnswer[];
  readonly bulletins: readonly Bulletin[];
  /** Turns of his world that were undone. */
  readonly undone: readonly UndoneTurn[];
}

/** Messages of the exercise's room. */
export interface ExerciseMessages {
  readonly console: ConsoleView;
  readonly projector: ProjectorView;
}

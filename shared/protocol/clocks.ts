/** How a match's clock runs, how long it waits for whom, and what may be said in its channels: plain values, no validators. */

export interface ClockPreset {
  /** Seconds for orders; null waits for the locks. */
  readonly turnS: number | null;
  /** Seconds added from the second turn on and to a crisis' first round, in which the last turn is read. */
  readonly revealS: number;
  readonly crisisS: number;
  /** How often each player may stop the clock. */
  readonly pausesEach: number;
  /** Whether absence counts: who is gone is covered, and when all are gone the clock stops. */
  readonly isLive: boolean;
}

/** The presets of a clock (EXPERIENCE 1). By the day no crisis is live: sheets carry a standing instruction for it. */
export const CLOCKS = {
  untimed: { turnS: null, revealS: 30, crisisS: 45, pausesEach: 0, isLive: true },
  friends: { turnS: 90, revealS: 30, crisisS: 45, pausesEach: 2, isLive: true },
  lesson: { turnS: 210, revealS: 30, crisisS: 30, pausesEach: 0, isLive: true },
  'half-day': { turnS: 810, revealS: 30, crisisS: 45, pausesEach: 1, isLive: true },
  'by-the-day': { turnS: 86_400, revealS: 0, crisisS: 86_400, pausesEach: 0, isLive: false },
} as const satisfies Readonly<Record<string, ClockPreset>>;
export const CLOCK_NAMES = ['untimed', 'friends', 'lesson', 'half-day', 'by-the-day'] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

/** How long a player's pause lasts at most; he may end it sooner. */
export const PAUSE_MS = 120_000;
/** All ready: the phase ends after this grace, in which anyone may take his lock back. */
export const GRACE_MS = 5000;
/** Who is gone for so long is covered by a caretaker that escalates nothing, until he is back. */
export const COVER_AFTER_MS = 60_000;
/** What a clock has left at least after the server was away. */
export const LEAST_AFTER_OUTAGE_MS = 30_000;

/** By what a seat may have its time for orders and choices multiplied. The clock is one, so all have as much as whoever has most. */
export const TIME_FACTORS = [1, 1.5, 2] as const;
export type TimeFactor = (typeof TIME_FACTORS)[number];

/** What may pass in the channels: anything typed, or only phrases of a list. */
export const SPEECH_RULES = ['free', 'phrases'] as const;
export type SpeechRule = (typeof SPEECH_RULES)[number];

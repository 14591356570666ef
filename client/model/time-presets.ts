/** How an exercise's minutes are spent: presets whose sums fit a lesson, a double lesson, half a day, an evening (EXPERIENCE 1). */
import { CLOCKS, type ClockName } from '../../shared/protocol/clocks.ts';

export interface TimePreset {
  readonly id: 'lesson' | 'double-lesson' | 'half-day' | 'friends';
  readonly scenario: string;
  readonly turns: number;
  readonly clock: ClockName;
  /** Seconds for orders instead of the clock's own. */
  readonly turnSeconds?: number;
  /** Minutes of everything that is no turn. */
  readonly join: number;
  readonly practice: number;
  readonly debrief: number;
  readonly crisis: number;
  /** How long the occasion is. */
  readonly of: number;
}

export const TIME_PRESETS: readonly TimePreset[] = [
  {
    id: 'friends',
    scenario: 'best-offense-2016',
    turns: 8,
    clock: 'friends',
    join: 5,
    practice: 0,
    debrief: 5,
    crisis: 0,
    of: 30,
  },
  { id: 'lesson', scenario: 'lesson', turns: 6, clock: 'lesson', join: 5, practice: 3, debrief: 15, crisis: 1, of: 50 },
  {
    id: 'double-lesson',
    scenario: 'best-offense-2016',
    turns: 8,
    clock: 'lesson',
    turnSeconds: 330,
    join: 7,
    practice: 5,
    debrief: 30,
    crisis: 5,
    of: 100,
  },
  {
    id: 'half-day',
    scenario: 'best-offense-2016',
    turns: 8,
    clock: 'half-day',
    join: 10,
    practice: 8,
    debrief: 40,
    crisis: 5,
    of: 180,
  },
];

/** Minutes of a turn: for orders, and for reading the last one; 0: no clock runs. */
export function turnMinutes({ clock, turnSeconds }: Pick<TimePreset, 'clock' | 'turnSeconds'>): number {
  const { turnS, revealS } = CLOCKS[clock];
  const seconds = turnSeconds ?? turnS;
  return seconds === null ? 0 : (seconds + revealS) / 60;
}

/** All minutes that a preset takes with a scenario of so many turns. */
export function minutesOf(preset: TimePreset, turns: number): number {
  return preset.join + preset.practice + turns * turnMinutes(preset) + preset.debrief + preset.crisis;
}

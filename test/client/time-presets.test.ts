import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { minutesOf, TIME_PRESETS, turnMinutes } from '../../client/model/time-presets.ts';

/** As EXPERIENCE 1 has them: minutes a turn, minutes besides, minutes in all, of how many. */
const PUBLISHED = {
  friends: { turns: 8, turn: 2, besides: 10, sum: 26, of: 30 },
  lesson: { turns: 6, turn: 4, besides: 24, sum: 48, of: 50 },
  'double-lesson': { turns: 8, turn: 6, besides: 47, sum: 95, of: 100 },
  'half-day': { turns: 8, turn: 14, besides: 63, sum: 175, of: 180 },
} as const;

const turnsOf = (scenario: string): number =>
  JSON.parse(readFileSync(new URL(`../../assets/scenarios/${scenario}.json`, import.meta.url), 'utf8')).turns;

describe('the presets of an exercise', () => {
  it.each(TIME_PRESETS)('$id adds up to what is published, and fits', (preset) => {
    const { join, practice, debrief, crisis, turns, of } = preset;
    expect({
      turns,
      turn: turnMinutes(preset),
      besides: join + practice + debrief + crisis,
      sum: minutesOf(preset, turns),
      of,
    }).toEqual(PUBLISHED[preset.id]);
    expect(minutesOf(preset, turns)).toBeLessThanOrEqual(of);
  });

  it.each(TIME_PRESETS)('$id counts the turns that its scenario has', ({ scenario, turns }) => {
    expect(turnsOf(scenario)).toBe(turns);
  });

  it('a debrief takes about a third of a lesson, as after-action reviews ask for', () => {
    const lesson = TIME_PRESETS.find(({ id }) => id === 'lesson')!;
    expect(lesson.debrief / lesson.of).toBeGreaterThan(0.28);
  });
});

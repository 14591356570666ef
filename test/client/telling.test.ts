import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Headline } from '../../client/model/headlines.ts';
import { beatsOf, createTelling } from '../../client/model/telling.ts';

const headline = (line: number | null): Headline => ({
  type: 'news',
  weight: 1,
  line,
  key: 'headline.crisis',
  args: {},
  power: null,
});
const page = [headline(4), headline(null), headline(9), headline(2)];
const onMap = new Set([9, 4]);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the telling of a step', () => {
  it('begins with the paper, goes by the paper’s own order through what the map shows, ends with the numbers', () => {
    expect(beatsOf(page, onMap).map((beat) => (beat.type === 'headline' ? beat.line : beat.type))).toEqual([
      'paper',
      4,
      9,
      'numbers',
    ]);
  });

  it('takes about twenty seconds at most, however much there is to tell', () => {
    for (const count of [0, 1, 5, 9, 40]) {
      const headlines = Array.from({ length: count }, (_, line) => headline(line));
      const ms = beatsOf(headlines, new Set(headlines.keys())).reduce((sum, beat) => sum + beat.ms, 0);
      expect(ms).toBeLessThanOrEqual(20_000 + 1e-6);
      expect(ms).toBeGreaterThanOrEqual(9000);
    }
  });

  it('tells the map no line before its time, each line once told stays, and at the numbers all are told', () => {
    const telling = createTelling(beatsOf(page, onMap));
    telling.start();
    const seen: (readonly number[] | null)[] = [];
    for (let ms = 0; ms < 25_000; ms += 100) {
      const told = telling.told.value;
      const now = told === null ? null : [...told];
      if (JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now);
      vi.advanceTimersByTime(100);
    }
    expect(seen).toEqual([[], [4], [4, 9], null]);
    expect(telling.beat.value.type).toBe('over');
  });

  it('is cut short at any moment, and then stands still', () => {
    const telling = createTelling(beatsOf(page, onMap));
    telling.start();
    vi.advanceTimersByTime(6000);
    telling.finish();
    expect([telling.beat.value.type, telling.told.value]).toEqual(['over', null]);
    vi.advanceTimersByTime(60_000);
    expect(telling.beat.value.type).toBe('over');
    expect(vi.getTimerCount()).toBe(0);
  });
});

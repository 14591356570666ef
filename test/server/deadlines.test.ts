import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Deadlines } from '../../server/match/deadlines.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const KEYS = ['a', 'b', 'c', 'd', 'e'];
const change = fc.record({ key: fc.constantFrom(...KEYS), atMs: fc.option(fc.integer({ min: 1, max: 50 })) });

test('each key falls once, at its last deadline and in order, whatever was set before (a plain list as oracle)', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      vi.setSystemTime(0);
      const fallen: [string, number][] = [];
      const deadlines = new Deadlines((key) => fallen.push([key, Date.now()]), Date.now);
      const oracle = new Map<string, number>();
      for (const { key, atMs } of changes) {
        deadlines.set(key, atMs);
        if (atMs === null) oracle.delete(key);
        else oracle.set(key, atMs);
      }
      vi.advanceTimersByTime(100);
      deadlines.close();
      expect(fallen.map(([, at]) => at)).toEqual([...oracle.values()].sort((a, b) => a - b));
      expect(new Map(fallen)).toEqual(oracle);
    }),
  );
});

test('one timer serves any number of keys', () => {
  const deadlines = new Deadlines(() => undefined, Date.now);
  for (let i = 0; i < 500; i++) deadlines.set(`match ${i}`, 1000 + i);
  expect(vi.getTimerCount()).toBe(1);
  deadlines.close();
  expect(vi.getTimerCount()).toBe(0);
});

test('a deadline further off than a timer can wait falls at its time and not at once', () => {
  const fallen: string[] = [];
  const deadlines = new Deadlines((key) => fallen.push(key), Date.now);
  deadlines.set('far', 3_000_000_000);
  vi.advanceTimersByTime(2_999_999_999);
  expect(fallen).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(fallen).toEqual(['far']);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, type Finding, latencyOf, median, verdictOf } from '../../client/check/findings.ts';

const answered = (serverMs: number, askedMs: number, hadMs: number) => ({ serverMs, askedMs, hadMs });
const finding = (name: Finding['name'], verdict: Finding['verdict']): Finding => ({ name, verdict, ms: null });

describe('the findings of /check', () => {
  it('take the middle of several tries, as many above it as below', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
        const middle = median(values);
        expect(values.filter((v) => v < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((v) => v > middle).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  it('are not led astray by one slow answer', () => {
    const answers = [answered(1020, 1000, 1040), answered(2020, 2000, 2040), answered(7000, 3000, 9000)];
    expect(latencyOf(answers)).toEqual({ name: 'latency', verdict: 'works', ms: 40 });
  });

  it('know by how much the clocks differ, whatever the way there and back takes', () => {
    const ahead = [answered(61_050, 1000, 1100), answered(62_050, 2000, 2100), answered(63_150, 3000, 3300)];
    expect(clockOf(ahead)).toEqual({ name: 'clock', verdict: 'slow', ms: 60_000 });
  });

  it('let nobody play without requests or a socket, and only warn of the rest', () => {
    const all = [finding('http', 'works'), finding('websocket', 'works'), finding('storage', 'works')];
    expect(verdictOf(all)).toBe('works');
    expect(verdictOf([...all, finding('latency', 'slow')])).toBe('slow');
    expect(verdictOf([finding('http', 'works'), finding('websocket', 'fails')])).toBe('fails');
    expect(verdictOf([finding('http', 'fails'), finding('websocket', 'works')])).toBe('fails');
  });
});

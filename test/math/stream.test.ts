import { describe, expect, it } from 'vitest';
import { Stream } from '../../shared/math/stream.ts';

const at = (subject: string) => ({ seed: 'stream', luck: 0, turn: 1, round: 0, rule: 'test', subject, n: 0 });
const taken = (stream: Stream, count: number): number[] => Array.from({ length: count }, () => stream.word());

/** sfc32 again, in whole numbers without a sign, from the state that the first words give away. */
function slow(state: readonly bigint[], count: number): bigint[] {
  const word = (1n << 32n) - 1n;
  let [a, b, c, counter] = state as [bigint, bigint, bigint, bigint];
  return Array.from({ length: count }, () => {
    const sum = (a + b + counter) & word;
    counter = (counter + 1n) & word;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & word;
    c = ((((c << 21n) & word) | (c >> 11n)) + sum) & word;
    return sum;
  });
}

describe('a run of random numbers from an address', () => {
  it('is the same from the same address and another from any other', () => {
    expect(taken(new Stream(at('a')), 50)).toEqual(taken(new Stream(at('a')), 50));
    expect(taken(new Stream(at('a')), 50)).not.toEqual(taken(new Stream(at('b')), 50));
    expect(taken(new Stream(at('a')), 50)).not.toEqual(taken(new Stream({ ...at('a'), n: 1 }), 50));
  });

  it('is sfc32: a second hand in whole numbers of any size goes on to the same words', () => {
    const stream = new Stream(at('reference'));
    const inside = stream as unknown as Record<'a' | 'b' | 'c' | 'counter', number>;
    const state = [inside.a, inside.b, inside.c, inside.counter].map((part) => BigInt(part >>> 0));
    expect(taken(stream, 1000).map(BigInt)).toEqual(slow(state, 1000));
  });

  it('is even: chi-square over 256 cells of 100,000 draws, of each of the four bytes', () => {
    const words = taken(new Stream(at('even')), 100_000);
    for (const shift of [0, 8, 16, 24]) {
      const cells = new Array<number>(256).fill(0);
      for (const word of words) cells[(word >>> shift) & 255]! += 1;
      const expected = words.length / 256;
      const chi = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // 255 degrees of freedom: 99.99 % lie below 346.
      expect(chi).toBeLessThan(346);
    }
  });

  it('succeeds as often as it should', () => {
    const stream = new Stream(at('hits'));
    expect(stream.hits(1000, 0)).toBe(0);
    expect(stream.hits(1000, 1)).toBe(1000);
    expect(Math.abs(stream.hits(100_000, 0.56) / 100_000 - 0.56)).toBeLessThan(4 * Math.sqrt((0.56 * 0.44) / 100_000));
  });
});

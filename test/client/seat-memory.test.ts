import { beforeEach, describe, expect, it } from 'vitest';
import { forget, letGo, recall, remember, seatIn } from '../../client/net/seat-memory.ts';

/** A browser's storage as the standard has it: strings by key. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    length: 0,
  };
}

const seat = (code: string, seatKey: string | null = `key of ${code}`) => ({ code, seatKey, scenario: 'quick' });

describe('the way back to a seat', () => {
  beforeEach(() => {
    Object.assign(globalThis, { sessionStorage: storage(), localStorage: storage() });
  });

  it("is the tab's for as long as it lives, and the browser's after that", () => {
    remember(seat('AAAAAA'));
    expect(recall()).toEqual(seat('AAAAAA'));
    forget();
    expect(recall()).toBeNull();
    expect(seatIn('AAAAAA')).toEqual(seat('AAAAAA'));
  });

  it('is not kept for who only watches, and is let go when the server knows it no more', () => {
    remember(seat('BBBBBB', null));
    expect(seatIn('BBBBBB')).toBeNull();
    remember(seat('CCCCCC'));
    letGo('CCCCCC');
    expect(seatIn('CCCCCC')).toBeNull();
  });

  it('is kept for the last twelve games, each once', () => {
    for (let i = 0; i < 20; i++) remember(seat(`GAME${i % 15}`));
    const kept = Array.from({ length: 15 }, (_, i) => seatIn(`GAME${i}`)).filter((one) => one !== null);
    expect(kept).toHaveLength(12);
    expect(seatIn('GAME4')).toEqual(seat('GAME4'));
  });

  it('is simply not there where storage is closed or holds something else', () => {
    const closed = {
      getItem: () => {
        throw new Error('closed');
      },
      setItem: () => {
        throw new Error('closed');
      },
    };
    Object.assign(globalThis, { sessionStorage: closed, localStorage: closed });
    expect(() => remember(seat('DDDDDD'))).not.toThrow();
    expect(recall()).toBeNull();
    expect(seatIn('DDDDDD')).toBeNull();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { forget, letGo, linesRead, noteLinesRead, recall, recent, remember } from '../../client/net/seat-memory.ts';

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

const match = (code: string) => ({ code, scenario: 'quick' });

describe('the way back to a seat', () => {
  beforeEach(() => {
    Object.assign(globalThis, { sessionStorage: storage(), localStorage: storage() });
  });

  it("is the tab's for as long as it lives, and the browser's after that", () => {
    remember(match('AAAAAA'), true);
    expect(recall()).toEqual(match('AAAAAA'));
    forget();
    expect(recall()).toBeNull();
    expect(recent()).toEqual([match('AAAAAA')]);
  });

  it('is not kept for who only watches, and is let go when the server knows it no more', () => {
    remember(match('BBBBBB'), false);
    expect(recall()).toEqual(match('BBBBBB'));
    expect(recent()).toEqual([]);
    remember(match('CCCCCC'), true);
    letGo('CCCCCC');
    expect(recent()).toEqual([]);
  });

  it('brings along what was read there, of this game and of no other', () => {
    noteLinesRead('AAAAAA', 7);
    expect([linesRead('AAAAAA'), linesRead('BBBBBB')]).toEqual([7, 0]);
    noteLinesRead('BBBBBB', 2);
    expect([linesRead('AAAAAA'), linesRead('BBBBBB')]).toEqual([0, 2]);
  });

  it('is kept for the last twelve games, each once, the last one first', () => {
    for (let i = 0; i < 20; i++) remember(match(`GAME${i % 15}`), true);
    const codes = recent().map(({ code }) => code);
    expect(codes).toHaveLength(12);
    expect(new Set(codes).size).toBe(12);
    expect(codes[0]).toBe('GAME4');
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
    expect(() => remember(match('DDDDDD'), true)).not.toThrow();
    expect(recall()).toBeNull();
    expect(recent()).toEqual([]);
  });
});

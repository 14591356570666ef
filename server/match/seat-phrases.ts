/**
 * Three words that move somebody's place in a seat to another device. 2048 words of the BIP-39 list, which are told apart by their first four
 * letters: 33 bits, good for ten minutes and once, and an address that guesses is shut out after sixty wrong tries.
 */
import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { LIMITS } from '../../shared/limits.ts';

const WORDS = 3;
const LIFETIME_MS = 600_000;
const MOST_PHRASES = 3 * LIMITS.rooms;

interface Phrase {
  readonly words: string;
  readonly untilMs: number;
}

export class SeatPhrases {
  readonly #nowMs: () => number;
  /** One per person in a match: a new one makes the old one worthless. In order of making. */
  readonly #open = new Map<string, Phrase>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  make(code: string, person: string): string {
    const words = Array.from({ length: WORDS }, () => wordlist[randomInt(wordlist.length)]).join(' ');
    const place = placeKey(code, person);
    this.#open.delete(place);
    const oldest = this.#open.keys().next();
    if (this.#open.size >= MOST_PHRASES && !oldest.done) this.#open.delete(oldest.value);
    this.#open.set(place, { words, untilMs: this.#nowMs() + LIFETIME_MS });
    return words;
  }

  /** Whether these are this person's words, however they are spaced and cased; they serve once. */
  redeem(code: string, person: string, typed: string): boolean {
    const place = placeKey(code, person);
    const phrase = this.#open.get(place);
    const isRight =
      phrase?.words ===
        typed
          .trim()
          .toLowerCase()
          .split(/[\s,.-]+/)
          .join(' ') && phrase.untilMs > this.#nowMs();
    if (isRight) this.#open.delete(place);
    return isRight;
  }
}

const placeKey = (code: string, person: string): string => `${code} ${person}`;

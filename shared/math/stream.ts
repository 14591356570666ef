/** A run of random numbers from one address: for samples of thousands of draws, where an address each would cost too much. */
import { type DrawAddress, draw } from './draw.ts';

const WORD = 0x100000000;
/** Rounds after seeding until every bit of the seed has reached every bit of the state. */
const WARM_UP = 12;

/** The small fast counting generator of Chris Doty-Humphrey (PractRand's sfc32, public domain): 128 bits of state. */
export class Stream {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;

  /** Begins at an address; its `n` and the next one's draw are used up. */
  constructor(address: DrawAddress) {
    const [one, other] = [draw(address), draw({ ...address, n: address.n + 1 })];
    this.a = Math.floor(one * WORD) | 0;
    this.b = Math.floor(other * WORD) | 0;
    this.c = Math.floor(((one * WORD) % 1) * WORD) | 0;
    for (let i = 0; i < WARM_UP; i++) this.word();
  }

  /** 32 random bits, from 0 to 4,294,967,295. */
  word(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11) | 0) + sum) | 0;
    return sum >>> 0;
  }

  /** In [0, 1). */
  share(): number {
    return this.word() / WORD;
  }

  /** How many of so many independent trials succeed. */
  hits(trials: number, probability: number): number {
    const limit = probability * WORD;
    let count = 0;
    for (let i = 0; i < trials; i++) if (this.word() < limit) count += 1;
    return count;
  }
}

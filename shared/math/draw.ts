/**
 * Addressed randomness: every draw is a function of where it is needed, not of how many draws came before. Changing one
 * order therefore changes only what that order causes, which is what makes "what if?" honest (RULES 1, law 3).
 */

/** The address of one draw. Two draws with the same address are the same number. */
export interface DrawAddress {
  readonly seed: string;
  /** Changed by a facilitator who rewinds with new luck; 0 otherwise. */
  readonly luck: number;
  readonly turn: number;
  readonly round: number;
  readonly rule: string;
  readonly subject: string;
  readonly n: number;
}

/** A number in [0, 1) with 53 random bits, uniform over addresses. */
export function draw(a: DrawAddress): number {
  const text = `${a.seed}|${a.luck}|${a.turn}|${a.round}|${a.rule}|${a.subject}|${a.n}`;
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ code, 0x9e3779b1);
    h2 = Math.imul(h2 ^ code, 0x5f356495);
  }
  h1 = finish(h1 ^ rotate(h2, 13));
  h2 = finish(h2 ^ rotate(h1, 7));
  return ((h1 >>> 5) * 0x4000000 + (h2 >>> 6)) / 0x20000000000000;
}

const rotate = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

/** The 32-bit finaliser of MurmurHash3: every input bit reaches every output bit. */
function finish(x: number): number {
  let h = x ^ (x >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** How near the threshold a margin is, in words for those who are shown no numbers. */
export const NEARNESS = ['crossed', 'near', 'strained', 'far'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** Under these a margin is in its band (p): most games begin in the last. */
const [NEAR, STRAINED] = [0.15, 0.35];

export function nearnessOf(margin: number): Nearness {
  if (margin < 0) return 'crossed';
  if (margin < NEAR) return 'near';
  return margin < STRAINED ? 'strained' : 'far';
}

/** Tension in words, by thirds of its scale. */
export const tenseness = (tension: number): 'calm' | 'uneasy' | 'tense' =>
  tension < 34 ? 'calm' : tension < 67 ? 'uneasy' : 'tense';

/** A share in words, by thirds: of fear, say, or of what all come to together. */
export const thirdOf = (share: number): 'low' | 'middle' | 'high' => (share < 1 / 3 ? 'low' : share < 2 / 3 ? 'middle' : 'high');

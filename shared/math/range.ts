/** Numbers held to a range. Apart from real.ts, so that whoever only holds a number fetches no library of functions. */

export function clamp(x: number, low: number, high: number): number {
  return Math.min(Math.max(x, low), high);
}

/** The straight line through (zeroAt, 0) and (oneAt, 1), held to [0, 1]; zeroAt may lie above oneAt. */
export function slope(x: number, zeroAt: number, oneAt: number): number {
  return clamp((x - zeroAt) / (oneAt - zeroAt), 0, 1);
}

/** Our own mistakes stop the program with a sentence; a player's mistake is a Refusal, never an assertion. */
export function assert(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new Error(`This should hold and does not: ${claim}`);
}

/** The member of a record that must be there. */
export function must<T>(value: T | undefined | null, claim: string): T {
  assert(value !== undefined && value !== null, claim);
  return value;
}

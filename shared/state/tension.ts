/** A raw change of tension: rules hand these in all through a turn; crisis/tension.ts damps and sums them once. */
import type { Because, Contribution } from './ledger.ts';

export function tensionBy(rule: string, add: number, why: Because): Contribution {
  return { rule, subject: 'world', variable: 'tension', add, because: why };
}

export const isTension = (c: Contribution): boolean => c.subject === 'world' && c.variable === 'tension';

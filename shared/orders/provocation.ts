/** Provocation: what a power does that others take as aimed at them weighs in crises and excuses firm answers (RULES 8). */
import { othersOf, type Power, pairId } from '../scenario/names.ts';
import type { Because, Contribution } from '../state/ledger.ts';
import type { Scene } from './order.ts';

export function provoke(
  { board, power }: Scene,
  act: 'build' | 'coerce' | 'posture',
  why: Because,
  whom: readonly Power[] = othersOf(power),
): readonly Contribution[] {
  const add = board.scenario.parameters.provocation[act];
  return whom.map((other) => ({
    rule: 'provocation',
    subject: `pairs/${pairId(power, other)}`,
    variable: 'provocation',
    add,
    because: why,
  }));
}

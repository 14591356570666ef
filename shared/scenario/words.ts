/** What words may be about in a scenario, and which promises can be put to the test with its kinds of orders. */
import type { Undertaking } from '../orders/sheet.ts';
import type { OrderKind } from './names.ts';
import type { Scenario } from './schema.ts';

type Condition = Undertaking['condition'];

export const ABSTRACT_SUBJECTS: readonly string[] = ['arms', 'exercise', 'posture', 'treaty'];

/** Everything that a statement may be about. */
export function subjectsOf({ batteries, thirds, hosts }: Pick<Scenario, 'batteries' | 'thirds' | 'hosts'>): readonly string[] {
  return [...[...batteries, ...thirds, ...hosts].map(({ id }) => id), ...ABSTRACT_SUBJECTS];
}

/** What a commitment is about: words about one thing cannot bind another. */
export function subjectOfCondition(c: Condition): string {
  switch (c.type) {
    case 'battery-active':
    case 'inventory-over':
      return c.battery;
    case 'third-test':
      return c.third;
    case 'posture-generated':
      return 'posture';
    case 'exercise-held':
      return 'exercise';
    case 'treaty-left':
      return 'treaty';
  }
}

/** Orders without any of which a condition could never be met in this scenario. */
const CONDITION_NEEDS: Readonly<Partial<Record<Condition['type'], readonly OrderKind[]>>> = {
  'posture-generated': ['posture'],
  'exercise-held': ['exercise', 'joint-exercise', 'climb'],
  'treaty-left': ['treaty'],
};

/** Whether a kind of condition can come true in this scenario: nobody should promise what cannot be tested. */
export function conditionInPlay({ orderKinds }: Pick<Scenario, 'orderKinds'>, type: Condition['type']): boolean {
  const needed = CONDITION_NEEDS[type];
  return needed === undefined || needed.some((kind) => orderKinds.includes(kind));
}

/** What a free inject may move: the numbers of a scenario that a facilitator would name, as subject and variable. */
import { movableOf } from '../../shared/scenario/movable.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';

export interface InjectSubject {
  readonly subject: string;
  readonly variable: string;
}

export function injectSubjects(scenario: Scenario): readonly InjectSubject[] {
  return [...movableOf(scenario)].flatMap(([subject, variables]) => variables.map((variable) => ({ subject, variable })));
}

/** What a free inject may move: the numbers of a scenario that a facilitator would name, as subject and variable. */
import { POWERS } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';

export interface InjectSubject {
  readonly subject: string;
  readonly variable: string;
}

export function injectSubjects(scenario: Scenario): readonly InjectSubject[] {
  return [
    { subject: 'world', variable: 'tension' },
    ...POWERS.flatMap((power) =>
      ['approval', 'credibility', 'influence', 'money'].map((variable) => ({ subject: `powers/${power}`, variable })),
    ),
    ...scenario.thirds.map(({ id }) => ({ subject: `thirds/${id}`, variable: 'restraint' })),
    ...scenario.hosts.map(({ id }) => ({ subject: `hosts/${id}`, variable: 'consent' })),
    ...scenario.proxies.map(({ id }) => ({ subject: `proxies/${id}`, variable: 'heat' })),
  ];
}

/** The scenario's own name of a subject: a third state, a host, a war of others. */
export const subjectNamed = (scenario: Scenario, subject: string) => {
  const [, id = ''] = subject.split('/');
  return [...scenario.thirds, ...scenario.hosts, ...scenario.proxies].find((one) => one.id === id)?.name ?? null;
};

/** What outside events and injects may move: the variables of each subject that a scenario has. */
import { PAIRS, POWERS, pairId } from './names.ts';
import type { EventEffect, Scenario } from './schema.ts';

const OF_POWER = ['approval', 'credibility', 'influence', 'money', 'tradeLost'];

/** By subject, as effects name it. */
export function movableOf(s: Pick<Scenario, 'hosts' | 'thirds'>): ReadonlyMap<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    ['world', ['tension']],
    ...POWERS.map((power) => [`powers/${power}`, OF_POWER] as const),
    ...PAIRS.map(([from, to]) => [`pairs/${pairId(from, to)}`, ['trust', 'provocation']] as const),
    ...s.hosts.map(({ id }) => [`hosts/${id}`, ['consent']] as const),
    ...s.thirds.map(({ id }) => [`thirds/${id}`, ['stage', 'restraint']] as const),
    ...s.thirds.flatMap(({ id }) => POWERS.map((power) => [`leverage/${power}>${id}`, ['value']] as const)),
  ]);
}

/** The first effect that moves what cannot be moved here; undefined: there is none. */
export function immovable(s: Pick<Scenario, 'hosts' | 'thirds'>, effects: readonly EventEffect[]): EventEffect | undefined {
  const movable = movableOf(s);
  return effects.find(({ subject, variable }) => !movable.get(subject)?.includes(variable));
}

/** The treaties in force between powers, and their clauses: what belief, politics and a crisis ask of them alike. */
import { type Power, pairId } from '../scenario/names.ts';
import { memory } from './memory.ts';
import { sorted } from './read.ts';
import type { Clause, State, Treaty } from './state.ts';

/** What a treaty gives, it gives while it is in force, notice or not. */
export const WORKING: readonly Treaty['status'][] = ['in-force', 'noticed'];

/** The treaties in force between two powers, with their ids. */
export function treatiesBetween({ treaties }: State, [one, other]: readonly [Power, Power]): Treaties {
  return betweenOnce(treaties, treaties, pairId(one, other), () =>
    sorted(treaties).filter(([, t]) => WORKING.includes(t.status) && t.parties.includes(one) && t.parties.includes(other)),
  );
}
type Treaties = readonly (readonly [string, Treaty])[];
/** Every fear and every margin asks, and treaties are few and seldom change. */
const betweenOnce = memory<Treaties>();

/** Clauses of a kind in force between two powers. */
export function clausesBetween<T extends Clause['type']>(
  state: State,
  [one, other]: readonly [Power, Power],
  type: T,
): readonly Extract<Clause, { type: T }>[] {
  const treaties = treatiesBetween(state, [one, other]);
  // Mostly there is none, and then nothing need be gathered.
  if (treaties.length === 0) return [];
  return treaties.flatMap(([, t]) => t.clauses.filter((clause): clause is Extract<Clause, { type: T }> => clause.type === type));
}

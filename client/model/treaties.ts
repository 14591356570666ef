/** Treaties on the desk: clauses to be chosen from, the list of those that were made. */
import type { Board } from '../../shared/capability/board.ts';
import { presentAt } from '../../shared/politics/commitment.ts';
import { CLAUSE_TYPES, type ClauseType, type Power } from '../../shared/scenario/names.ts';
import type { Clause, State, Treaty } from '../../shared/state/state.ts';

/** What the parties have between them that a clause could be about. */
export interface Ground {
  readonly board: Board;
  readonly state: State;
  readonly parties: readonly Power[];
}

/** Batteries of the parties that stand, are being built or could be. */
export function batteriesOf({ board, parties }: Ground): readonly string[] {
  return board.scenario.batteries.filter((plan) => parties.includes(plan.owner)).map((plan) => plan.id);
}

/** Sites that a party could hold at risk with forward missiles. */
export function sitesInReach({ board, parties }: Ground): readonly string[] {
  return board.scenario.batteries
    .filter((plan) => plan.inReachOf.some((power) => parties.includes(power)))
    .map((plan) => plan.id);
}

/** Parties that could put missiles within reach of a site. */
export function inReachOf({ board, parties }: Ground, battery: string): readonly Power[] {
  return (board.plans[battery]?.inReachOf ?? []).filter((power) => parties.includes(power));
}

/** A clause of a type as it is first put down: a cap at what stands and is being built. */
export function freshClause(ground: Ground, type: ClauseType): Clause | null {
  const [first] = batteriesOf(ground);
  switch (type) {
    case 'cap': {
      const battery = batteriesOf(ground).find((id) => presentAt(ground.state, id) > 0) ?? first;
      return battery === undefined ? null : { type, battery, count: presentAt(ground.state, battery) };
    }
    case 'no-battery': {
      const battery = batteriesOf(ground).find((id) => presentAt(ground.state, id) === 0) ?? first;
      return battery === undefined ? null : { type, battery };
    }
    case 'no-forward': {
      const [battery] = sitesInReach(ground);
      const power = battery === undefined ? undefined : inReachOf(ground, battery)[0];
      return battery === undefined || power === undefined ? null : { type, power, battery };
    }
    default:
      return { type };
  }
}

/** Types that could be added to these clauses: those without particulars once. */
export function typesLeft(ground: Ground, clauses: readonly Clause[]): readonly ClauseType[] {
  return CLAUSE_TYPES.filter(
    (type) =>
      freshClause(ground, type) !== null &&
      (['cap', 'no-battery', 'no-forward'].includes(type) || !clauses.some((clause) => clause.type === type)),
  );
}

/** All treaties that were made, those that bind first, the newest of each first. */
export function treatiesOf(state: State): readonly (Treaty & { readonly id: string; readonly binds: boolean })[] {
  return Object.entries(state.treaties)
    .map(([id, treaty]) => ({ ...treaty, id, binds: treaty.status !== 'ended' && treaty.status !== 'broken' }))
    .sort((a, b) => Number(b.binds) - Number(a.binds) || b.made - a.made);
}

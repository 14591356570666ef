/** Where a request falls: what is looked at to judge it. */
import type { Portfolio } from '../../shared/protocol/portfolio.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import type { MatchPlan } from './plan.ts';
import type { Table } from './table.ts';

/** The match as it stands, who asks and where he sits, and when. */
export interface Case {
  readonly plan: MatchPlan;
  readonly state: State;
  readonly table: Table;
  readonly person: string;
  /** What he calls himself. */
  readonly nickname: string;
  readonly power: Power | null;
  /** His portfolios, with the head of state's while he stands in for him. */
  readonly rights: readonly Portfolio[];
  /** Whether whoever made the match has been gone for long: then anyone seated may begin. */
  readonly isHostGone: boolean;
  /** Made by the server, for entries that need a name. */
  readonly newId: string;
  readonly nowMs: number;
}

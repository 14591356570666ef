/**
 * Inspection (RULES 7): while the clause binds two powers, the inspectors of each find at the end of a turn what the other
 * has under way. What they have found they know for good, also when the treaty is over.
 */
import type { Board } from '../capability/board.ts';
import { othersOf, type Power } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { sorted, workIsSeen } from '../state/read.ts';
import type { State, Work } from '../state/state.ts';
import { clausesBetween } from '../state/treaties.ts';
import { hostOfBattery } from './host.ts';

/** Phase 10: each work that only its owner knows of comes to be known by those who may inspect him. */
export function inspectorsFind(board: Board, state: State): readonly Contribution[] {
  return sorted(state.works).flatMap(([id, work]): readonly Contribution[] => {
    if (workIsSeen(work, hostOfBattery(board, work.battery) !== undefined, state.world.turn)) return [];
    const finders = findersOf(state, work);
    if (finders.length === 0) return [];
    const seenBy = [...(work.seenBy ?? []), ...finders];
    return [
      {
        rule: 'inspection',
        subject: `works/${id}`,
        variable: 'seenBy',
        set: seenBy,
        because: because('why.treaty.inspected', { power: work.owner, powers: finders.join('+') }, [work.owner, ...seenBy]),
      },
    ];
  });
}

/** Who may inspect the owner of a work and has not found it before. */
const findersOf = (state: State, { owner, seenBy = [] }: Work): readonly Power[] =>
  othersOf(owner).filter((power) => !seenBy.includes(power) && clausesBetween(state, [owner, power], 'inspection').length > 0);

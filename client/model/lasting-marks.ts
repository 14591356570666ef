/** What lasts and is no site of its own, as marks on the map: missiles put forward, sites that are inspected. */
import type { Board } from '../../shared/capability/board.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { othersOf } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { clausesBetween } from '../../shared/state/treaties.ts';
import type { MapEvent } from '../map/picture.ts';
import { sideOf } from './side.ts';
import { forwardMissiles } from './threats.ts';

export function lastingMarks(board: Board, state: State): readonly MapEvent[] {
  return [...forwardMarks(board, state), ...inspectionMarks(board, state)];
}

/** Those to whom a treaty in force opens the sites of this owner. */
export const inspectorsOf = (state: State, owner: Power): readonly Power[] =>
  othersOf(owner).filter((other) => clausesBetween(state, [owner, other], 'inspection').length > 0);

function forwardMarks(board: Board, state: State): readonly MapEvent[] {
  return forwardMissiles(board, state).flatMap(({ battery, power }) => mark(board, battery, { kind: 'forward', side: power }));
}

/** In the owner's colour: he has opened his site. */
function inspectionMarks(board: Board, state: State): readonly MapEvent[] {
  return Object.entries(state.batteries)
    .filter(([, { owner, status }]) => status === 'active' && inspectorsOf(state, owner).length > 0)
    .flatMap(([battery, { owner }]) => mark(board, battery, { kind: 'inspection', side: sideOf({ owner }) }));
}

function mark(board: Board, battery: string, what: Pick<MapEvent, 'kind' | 'side'>): readonly MapEvent[] {
  const site = board.sites[board.plans[battery]?.site ?? ''];
  return site ? [{ id: `${what.kind}-${what.side}-${battery}`, lat: site.lat, lon: site.lon, ...what }] : [];
}

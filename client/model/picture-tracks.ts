/** The corridors that the map draws: those of a place, or of a battery with what an order would add to its owner's cover. */
import type { Board } from '../../shared/capability/board.ts';
import type { State } from '../../shared/state/state.ts';
import type { MapTrack } from '../map/picture.ts';
import { metBy, standingBatteries } from './coverage-gain.ts';
import { sideOf } from './side.ts';

/** More than these and a reader sees a net, not tracks. */
const MOST_ORIGINS = 4;
const MOST_UNREACHED = 4;

export interface TracksOf {
  readonly board: Board;
  readonly state: State;
  readonly selected: string | null;
  /** The battery that is shown; null: the corridors of the place alone. */
  readonly battery: string | null;
  /** An order about the battery is being weighed. */
  readonly isWeighed: boolean;
}

/** With a battery: a few corridors from each attacker that it can meet, apart what only it would meet, and some it cannot. */
export function tracksOf({ board, state, selected, battery, isWeighed }: TracksOf): readonly MapTrack[] {
  if (battery === null) return drawn(board, atSite(board, selected), 'corridor');
  const met = metBy(board, state, [battery]);
  const { owner } = board.plans[battery] ?? { owner: '' };
  const already = isWeighed ? metBy(board, state, standingBatteries(board, state, owner)) : met;
  const { corridors } = board.coverage;
  // Third states' corridors lead to allies too, for whom the battery's owner answers.
  const groups = new Set(Object.keys(board.coverage.shares[battery] ?? {}));
  const missed = corridors.filter((c) => !met.has(c.id) && groups.has(c.group));
  return [
    ...drawn(board, heaviest(missed, MOST_UNREACHED), 'corridor'),
    ...drawn(board, perGroup(corridors.filter((c) => met.has(c.id) && already.has(c.id))), 'engageable'),
    ...drawn(board, perGroup(corridors.filter((c) => met.has(c.id) && !already.has(c.id))), 'gained'),
  ];
}

type Corridors = Board['coverage']['corridors'];

/** From a launch site one track to each defender; to a city the heaviest of each attacker. */
function atSite(board: Board, selected: string | null): Corridors {
  const from = board.coverage.corridors.filter((c) => c.from === selected);
  const groups = [...new Set(from.map((c) => c.group))];
  const out = groups.flatMap((group) => from.filter((c) => c.group === group).slice(0, 2));
  return [...out, ...perGroup(board.coverage.corridors.filter((c) => c.to === selected))];
}

function perGroup(corridors: Corridors): Corridors {
  const groups = [...new Set(corridors.map((c) => c.group))];
  return groups.flatMap((group) =>
    heaviest(
      corridors.filter((c) => c.group === group),
      MOST_ORIGINS,
    ),
  );
}

/** One corridor from each origin, the most heavily armed origins first. */
function heaviest(corridors: Corridors, most: number): Corridors {
  const byOrigin = new Map<string, Corridors[number]>();
  for (const corridor of corridors) if (!byOrigin.has(corridor.from)) byOrigin.set(corridor.from, corridor);
  return [...byOrigin.values()].sort((a, b) => b.weight - a.weight).slice(0, most);
}

function drawn(board: Board, corridors: Corridors, style: 'corridor' | 'engageable' | 'gained'): readonly MapTrack[] {
  return corridors.flatMap(({ id, from, to }) => {
    const [start, end] = [board.sites[from], board.sites[to]];
    return start && end ? [{ id, from: start, to: end, side: sideOf(start), style }] : [];
  });
}

/** What a match is given by whoever runs it: where its log goes, what time it is, who thinks for it. */
import type { Game } from '../../shared/game/game.ts';
import type { Journal } from './entry.ts';
import type { Thinker } from './forethought.ts';
import type { Table } from './table.ts';

/** What a re-made match goes on from. */
export interface Resumed {
  readonly game: Game;
  readonly table: Table;
}

export interface Surroundings {
  readonly journal: Journal;
  readonly nowMs: () => number;
  /** Hears how long a step took. */
  readonly noteStep?: (ms: number) => void;
  /** Thinks for strategists beside the match; without one they move by their page. */
  readonly thinker?: Thinker;
}

/** Where games are played: a scenario from the shelf, and the same with one number changed, each made once. */
import { must } from '../../shared/assert.ts';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';
import type { Boards } from './retell.ts';
import { withNumber } from './sweep.ts';
import type { Terms } from './terms.ts';

export function boardsFor({ scenario: id, theory }: Pick<Terms, 'scenario' | 'theory'>): Boards {
  const shelved = must(readShelf(SCENARIO_FOLDER).get(id), id);
  const made = new Map<string, Board>();
  const changed: Boards['changed'] = ({ path, value }) => {
    const key = `${path}=${value}`;
    const board = made.get(key) ?? makeBoard(withNumber(shelved.scenario, path, value));
    made.set(key, board);
    return board;
  };
  return { board: shelved.board(), theory, changed };
}

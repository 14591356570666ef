/** The board of the scenario that a model's command line names. */
import type { Board } from '../../../shared/capability/board.ts';
import { readShelf, SCENARIO_FOLDER } from '../../match/scenarios.ts';
import { BadInput, type Options } from './options.ts';

export function boardAsked(options: Options): Board {
  const shelf = readShelf(SCENARIO_FOLDER);
  if (!options.has('scenario')) throw new BadInput(`--scenario must be given: one of ${[...shelf.keys()].join(', ')}.`);
  const id = options.oneOf('scenario', [...shelf.keys()]);
  const board = shelf.get(id)?.board();
  if (!board) throw new BadInput(`There is no scenario "${id}".`);
  return board;
}

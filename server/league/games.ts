/** Plays a batch of games in a worker of its own, one after another, and tells each as it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert, must } from '../../shared/assert.ts';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import type { Theory } from '../../shared/scenario/names.ts';
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';
import { type Play, toldOf } from './retell.ts';
import { withNumber } from './sweep.ts';

export interface Batch {
  readonly scenario: string;
  readonly theory: Theory;
  readonly games: readonly Play[];
}

assert(parentPort, 'the file runs as a worker');
const { scenario: id, theory, games } = workerData as Batch;
const shelved = must(readShelf(SCENARIO_FOLDER).get(id), id);
const boards = new Map<string, Board>();
const changed = ({ path, value }: { readonly path: string; readonly value: number }): Board => {
  const key = `${path}=${value}`;
  const board = boards.get(key) ?? makeBoard(withNumber(shelved.scenario, path, value));
  boards.set(key, board);
  return board;
};
for (const play of games) parentPort.postMessage(toldOf({ board: shelved.board(), theory, changed }, play));

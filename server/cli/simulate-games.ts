/** Plays a batch of games in a worker of its own, one after another, and tells each as it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert, must } from '../../shared/assert.ts';
import { type BotSeats, playOut } from '../../shared/bots/moves.ts';
import { type Tale, taleOf } from '../../shared/game/tale.ts';
import type { Theory } from '../../shared/scenario/names.ts';
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';

export interface Batch {
  readonly scenario: string;
  readonly theory: Theory;
  readonly games: readonly { readonly seed: string; readonly seats: BotSeats }[];
}

export interface Told {
  readonly seed: string;
  readonly tale: Tale;
}

assert(parentPort, 'the file runs as a worker');
const { scenario, theory, games } = workerData as Batch;
const board = must(readShelf(SCENARIO_FOLDER).get(scenario), scenario).board();
for (const { seed, seats } of games) {
  const told: Told = { seed, tale: taleOf(playOut(board, { seed, luck: 0, theory }, seats)) };
  parentPort.postMessage(told);
}

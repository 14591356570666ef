/** Plays a batch of games in a worker of its own, one after another, and tells each as it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert, must } from '../../shared/assert.ts';
import { type BotSeats, type Editing, playOut } from '../../shared/bots/moves.ts';
import { type Tale, taleOf } from '../../shared/game/tale.ts';
import type { Theory } from '../../shared/scenario/names.ts';
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';
import { type Hushed, hushing } from './simulate-words.ts';

export interface Batch {
  readonly scenario: string;
  readonly theory: Theory;
  readonly games: readonly Play[];
}

export interface Play {
  readonly seed: string;
  readonly seats: BotSeats;
  /** Each of these once more, from the same seed. */
  readonly again: readonly Hushed[];
}

export interface Told {
  readonly seed: string;
  readonly tale: Tale;
  readonly again: readonly Tale[];
}

assert(parentPort, 'the file runs as a worker');
const { scenario, theory, games } = workerData as Batch;
const board = must(readShelf(SCENARIO_FOLDER).get(scenario), scenario).board();
for (const { seed, seats, again } of games) {
  const tale = (edit?: Editing): Tale => taleOf(playOut(board, { seed, luck: 0, theory }, seats, edit));
  const told: Told = { seed, tale: tale(), again: again.map((hushed) => tale(hushing(hushed))) };
  parentPort.postMessage(told);
}

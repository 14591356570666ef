/** Plays a batch of games in a worker of its own, one after another, and tells each as it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import type { Theory } from '../../shared/scenario/names.ts';
import { boardsFor } from './boards.ts';
import { type Play, toldOf } from './retell.ts';

export interface Batch {
  readonly scenario: string;
  readonly theory: Theory;
  readonly games: readonly Play[];
}

assert(parentPort, 'the file runs as a worker');
const batch = workerData as Batch;
const boards = boardsFor(batch);
for (const play of batch.games) parentPort.postMessage(toldOf(boards, play));

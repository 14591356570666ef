/** Plays games on all cores, and hands them back in the order of their seeds whichever core was faster. */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { must } from '../../shared/assert.ts';
import type { Batch } from './games.ts';
import type { Journal } from './journal.ts';
import type { Told } from './retell.ts';

/** About how often it says how far it is. */
const PROGRESS_LINES = 20;

export async function playAll(batch: Batch, journal: Journal, say: (progress: string) => void): Promise<readonly Told[]> {
  const { games } = batch;
  const told = new Map(journal.told);
  const left = games.filter(({ seed }) => !told.has(seed));
  if (left.length < games.length) say(`${games.length - left.length} of ${games.length} games were played before`);
  let done = games.length - left.length;
  const note = (one: Told): void => {
    journal.note(one);
    told.set(one.seed, one);
    done += 1;
    if (done % Math.ceil(games.length / PROGRESS_LINES) === 0 || done === games.length) say(`${done} of ${games.length} games`);
  };
  const count = Math.min(left.length, availableParallelism());
  const batches = Array.from({ length: count }, (_, w) => ({ ...batch, games: left.filter((_one, i) => i % count === w) }));
  const workers = batches.map((workerData) => new Worker(new URL(WORKER, import.meta.url), { workerData }));
  try {
    await Promise.all(workers.map((worker) => ended(worker, note)));
  } finally {
    // Where one fails, or a game cannot be noted, the others have nothing left to play for.
    for (const worker of workers) void worker.terminate();
  }
  return games.map(({ seed }) => must(told.get(seed), `game ${seed}`));
}

/** Beside this file, with its ending: TypeScript on a clone, JavaScript in a package. */
const WORKER = `./games${extname(import.meta.filename)}`;

/** When it has played all; what goes wrong, there or in `note`, is thrown. */
function ended(worker: Worker, note: (told: Told) => void): Promise<void> {
  return new Promise((done, fail) => {
    worker.on('message', (told: Told) => {
      try {
        note(told);
      } catch (error) {
        fail(error);
      }
    });
    worker.on('error', fail);
    worker.on('exit', (code) => (code === 0 ? done() : fail(new Error(`a worker ended with ${code}`))));
  });
}

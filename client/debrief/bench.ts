/** The page's end of the line to the debrief's worker: what is asked of it and what it has said so far, as signals. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Board } from '../../shared/capability/board.ts';
import type { Why } from '../../shared/capability/why.ts';
import type { Flip, WhatIf } from '../../shared/game/flip.ts';
import type { GameRecord } from '../../shared/game/record.ts';
import type { FromWork, OtherWorld, ToWork } from './work.ts';

export interface Weighing {
  /** Null: not there yet. */
  readonly worlds: ReadonlySignal<readonly OtherWorld[] | null>;
  readonly pivotal: ReadonlySignal<readonly WhatIf[] | null>;
  readonly progress: ReadonlySignal<{ readonly done: number; readonly of: number }>;
  /** This browser does not let anything be reckoned beside the page. */
  readonly hasFailed: ReadonlySignal<boolean>;
  /** Why an order weighs what it does. */
  explain(flip: Flip): Promise<Why>;
  stop(): void;
}

export function weighing(board: Board, record: GameRecord): Weighing {
  const worlds = signal<readonly OtherWorld[] | null>(null);
  const pivotal = signal<readonly WhatIf[] | null>(null);
  const progress = signal({ done: 0, of: 0 });
  const hasFailed = signal(false);
  const stop = begin(
    { what: 'weigh', board, record },
    (word) => {
      if (word.what === 'theories') worlds.value = word.worlds;
      if (word.what !== 'weighed') return;
      progress.value = { done: word.done, of: word.of };
      if (word.done < word.of) return;
      pivotal.value = word.pivotal;
      stop();
    },
    () => (hasFailed.value = true),
  );
  return { worlds, pivotal, progress, hasFailed, explain: (flip) => explained({ what: 'explain', board, record, flip }), stop };
}

function explained(task: ToWork): Promise<Why> {
  return new Promise((resolve, reject) => {
    const stop = begin(
      task,
      (word) => {
        if (word.what === 'explained') resolve(word.why);
        stop();
      },
      reject,
    );
  });
}

/** What became of a file: opened, refused with why, or in want of the scenario that it names. */
export type Opening = Extract<FromWork, { what: 'opened' | 'lacks' | 'refused' }> | { readonly what: 'failed' };

export function openRecord(text: string, scenario: unknown = null): Promise<Opening> {
  return new Promise((resolve) => {
    const stop = begin(
      { what: 'open', text, scenario },
      (word) => {
        if (word.what === 'opened' || word.what === 'lacks' || word.what === 'refused') resolve(word);
        stop();
      },
      () => resolve({ what: 'failed' }),
    );
  });
}

/** Sets a worker to one task; answers how to end it. */
function begin(task: ToWork, hear: (word: FromWork) => void, failed: () => void): () => void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWork>) => hear(data));
  worker.addEventListener('error', failed);
  worker.postMessage(task);
  return () => worker.terminate();
}

/**
 * The line to a world in the page itself: what a match hears and asks goes to a worker instead of a server. There is no
 * network on it, so it cannot break, and nothing of the game is kept.
 */
import { signal } from '@preact/signals';
import type { Answer } from '../../shared/protocol/messages.ts';
import { type Match, matchOver } from '../model/match.ts';
import type { Hearing } from '../net/connection.ts';
import { createOutbox, type Wire } from '../net/outbox.ts';
import type { Connection, ConnectionState } from '../net/room-line.ts';
import type { FromWorld, ToWorld } from './host.ts';
import type { LocalScenario } from './scenarios.ts';
import type { Asked, Word, WorldPlan } from './world.ts';

/** Messages there and back: a worker's, or a test's own. */
export interface Port {
  post(message: ToWorld): void;
  /** Hears everything that is said; `failed`: nothing will be said any more. */
  listen(hear: (word: FromWorld) => void, failed: () => void): void;
  close(): void;
}

export interface LocalMatch {
  readonly match: Match;
  /** The next step, whether or not the reader has handed anything in. */
  step(): void;
  /** Another game on the same board, over the same line. */
  again(plan: WorldPlan): void;
}

/** Resolves once the board is there; throws if the browser cannot set a world up. */
export function openWorld(scenario: LocalScenario, plan: WorldPlan, port: Port = workerPort()): Promise<LocalMatch> {
  return new Promise((resolve, reject) => {
    const { connection, hear, wordTo } = lineOver(port);
    port.listen(
      (word) => {
        if (word.what !== 'board') return wordTo(word);
        const match = matchOver(word.board, { code: '', isReturning: true }, (hearing) => {
          hear(hearing);
          return connection;
        });
        resolve({
          match,
          step: () => port.post({ what: 'step' }),
          again: (next) => port.post({ what: 'open', scenario, plan: next }),
        });
      },
      () => reject(new Error('This browser does not set up a world of its own.')),
    );
    port.post({ what: 'open', scenario, plan });
  });
}

interface LocalLine {
  readonly connection: Connection;
  hear(hearing: Hearing): void;
  wordTo(word: Word): void;
}

function lineOver(port: Port): LocalLine {
  const state = signal<ConnectionState>({ at: 'open' });
  const outbox = createOutbox();
  const waiting = new Map<string, (answer: Answer) => void>();
  let listener: Hearing | null = null;
  const wire: Wire = (name, body) =>
    new Promise((answer) => {
      waiting.set(body.id, answer);
      port.post({ what: 'ask', asked: { name, body } as unknown as Asked });
    });
  outbox.resume(wire);
  return {
    connection: {
      state,
      outbox,
      leave() {
        state.value = { at: 'closed', why: 'left' };
        outbox.close();
        port.close();
      },
    },
    hear(hearing) {
      listener = hearing;
    },
    wordTo(word) {
      if (word.what === 'answer') {
        waiting.get(word.id)?.(word.answer);
        waiting.delete(word.id);
      } else if (word.what === 'view') listener?.view(word.view);
      else if (word.what === 'figures') listener?.figures(word.figures);
      else if (word.what === 'perceptions') listener?.perceptions(word.perceptions);
      else listener?.record(word.record);
    },
  };
}

function workerPort(): Port {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    listen(hear, failed) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorld>) => hear(data));
      worker.addEventListener('error', failed);
    },
    close: () => worker.terminate(),
  };
}

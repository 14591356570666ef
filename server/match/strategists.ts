/** A worker that thinks for the strategists of all matches, and the line before it: bounded, so that a full server thinks less and never later. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Board } from '../../shared/capability/board.ts';
import { logError } from '../log.ts';
import type { Answer, Question, Thinker } from './forethought.ts';
import type { FromStrategist, ToStrategist } from './strategist-worker.ts';

/** At a third of a second each the last of them is answered after some twenty seconds, at the third level's second after a minute: turns are longer, or go by the page. */
const MOST_WAITING = 64;

/** Many times what any level takes, on any machine: who has not answered by then never will. */
const PATIENCE_MS = 20_000;

/** Beside this file, with its ending: TypeScript on a clone, JavaScript in a package. */
const WORKER = `./strategist-worker${extname(import.meta.filename)}`;

interface Waiting {
  readonly asker: object;
  readonly question: Question;
  readonly answer: (answer: Answer | null) => void;
}

const isCrisis = ({ campaign }: Question): boolean => campaign.view.state.world.phase === 'crisis';

export class Strategists implements Thinker {
  #worker: Worker | null = null;
  /** Numbers of the boards that the worker knows. */
  #boards = new Map<Board, number>();
  #waiting: Waiting[] = [];
  #answering: Waiting | null = null;
  #patience: NodeJS.Timeout | undefined;

  think(asker: object, question: Question): Promise<Answer | null> {
    return new Promise((answer) => {
      this.#giveUp((one) => one.asker === asker);
      if (this.#waiting.length >= MOST_WAITING) return answer(null);
      // A round of a crisis is shorter than a turn: it waits for no sheet.
      const place = isCrisis(question) ? this.#waiting.findIndex((one) => !isCrisis(one.question)) : -1;
      this.#waiting.splice(place < 0 ? this.#waiting.length : place, 0, { asker, question, answer });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#giveUp(() => true);
    const worker = this.#worker;
    this.#forgetWorker();
    this.#answered(null);
    await worker?.terminate();
  }

  #giveUp(which: (one: Waiting) => boolean): void {
    for (const one of this.#waiting.filter(which)) one.answer(null);
    this.#waiting = this.#waiting.filter((one) => !which(one));
  }

  #next(): void {
    if (this.#answering !== null) return;
    const next = this.#waiting.shift();
    if (!next) return;
    this.#answering = next;
    this.#patience = setTimeout(() => this.#lose(this.#worker, new Error('the thinker does not answer')), PATIENCE_MS).unref();
    const { board, ...question } = next.question;
    try {
      this.#send({ what: 'think', scenario: this.#numberOf(board), ...question });
    } catch (error) {
      this.#lose(this.#worker, error);
    }
  }

  #numberOf(board: Board): number {
    const known = this.#boards.get(board);
    if (known !== undefined) return known;
    const number = this.#boards.size;
    this.#boards.set(board, number);
    this.#send({ what: 'scenario', number, scenario: board.scenario });
    return number;
  }

  #send(message: ToStrategist): void {
    this.#worker ??= this.#started();
    this.#worker.postMessage(message);
  }

  /** Begun when it is first needed; it keeps no program alive. */
  #started(): Worker {
    const worker = new Worker(new URL(WORKER, import.meta.url));
    worker.unref();
    worker.on('message', (answer: FromStrategist) => this.#answered(answer));
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('messageerror', (error) => this.#lose(worker, error));
    worker.on('exit', (code) => this.#lose(worker, new Error(`the thinker ended with ${code}`)));
    return worker;
  }

  /** Whoever was in hand goes by the page; the next question has a new worker. */
  #lose(worker: Worker | null, error: unknown): void {
    if (worker !== this.#worker) return;
    logError('strategist-failed', error);
    this.#forgetWorker();
    void worker?.terminate();
    this.#answered(null);
  }

  #forgetWorker(): void {
    this.#worker = null;
    this.#boards = new Map();
  }

  #answered(answer: Answer | null): void {
    clearTimeout(this.#patience);
    const answered = this.#answering;
    this.#answering = null;
    answered?.answer(answer);
    this.#next();
  }
}

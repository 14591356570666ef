/** A server under measurement: a process of its own that says what it uses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Figures } from './meter.ts';

export interface Program {
  readonly origin: string;
  /** `collect`: after its garbage was collected. */
  figures(collect: boolean): Promise<Figures>;
  stop(): Promise<void>;
}

const METER = join(import.meta.dirname, 'meter.ts');
const START_MS = 20_000;
const ANSWER_MS = 20_000;
/** Of what a server says, to be shown if it does not start. */
const MOST_KEPT = 10_000;

/** Starts a program that prints its address as the game's server does: `http://localhost:PORT/`. */
export async function startProgram([file, ...args]: readonly [string, ...string[]]): Promise<Program> {
  const child = spawn(process.execPath, ['--expose-gc', '--import', METER, file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const origin = await new Promise<string>((found, failed) => {
    let said = '';
    const late = setTimeout(() => failed(new Error(`${file} does not listen: ${said}`)), START_MS);
    child.once('exit', (code) => failed(new Error(`${file} ended at once with ${code}: ${said}`)));
    const keep = (chunk: Buffer): void => {
      if (said.length < MOST_KEPT) said += chunk;
    };
    // The game's server says on stderr who comes and goes: read and dropped, as a log would take it.
    child.stderr?.on('data', keep);
    child.stdout?.on('data', (chunk: Buffer) => {
      keep(chunk);
      const port = /http:\/\/localhost:(\d+)\//.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      found(`http://127.0.0.1:${port}`);
    });
  });
  return {
    origin,
    async figures(collect) {
      child.send({ collect });
      const [figures] = await once(child, 'message', { signal: AbortSignal.timeout(ANSWER_MS) });
      return figures as Figures;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

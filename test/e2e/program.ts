/** The server as a program of the test's own, to be killed and started again on the same log and port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Program {
  readonly port: number;
  /** `kill -9`, at once. */
  kill(): Promise<void>;
  /** Starts again on the same log, on a port of its own. */
  start(): Promise<number>;
  close(): Promise<void>;
}

/** `entry` is the server itself, or a test's own program that starts one and says where it is. */
export async function startProgram(entry = 'server/main.ts', host = '127.0.0.1'): Promise<Program> {
  const data = mkdtempSync(join(tmpdir(), 'threshold-e2e-'));
  let child: ChildProcess | null = null;
  let ended: Promise<unknown> = Promise.resolve();

  async function start(): Promise<number> {
    const args = [entry, '--port', '0', '--host', host, '--data', data];
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    child = started;
    ended = new Promise((done) => started.on('close', done));
    return new Promise((done, fail) => {
      let out = '';
      started.stdout?.on('data', (chunk) => {
        out += String(chunk);
        const port = /http:\/\/localhost:(\d+)\//.exec(out)?.[1];
        if (port !== undefined) done(Number(port));
      });
      started.on('close', () => fail(new Error(`the server ended before it listened: ${out}`)));
    });
  }

  async function kill(): Promise<void> {
    child?.kill('SIGKILL');
    await ended;
  }

  const port = await start();
  return {
    port,
    kill,
    start,
    async close() {
      await kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

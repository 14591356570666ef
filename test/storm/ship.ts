/** The server in a storm: a real process on one log, killed and started again, its clock pushed about. */
import { type ChildProcess, spawn } from 'node:child_process';
import { until } from '../server/house.ts';

/** Starting takes a second; on a machine that is busy with other things it may take many. */
const START_PATIENCE_MS = 60_000;

export interface Ship {
  readonly origin: string;
  /** Everything it complained of, over all its lives: lines of JSON. */
  complaints(): string;
  /** Ends it so and starts it again on the same log. */
  sink(signal: 'SIGKILL' | 'SIGTERM', between?: () => void): Promise<void>;
  jump(ms: number): void;
  close(): Promise<void>;
}

export async function launch(data: string): Promise<Ship> {
  let complaints = '';
  let origin = '';
  let child = await start();

  async function start(): Promise<ChildProcess> {
    const args = ['--import', './test/storm/clock.ts', 'server/main.ts', '--port', '0', '--host', '127.0.0.1', '--data', data];
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    let out = '';
    started.stdout?.on('data', (chunk) => {
      out += chunk;
    });
    started.stderr?.on('data', (chunk) => {
      complaints += chunk;
    });
    await until(() => out.includes('\n') || started.exitCode !== null, START_PATIENCE_MS);
    const port = /http:\/\/localhost:(\d+)\//.exec(out)?.[1];
    if (port === undefined) throw new Error(`the server does not start: ${complaints.slice(-2000)}`);
    origin = `http://127.0.0.1:${port}`;
    return started;
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ended = new Promise((done) => child.on('close', done));
    child.kill(signal);
    await ended;
  }

  return {
    get origin() {
      return origin;
    },
    complaints: () => complaints,
    async sink(signal, between) {
      await end(signal);
      between?.();
      child = await start();
    },
    jump: (ms) => void child.send(ms),
    close: () => end('SIGKILL'),
  };
}

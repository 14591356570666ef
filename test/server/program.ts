/** The server as an operator starts it: `node server/main.ts`, on a log of the test's own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { until } from './house.ts';

export interface Program {
  readonly child: ChildProcess;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  out(): string;
  complaint(): string;
}

export function startProgram(data: string, ...args: readonly string[]): Program {
  const child = spawn(process.execPath, ['server/main.ts', '--host', '127.0.0.1', '--data', data, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let complaint = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    complaint += chunk;
  });
  const ended = new Promise<number | string>((done) => child.on('close', (code, signal) => done(code ?? signal ?? 'unknown')));
  return { child, ended, out: () => out, complaint: () => complaint };
}

/** Its address, once it listens. */
export async function listening(program: Program): Promise<string> {
  await until(() => program.out().includes('\n') || program.child.exitCode !== null);
  const port = /http:\/\/localhost:(\d+)\//.exec(program.out())?.[1];
  if (port === undefined) throw new Error(`the server does not listen: ${program.complaint()}`);
  return `http://127.0.0.1:${port}`;
}

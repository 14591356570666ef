/** Child processes that live and die with the command that started them. */
import { spawn } from 'node:child_process';
import { ENV, ROOT } from './setup.mjs';

/** How long a child may take to end after it was asked to. */
const PATIENCE_MS = 8000;

/**
 * Runs commands side by side until one ends, then ends the others; the answer is the exit code. Ctrl-C and SIGTERM are
 * passed on, and the children's clean end is this program's clean end.
 */
export async function runTogether(commands) {
  const children = commands.map(([command, ...args]) =>
    spawn(command, args, { cwd: ROOT, env: ENV, stdio: 'inherit', shell: process.platform === 'win32' }),
  );
  let isAsked = false;
  const signalAll = (signal) => {
    for (const child of children) child.kill(signal);
  };
  const end = (signal) => {
    isAsked = true;
    signalAll(signal);
    setTimeout(() => signalAll('SIGKILL'), PATIENCE_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  // A shell between npm and this program may die of a signal without passing it on: then nobody is left to serve.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && end('SIGTERM'), 500);
  watch.unref();
  const codes = children.map(
    (child) => new Promise((done) => child.on('exit', (code, signal) => done(code ?? (signal && isAsked ? 0 : 1)))),
  );
  const first = await Promise.race(codes);
  if (!isAsked) end('SIGTERM');
  await Promise.all(codes);
  return first;
}

/** Runs one command to its end and answers its exit code; output goes straight through unless it is to be kept. */
export function run([command, ...args], { env = {}, quiet = false } = {}) {
  return new Promise((done) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, args, { cwd: ROOT, env: { ...ENV, ...env }, stdio, shell: process.platform === 'win32' });
    const text = [];
    child.stdout?.on('data', (chunk) => text.push(chunk));
    child.stderr?.on('data', (chunk) => text.push(chunk));
    child.on('error', (error) => done({ code: 1, output: String(error) }));
    child.on('exit', (code) => done({ code: code ?? 1, output: Buffer.concat(text).toString('utf8') }));
  });
}

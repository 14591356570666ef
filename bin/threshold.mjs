#!/usr/bin/env node
/** The command of the installed package: runs the built server under Node 24, the machine's own or the one it came with. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = new URL('../dist/server/cli/main.js', import.meta.url);
/** The log is written with node:sqlite, and the server asks whether it is the main program, as only this Node can say. */
const [NEEDED_MAJOR, NEEDED_MINOR] = [24, 2];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major > NEEDED_MAJOR || (major === NEEDED_MAJOR && minor >= NEEDED_MINOR)) await import(PROGRAM.href);
else underOwnNode();

function underOwnNode() {
  const home = dirname(createRequire(import.meta.url).resolve('node/package.json'));
  const node = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const child = spawn(node, [fileURLToPath(PROGRAM), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
  child.on('error', () => {
    console.error(
      `Threshold needs Node ${NEEDED_MAJOR}.${NEEDED_MINOR} or newer, and the one that belongs to it was not installed: update Node.`,
    );
    process.exit(1);
  });
}

/** Makes a bare clone ready to run: checks Node, installs what the lock file says, builds the client when it changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** The pinned Node 24 that npm installs here; the machine's own may be older and cannot run TypeScript. */
export const NODE = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
/** So that every tool and everything it starts runs under the pinned Node. */
export const ENV = {
  ...process.env,
  PATH: `${join(ROOT, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
};

const OLDEST_NODE = 20;
const INSTALL_STAMP = join(ROOT, 'node_modules', '.threshold-install');
const BUILD_STAMP = join(ROOT, 'dist', 'client', '.stamp');
const BUILD_SOURCES = [
  'client',
  'shared',
  'assets',
  'vite.config.ts',
  'scripts/font-licences.ts',
  'scripts/left-out.ts',
  'scripts/offline-files.ts',
  'scripts/precompress.ts',
  'scripts/text-parts.ts',
  'package-lock.json',
];

/** Ends the program with one sentence. Like all talk of this file it goes to stderr: stdout is for answers. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

export function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) stop(`Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or newer and try again.`);
}

export function ensureInstalled() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(NODE) && existsSync(INSTALL_STAMP) && readFileSync(INSTALL_STAMP, 'utf8') === wanted) return;
  if (!(existsSync(NODE) && isInstalledByHand(JSON.parse(lock.toString('utf8'))))) install();
  writeFileSync(INSTALL_STAMP, wanted);
}

/** npm notes what it installed; when that agrees with the lock file, somebody ran npm himself and nothing is to do. */
function isInstalledByHand(lock) {
  const note = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const there = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(lock.packages).every(
    ([path, entry]) => path === '' || entry.optional || entry.peer || there[path]?.version === entry.version,
  );
}

function install() {
  console.error('Installing the packages of package-lock.json (once; about a minute) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--include=dev', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (done.status !== 0) stop('The packages could not be installed: see the lines above, then run `npm ci`.');
  if (!existsSync(NODE)) stop('Node 24 was not installed: run `npm ci` without --ignore-scripts.');
}

export function ensureBuilt() {
  const now = hashOf(BUILD_SOURCES);
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === now) return;
  console.error('Building the client ...');
  const done = spawnSync('vite', ['build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
    // Whoever asks, as a test runner with a NODE_ENV of its own: what is built is the page that people use.
    env: { ...ENV, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) stop('The client could not be built: see the lines above.');
  mkdirSync(dirname(BUILD_STAMP), { recursive: true });
  writeFileSync(BUILD_STAMP, now);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesUnder(join(ROOT, path)))) {
    hash.update(relative(ROOT, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(dirname(path), { withFileTypes: true });
  const self = entries.find((entry) => join(dirname(path), entry.name) === path);
  if (!self?.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

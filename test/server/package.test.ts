/**
 * What `npm pack` makes, as somebody has it who never saw the repository: npm installs it into an empty folder with what it
 * names, so that a development dependency or a file left out of the package is missed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from './house.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LIMIT_MS = 180_000;
let folder = '';
let bin = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'threshold-pack-'));
  const packed = spawnSync('npm', ['pack', '--offline', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' });
  if (packed.status !== 0) throw new Error(`npm pack: ${packed.stderr}`);
  bin = installed();
}, LIMIT_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** From npm's cache where it has the packages, else from the registry: with neither there is no answer to whether it installs. */
function installed(): string {
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'no archive';
  const place = join(folder, 'place');
  mkdirSync(place);
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', place];
  const npm = spawnSync('npm', ['install', ...options, join(folder, archive)], { cwd: place, encoding: 'utf8' });
  if (npm.status !== 0)
    throw new Error(
      `The package was not installed: npm needs its registry or a cache that has all packages. It said:\n${npm.stderr}`,
    );
  const home = join(place, 'node_modules', 'threshold-game');
  return join(home, (manifestIn(home) as { bin: { threshold: string } }).bin.threshold);
}

const manifestIn = (home: string): unknown => JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));

const threshold = (...args: string[]) =>
  spawnSync(process.execPath, [bin, ...args], { cwd: join(folder, 'place'), encoding: 'utf8' });

describe('the package', () => {
  test('brings what it names, in those versions, and nothing that only development needs', () => {
    const { dependencies, devDependencies } = manifestIn(ROOT) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const modules = join(folder, 'place', 'node_modules');
    const versions = Object.keys(dependencies).map((name) => [
      name,
      (manifestIn(join(modules, name)) as { version: string }).version,
    ]);
    expect(Object.fromEntries(versions)).toEqual(dependencies);
    // Types come with what declares them.
    const development = Object.keys(devDependencies).filter((name) => !name.startsWith('@types/'));
    expect(development).toContain('vitest');
    expect(development.filter((name) => existsSync(join(modules, name)))).toEqual([]);
  });

  test('names no package that its own code does not load: what the page needs is in the page', () => {
    const home = join(folder, 'place', 'node_modules', 'threshold-game');
    const code = globSync('dist/{server,shared}/**/*.js', { cwd: home }).map((file) => readFileSync(join(home, file), 'utf8'));
    const named = Object.keys((manifestIn(home) as { dependencies: object }).dependencies);
    const idle = named.filter((name) => !code.some((text) => new RegExp(`from '${name}['/]`).test(text)));
    // The program's own Node is started, not loaded.
    expect(idle).toEqual(['node']);
  });

  test('holds plain JavaScript, the page and the scenarios, and neither sources nor tests', () => {
    const files = globSync('**/*', { cwd: join(folder, 'place', 'node_modules', 'threshold-game') });
    for (const needed of [
      'bin/threshold.mjs',
      'dist/client/index.html',
      'dist/client/licences.md',
      'dist/client/licences-of-fonts.md',
      'assets/scenarios/quick.json',
      'assets/cases/001-small-raid.json',
      'LICENSE',
      'README.md',
    ])
      expect(files).toContain(needed);
    expect(files.filter((file) => /\.tsx?$|^(test|client|server|shared)\//.test(file))).toEqual([]);
  });

  test('holds a page built for use, which keeps itself for the next visit, whoever had it packed', () => {
    const client = join(folder, 'place', 'node_modules', 'threshold-game', 'dist', 'client');
    const code = globSync('assets/*.js', { cwd: client }).map((file) => readFileSync(join(client, file), 'utf8'));
    // Built for development, or under the NODE_ENV of these tests, the page never asks for its worker.
    expect(code.some((text) => text.includes('/sw.js'))).toBe(true);
  });

  test('answers a question of the model, and refuses one that has no answer', () => {
    const good = threshold('model', 'trajectory', '--range-km', '10000', '--json');
    expect([good.status, good.stderr]).toEqual([0, '']);
    // SCIENCE 3.1: 1,931 s.
    expect(Math.round(JSON.parse(good.stdout).flightTimeS)).toBe(1931);
    const bad = threshold('model', 'trajectory', '--range-km', '0');
    expect([bad.status, bad.stdout]).toEqual([2, '']);
  });

  test('plays games of bots in workers of its own', () => {
    const played = threshold('simulate', '--scenario', 'quick', '--games', '2', '--json');
    expect(played.status).toBe(0);
    expect(JSON.parse(played.stdout).games).toBe(2);
  });

  test('serves the page, says that it is well, and ends when asked', async () => {
    const args = ['serve', '--port', '0', '--host', '127.0.0.1', '--data', join(folder, 'data')];
    const child = spawn(process.execPath, [bin, ...args], { cwd: join(folder, 'place'), stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    try {
      await until(() => /localhost:(\d+)/.test(out));
      const origin = `http://127.0.0.1:${/localhost:(\d+)/.exec(out)?.[1]}`;
      expect((await fetch(`${origin}/healthz`)).status).toBe(200);
      const page = await fetch(origin);
      expect([page.status, (await page.text()).includes('<html')]).toEqual([200, true]);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  });
});

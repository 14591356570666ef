import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
type MissingEntries = (packages: Readonly<Record<string, object>>) => readonly (readonly [string, object])[];
const { missingEntries } = (await import(pathToFileURL(join(ROOT, 'scripts', 'complete-lock.mjs')).href)) as {
  missingEntries: MissingEntries;
};

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** Names whose version is a range: another install could bring other code. */
function unpinned(text: string): string[] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as Record<string, Record<string, string>>;
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name]) => name);
}

/** Addresses in a lock file: they would tie every clone to one registry. */
function resolvedAddresses(text: string): number {
  return text.match(/"resolved"\s*:\s*"(https?|git)/g)?.length ?? 0;
}

/** Names in package.json that the lock file knows in another version or not at all. */
function outOfStep(manifest: string, lock: string): string[] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(manifest) as Record<string, Record<string, string>>;
  const { packages } = JSON.parse(lock) as { packages: Record<string, { version?: string }> };
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)
    .map(([name]) => name);
}

describe('the packages', () => {
  test('are pinned to exact versions', () => {
    expect(unpinned(read('package.json'))).toEqual([]);
    expect(unpinned('{"dependencies":{"a":"^1.0.0","b":"1.0.0","c":"latest"}}')).toEqual(['a', 'c']);
  });

  test('are locked without the address of any registry', () => {
    expect(resolvedAddresses(read('package-lock.json'))).toBe(0);
    expect(resolvedAddresses('{"packages":{"a":{"resolved":"https://packages.example/a.tgz"}}}')).toBe(1);
  });

  test('are locked whole: `npm ci` refuses a lock that lacks the builds for other systems (node scripts/complete-lock.mjs)', () => {
    expect(missingEntries(JSON.parse(read('package-lock.json')).packages)).toEqual([]);
    const lacking = {
      'node_modules/a': { dev: true, optionalDependencies: { 'a-darwin-arm64': '1.0.0', 'a-linux-x64-musl': '1.0.0' } },
    };
    expect(missingEntries({ ...lacking, 'node_modules/a/node_modules/a-linux-x64-musl': {} })).toEqual([
      ['node_modules/a-darwin-arm64', { version: '1.0.0', cpu: ['arm64'], dev: true, optional: true, os: ['darwin'] }],
    ]);
  });

  test('are the same in package.json and in the lock file', () => {
    expect(outOfStep(read('package.json'), read('package-lock.json'))).toEqual([]);
    expect(outOfStep('{"dependencies":{"a":"1.0.0"}}', '{"packages":{"node_modules/a":{"version":"1.0.1"}}}')).toEqual(['a']);
  });
});

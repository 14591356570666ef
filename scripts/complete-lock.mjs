/**
 * After `npm install` behind a registry that lacks the builds for other systems: writes them into package-lock.json.
 * npm leaves out what it could not look up, and `npm ci` then refuses the whole file, on every machine.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './setup.mjs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'x64', 'ppc64', 's390x', 'riscv64', 'ia32', 'arm'];

/** What optional dependencies name and the lock does not have: path in the lock and entry. */
export function missingEntries(packages) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !placesOf(path, name).some((place) => packages[place]))
      .map(([name, version]) => [`node_modules/${name}`, entryOf(name, version, entry.dev === true)]),
  );
}

/** Where Node looks for a package from this path: there, and in every folder above. */
function placesOf(path, name) {
  const above = path === '' ? [] : placesOf(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
  return [`${path === '' ? '' : `${path}/`}node_modules/${name}`, ...above];
}

/** The name says for which machine it is, as these packages do by custom. */
function entryOf(name, version, dev) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  const libc = os !== 'linux' ? undefined : /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined;
  return {
    version: version.replace(/^[\^~]/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = join(ROOT, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock.packages);
  const all = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} entries were written into package-lock.json.`);
}

/**
 * Which way imports may point. The rooms of the rules core stand in one row, and a room imports only rooms to its left;
 * the shells round the core never know each other. (dependency-cruiser cannot read .tsx without TypeScript 6.)
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { parseSync } from 'vite';
import { circlesOf } from './circles.ts';

/** From left to right. */
const ROW = ['math', 'capability', 'belief', 'politics', 'crisis', 'orders', 'game', 'bots'];
const BASICS = String.raw`^shared/(assert|limits|hash)\.ts$`;
const LIBRARIES = '^(@stdlib|@noble/hashes|zod|d3-geo)(/|$)';
const OURS = '^(shared|server|client|scripts|test)/';

export interface ImportLaw {
  readonly name: string;
  /** Files that the law is about. */
  readonly from: RegExp;
  readonly notFrom?: RegExp;
  /** What they may not import: everything that matches `to` and none of `but`. */
  readonly to: RegExp;
  readonly but?: readonly RegExp[];
  /** Types are let through. */
  readonly typesMay?: boolean;
}

const room = (...names: readonly string[]): RegExp => new RegExp(`^shared/(${names.join('|')})/`);

/** A room of the row: its own files, everything to its left, names, bounds and shapes, and the few libraries. */
const rowLaws: readonly ImportLaw[] = ROW.map((name, place) => ({
  name: `shared/${name} imports only the rooms to its left`,
  from: room(name),
  to: /./,
  but: [room(...ROW.slice(0, place + 1), 'scenario', 'state'), new RegExp(BASICS), new RegExp(LIBRARIES)],
}));

export const IMPORT_LAWS: readonly ImportLaw[] = [
  ...rowLaws,
  { name: 'shared/math stands alone', from: room('math'), to: new RegExp(OURS), but: [room('math'), new RegExp(BASICS)] },
  {
    name: 'shared/scenario is data: it imports math, limits and the shapes of a refusal and of orders',
    from: room('scenario'),
    to: new RegExp(OURS),
    but: [room('scenario', 'math'), new RegExp(BASICS), /^shared\/(state\/refusal|orders\/(sheet|shapes))\.ts$/],
  },
  {
    name: 'shared/state is data: it imports math and the scenario',
    from: room('state'),
    to: new RegExp(OURS),
    but: [room('state', 'scenario', 'math'), new RegExp(BASICS)],
  },
  {
    name: 'shared/protocol carries the shapes of orders and the types of game, no rule',
    from: room('protocol'),
    to: new RegExp(OURS),
    but: [
      room('protocol', 'scenario', 'state'),
      /^shared\/orders\/(sheet|shapes)\.ts$/,
      /^shared\/game\/(game|record|view)\.ts$/,
      new RegExp(BASICS),
    ],
  },
  { name: 'what shared/protocol takes from shared/game is types', from: room('protocol'), to: room('game'), typesMay: true },
  { name: 'shared knows neither server nor client', from: /^shared\//, to: /^(server|client|scripts|test)\// },
  { name: 'shared touches no file, clock or socket: no module of Node', from: /^shared\//, to: /^node:/ },
  { name: 'the server never imports the client', from: /^server\//, to: /^client\// },
  { name: 'the client never imports the server', from: /^client\//, to: /^server\// },
  {
    name: 'Phaser is imported under client/map only',
    from: /^(shared|server|client)\//,
    notFrom: /^client\/map\//,
    to: /^phaser(\/|$)/,
  },
  {
    name: 'Colyseus is imported under server/rooms, server/main.ts, client/net and shared/protocol only',
    from: /^(shared|server|client)\//,
    notFrom: /^(server\/rooms\/|server\/main\.ts$|client\/net\/|shared\/protocol\/)/,
    to: /^@colyseus\//,
  },
];

export interface Import {
  readonly from: string;
  /** A path from the repository's root, or a package as it is written. */
  readonly to: string;
  readonly isType: boolean;
}

/** All imports of a file, types, re-exports and dynamic ones included. */
export function importsOf(path: string, text: string): readonly Import[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`);
  const named = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({ what: moduleRequest.value, isType: allTypes(entries) })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.moduleRequest ? [{ what: entry.moduleRequest.value, isType: entry.isType }] : [])),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      what: text.slice(start + 1, end - 1),
      isType: false,
    })),
  ];
  return named.map(({ what, isType }) => ({ from: path, to: rooted(path, what), isType }));
}

const allTypes = (entries: readonly { readonly isType: boolean }[]): boolean =>
  entries.length > 0 && entries.every(({ isType }) => isType);

function rooted(path: string, what: string): string {
  return what.startsWith('.') ? posix.join(posix.dirname(path), what.replace(/\?.*$/, '')) : what;
}

/** What breaks a law, as lines to print. `exists` answers for files that are not among those read. */
export function brokenLaws(imports: readonly Import[], exists: (path: string) => boolean): readonly string[] {
  const wrong = imports.flatMap((one) =>
    IMPORT_LAWS.filter((law) => breaks(law, one)).map(({ name }) => `${one.from} -> ${one.to}: ${name}.`),
  );
  const lost = imports
    .filter(({ to }) => new RegExp(OURS).test(to) && !exists(to))
    .map(({ from, to }) => `${from} -> ${to}: leads nowhere.`);
  const circles = circlesOf(imports).map((circle) => `${circle.join(' -> ')}: import each other in a circle.`);
  return [...new Set([...wrong, ...lost, ...circles])];
}

function breaks(law: ImportLaw, { from, to, isType }: Import): boolean {
  if (!law.from.test(from) || law.notFrom?.test(from) || !law.to.test(to)) return false;
  return !(law.typesMay && isType) && !law.but?.some((allowed) => allowed.test(to));
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const paths = globSync('{shared,server,client}/**/*.{ts,tsx}', { cwd: root }).map((path) => path.split(sep).join('/'));
  const imports = paths.flatMap((path) => importsOf(path, readFileSync(join(root, path), 'utf8')));
  const lines = brokenLaws(imports, (path) => existsSync(join(root, path)));
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  process.exitCode = lines.length === 0 ? 0 : 1;
}

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allOffences, LAWS, type SourceFile } from './tidy.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDERS = ['shared', 'server', 'client', 'scripts', 'test', '.ci', 'docs'];
/** A lock file names where each package came from; in a second working tree of a repository, `.git` is a file. */
const UNREAD = ['package-lock.json', '.git'];
const LOOSE = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isFile() && !UNREAD.includes(entry.name));
const TEXT = new Set(['.ts', '.tsx', '.mjs', '.cjs', '.json', '.css', '.html', '.md', '.yml', '']);

function filesUnder(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}

const there = new Set(readdirSync(ROOT));
const paths = [...LOOSE.map(({ name }) => name), ...FOLDERS.filter((folder) => there.has(folder)).flatMap(filesUnder)];
const files: SourceFile[] = paths
  .filter((path) => TEXT.has(extname(path)))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

describe('the code keeps its laws:', () => {
  test.each(LAWS)('$name', (law) => {
    expect(allOffences(law, files)).toEqual([]);
  });
});

/** A law that cannot fail is no law: each must find these. */
const BAD: Readonly<Record<string, readonly SourceFile[]>> = {
  'shared/ is pure': [
    'const x = Math.sin(1);',
    'const x = Math.log10(2);',
    "const x = Math['sin'](1);",
    'const x = Math?.sin(1);',
    'const { sin } = Math;',
    'const {\n  sin,\n} = Math;',
    'const M = Math;',
    'const x = M(Math, 1);',
    'const x = 2 ** 0.5;',
    'const r = Math.random();',
    'const t = Date.now();',
    'const t = new Date();',
    'const t = performance.now();',
    'const s = (1).toLocaleString();',
    "const n = 'a'.localeCompare('b');",
    'const f = new Intl.NumberFormat();',
    'const e = process.env.X;',
    'setTimeout(f, 1);',
  ].map((text) => ({ path: 'shared/game/bad.ts', text })),
  'types are types': [
    'let x: any;',
    'f(x as any);',
    'const s = new Set<any>();',
    'export enum A { B }',
    '@sealed\nclass A {}',
  ].map((text) => ({ path: 'server/bad.ts', text })),
  'no checker is silenced': [{ path: 'client/bad.ts', text: '// @ts-ignore\nf();' }],
  'no file is longer than 350 lines': [{ path: 'client/bad.ts', text: 'f();\n'.repeat(351) }],
  'a file is named after what it does': ['utils', 'helpers', 'manager', 'types', 'index'].map((name) => ({
    path: `server/${name}.ts`,
    text: '',
  })),
  'a file opens with what it is for': [{ path: 'server/bad.ts', text: "import x from 'y';" }],
  'no machine and no registry is named': [
    { path: 'scripts/bad.mjs', text: "const folder = '/home/me/game';" },
    { path: 'package.json', text: '"registry": "https://registry.example.org/"' },
  ],
};

const GOOD: readonly SourceFile[] = [
  {
    path: 'shared/game/good.ts',
    text: "/** Never Math.random, never a Date: draws are addressed. */\nconst x = Math.sqrt(2) + Math.floor(1.5); // not Math.sin\nconst anyone = { expired: 1, date: 'Date of a quarter' };\n",
  },
];

describe('each law can fail:', () => {
  test.each(LAWS)('$name', (law) => {
    const bad = BAD[law.name] ?? [];
    expect(bad.length).toBeGreaterThan(0);
    for (const file of bad) expect([file.text, allOffences(law, [file]).length > 0]).toEqual([file.text, true]);
    expect(allOffences(law, GOOD)).toEqual([]);
  });
});

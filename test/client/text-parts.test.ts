import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importsOf } from '../../scripts/import-laws.ts';
import { isOfTheGame } from '../../scripts/text-parts.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');
const keys = Object.keys(JSON.parse(read('assets/text/en.json')) as object);

/** From here on a game or an exercise is there, and its words with it: these are fetched together (client/app.tsx, client/model/page.ts, show.ts). */
const WITH_ITS_WORDS = [
  'client/model/match.ts',
  'client/match-screen.tsx',
  'client/local/line.ts',
  'client/replay-screen.tsx',
  'client/class-screen.tsx',
  'client/class/class-lobby.tsx',
  'client/class/taking-part.tsx',
  // Of the world behind the front door.
  'client/panels/home-world.tsx',
  'client/panels/headline-text.tsx',
  'client/model/headlines.ts',
];

/** What pages read before there is a game. */
function before(...starts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...starts];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path) || WITH_ITS_WORDS.includes(path) || !/\.tsx?$/.test(path) || !existsSync(`${ROOT}${path}`)) continue;
    found.add(path);
    open.push(
      ...importsOf(path, read(path))
        .filter(({ isType }) => !isType)
        .map(({ to }) => to),
    );
  }
  return found;
}

/** Keys that a source names, and those that a name put together may come to. */
function askedBy(source: string): readonly string[] {
  const named = [...source.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key ?? '');
  const made = [...source.matchAll(/`([a-z][\w-]*\.[^`\n]*\$\{[^`\n]*)`/g)].map(
    ([, name = '']) => new RegExp(`^${name.replace(/\$\{[^}]*\}/g, '[\\w-]+').replaceAll('.', '\\.')}$`),
  );
  return keys.filter((key) => named.includes(key) || made.some((pattern) => pattern.test(key)));
}

describe('the words of the game, which come with it,', () => {
  it('are asked for neither at the front door, nor in the lobby, nor on the page that checks the browser', () => {
    const pages = before('client/main.tsx', 'client/table-screen.tsx', 'client/check/main.tsx');
    expect(pages).toContain('client/panels/lobby-seats.tsx');
    // What the rules give reasons for happens in a game.
    const speaking = [...pages].filter((path) => path.startsWith('client/'));
    const asked = new Set(speaking.flatMap((path) => askedBy(read(path))));
    expect(asked).toContain('bot.hawk');
    expect([...asked].filter(isOfTheGame)).toEqual([]);
  });

  it('are more than half of all', () => {
    expect(keys.filter(isOfTheGame).length).toBeGreaterThan(keys.length / 2);
  });
});

/**
 * A vite plugin that cuts a language's texts in two: `en.json?front` is what the front door and the lobby say, `en.json?game` the
 * rest, which comes with the game. Whoever reads the file without vite has all of it either way.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Families of keys that only a game or an exercise asks for. One that is forgotten here costs bytes; one too many would cost words. */
const OF_THE_GAME = [
  'aim-counts',
  'audit',
  'band',
  'bulletin',
  'chart',
  'choice',
  'clause',
  'command',
  'commitment',
  'commitments',
  'common',
  'compare',
  'condition',
  'confirm',
  'console',
  'crisis',
  'delegation',
  'desk',
  'exchange',
  'export',
  'frozen',
  'gain',
  'gate',
  'gathering',
  'gauge',
  'headline',
  'hears',
  'hot-wash',
  'inject',
  'intelligence',
  'kind',
  'ledger',
  'legend',
  'lesson',
  'look',
  'map',
  'message',
  'msel',
  'need',
  'notes',
  'observer',
  'office',
  'on-warning',
  'order',
  'paper',
  'people',
  'person',
  'phrase',
  'place',
  'planners',
  'portfolio',
  'practice',
  'prepare',
  'preset',
  'preview',
  'print',
  'promises',
  'proxies',
  'receipt',
  'reckoned',
  'relations',
  'reveal',
  'rewind',
  'rule',
  'rulebook',
  'school',
  'sheet',
  'site',
  'strip',
  'suggest',
  'table',
  'talks',
  'task',
  'tension-band',
  'term',
  'timeline',
  'unknown',
  'variable',
  'wall',
  'whatif',
  'why',
  'words',
  'world',
];
const ASKED_FOR = /[\\/]assets[\\/]text[\\/]\w+\.json\?(front|game)$/;

/** What a bot is called and what it is like is the front door's; what it says and thinks is not. */
export const isOfTheGame = (key: string): boolean => {
  const [family = '', ...rest] = key.split('.');
  return OF_THE_GAME.includes(family) || (family === 'bot' && rest.length > 1 && rest[0] !== 'note');
};

export function textParts(): Plugin {
  return {
    name: 'threshold-text-parts',
    load(id) {
      const part = ASKED_FOR.exec(id)?.[1];
      if (part === undefined) return null;
      const path = id.slice(0, id.indexOf('?'));
      this.addWatchFile(path);
      const texts = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>);
      const asked = Object.fromEntries(texts.filter(([key]) => isOfTheGame(key) === (part === 'game')));
      return { code: `export default ${JSON.stringify(asked)};`, moduleType: 'js' };
    },
  };
}

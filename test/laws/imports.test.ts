import { describe, expect, test } from 'vitest';
import { circlesOf } from '../../scripts/circles.ts';
import { brokenLaws, IMPORT_LAWS, importsOf } from '../../scripts/import-laws.ts';

/** The laws themselves run as `import laws` in npm run check; here each is shown a repository that breaks it. */
type Repository = Readonly<Record<string, string>>;

function broken(files: Repository): readonly string[] {
  const imports = Object.entries(files).flatMap(([path, text]) => importsOf(path, text));
  return brokenLaws(imports, (path) => path in files);
}

const EMPTY = 'export const x = 1;\n';
const imports = (path: string): string => `import { x } from '${path}';\nexport const y = x;\n`;
const law = (words: string): string => {
  const found = IMPORT_LAWS.find(({ name }) => name.includes(words));
  if (!found) throw new Error(`no law says "${words}"`);
  return found.name;
};

describe('an import that points the wrong way is found:', () => {
  test.each<[string, Repository]>([
    ['shared/belief imports only', { 'shared/belief/a.ts': imports('../crisis/b.ts'), 'shared/crisis/b.ts': EMPTY }],
    ['shared/game imports only', { 'shared/game/a.ts': imports('express') }],
    ['math stands alone', { 'shared/math/a.ts': imports('../scenario/b.ts'), 'shared/scenario/b.ts': EMPTY }],
    ['scenario is data', { 'shared/scenario/a.ts': imports('../orders/b.ts'), 'shared/orders/b.ts': EMPTY }],
    ['state is data', { 'shared/state/a.ts': imports('../capability/b.ts'), 'shared/capability/b.ts': EMPTY }],
    ['no rule', { 'shared/protocol/a.ts': imports('../game/turn.ts'), 'shared/game/turn.ts': EMPTY }],
    ['takes from shared/game is types', { 'shared/protocol/a.ts': imports('../game/view.ts'), 'shared/game/view.ts': EMPTY }],
    ['neither server nor client', { 'shared/game/a.ts': imports('../../server/b.ts'), 'server/b.ts': EMPTY }],
    ['no module of Node', { 'shared/game/a.ts': imports('node:fs') }],
    ['server never imports', { 'server/a.ts': imports('../client/b.ts'), 'client/b.ts': EMPTY }],
    ['client never imports', { 'client/a.tsx': imports('../server/b.ts'), 'server/b.ts': EMPTY }],
    ['Phaser', { 'client/panels/a.ts': imports('phaser') }],
    ['Colyseus', { 'server/match/a.ts': imports('@colyseus/core') }],
  ])('%s', (words, files) => {
    expect(broken(files).join('\n')).toContain(law(words));
  });

  test.each([
    ["import type { X } from '../crisis/b.ts';\nexport type Y = X;", 'as a type'],
    ["export { x } from '../crisis/b.ts';", 'as a re-export'],
    ["export * from '../crisis/b.ts';", 'as a re-export of everything'],
    ["export const x = await import('../crisis/b.ts');", 'as a dynamic import'],
    ["import '../crisis/b.ts';", 'for its effect alone'],
  ])('%s', (text) => {
    expect(broken({ 'shared/belief/a.ts': text, 'shared/crisis/b.ts': EMPTY }).join()).toContain(
      law('shared/belief imports only'),
    );
  });

  test('one that leads nowhere, and files in a circle', () => {
    expect(broken({ 'server/a.ts': imports('./gone.ts') })).toEqual(['server/a.ts -> server/gone.ts: leads nowhere.']);
    expect(
      broken({ 'server/a.ts': imports('./b.ts'), 'server/b.ts': imports('./c.ts'), 'server/c.ts': imports('./a.ts') }),
    ).toEqual(['server/a.ts -> server/b.ts -> server/c.ts: import each other in a circle.']);
  });

  test('and the right way is let through', () => {
    const files = {
      'shared/game/a.ts': imports('../belief/b.ts'),
      'shared/belief/b.ts': imports('zod'),
      'client/map/a.ts': imports('phaser'),
      'client/panels/a.tsx': "import type { Y } from '../map/a.ts';\nexport const z = (y: Y) => <b>{y}</b>;\n",
      'server/rooms/a.ts': imports('@colyseus/core'),
      'shared/protocol/a.ts': "import type { x } from '../game/view.ts';\nexport type Y = typeof x;\n",
      'shared/game/view.ts': EMPTY,
    };
    expect(broken(files)).toEqual([]);
  });
});

test('circles are found where they are and only there', () => {
  const edges = (text: string) => text.split(' ').map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));
  expect(circlesOf(edges('ab bc ac cd'))).toEqual([]);
  expect(circlesOf(edges('ab bc ca cd de ed ff')).map((circle) => [...circle].sort().join(''))).toEqual(['de', 'abc', 'f']);
});

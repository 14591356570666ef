import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isFault, nodeAt, placeAt, readTree } from '../../server/cli/json-places.ts';
import { scenarioCommand } from '../../server/cli/scenario.ts';
import { checkText } from '../../server/cli/scenario-check.ts';
import { readShelf, SCENARIO_FOLDER } from '../../server/match/scenarios.ts';
import { StartFault } from '../../server/start-fault.ts';

const silent = (): void => undefined;
const run = (...args: string[]) => scenarioCommand(args, silent);
const folder = mkdtempSync(join(tmpdir(), 'threshold-scenario-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shipped = readdirSync(SCENARIO_FOLDER).filter((name) => name.endsWith('.json'));
const textOf = (name: string): string => readFileSync(join(SCENARIO_FOLDER, name), 'utf8');
const base = JSON.parse(textOf('best-offense-2016.json'));
const check = (text: string) => checkText(text, (id) => (id === base.id ? base : undefined));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('the tree of a file', () => {
  test('has every value where JSON.parse has it: what is cut out at its place is that value', () => {
    for (const name of shipped) {
      const text = textOf(name);
      const tree = readTree(text);
      if (isFault(tree)) throw new Error(tree.says);
      const walk = (node: typeof tree, value: unknown): void => {
        if (typeof value !== 'object' || value === null) {
          const source = text.slice(node.start).match(/^("(?:[^"\\]|\\.)*"|[^,\]}\s]+)/)?.[0] ?? '';
          expect(JSON.parse(source)).toEqual(value);
          return;
        }
        expect([...node.members.keys()]).toEqual(Object.keys(value));
        for (const [key, inner] of Object.entries(value)) walk(node.members.get(key) ?? node, inner);
      };
      walk(tree, JSON.parse(text));
    }
  });

  test('takes exactly what JSON.parse takes', () => {
    const samples = [
      '',
      '{',
      '[1,]',
      '{"a" 1}',
      '{"a":1,}',
      '"a\nb"',
      '01',
      '-',
      '1 2',
      '[1]',
      'nul',
      '{"a":[{}]}',
      '1e5',
      '"\\u12"',
      '{a:1}',
      ' true ',
    ];
    for (const sample of samples) {
      const isSound = ((): boolean => {
        try {
          JSON.parse(sample);
          return true;
        } catch {
          return false;
        }
      })();
      expect(!isFault(readTree(sample)), sample).toBe(isSound);
    }
  });

  test('knows lines and columns as an editor counts them', () => {
    expect(placeAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
    expect(placeAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
    const tree = readTree('{"list": [{"id": "a", "n": 1}, {"id": "b", "n": 2}]}');
    if (isFault(tree)) throw new Error(tree.says);
    expect(nodeAt(tree, 'list[b].n')).toMatchObject({ found: 3, steps: 3, node: { start: 48 } });
    expect(nodeAt(tree, 'list[b].m')).toMatchObject({ found: 2, steps: 3 });
  });

  test('does not fall over a file of brackets', () => {
    expect(isFault(readTree('['.repeat(100_000)))).toBe(true);
  });
});

describe('checking a scenario', () => {
  test('finds nothing wrong or doubtful in those that come with the game', () => {
    for (const name of shipped) expect(check(textOf(name)).mistakes, name).toEqual([]);
  });

  test('finds the example of docs/scenarios.md sound', () => {
    const guide = readFileSync(join(SCENARIO_FOLDER, '..', '..', 'docs', 'scenarios.md'), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
    expect(check(example)).toMatchObject({ scenario: { id: 'my-winter', turns: 5 }, mistakes: [] });
  });

  test('tells all mistakes at once, each with its line, column, field and cure', () => {
    const text = [
      '{',
      '  "extends": "best-offense-2016",',
      '  "id": "Bad One",',
      '  "title": {"en": "x", "ru": "y"},',
      '  "turns": "six",',
      '  "colour": "blue",',
      '  "orderKinds": ["build", "fly"],',
      '  "aims": {"cn": ["atlantis"]},',
      '  "tension": 130',
      '}',
    ].join('\n');
    const told = check(text).mistakes.map(({ line, column, path, weight }) => `${line}:${column} ${path} ${weight}`);
    expect(told).toEqual([
      '3:3 id mistake',
      '4:12 title.zh mistake',
      '5:3 turns mistake',
      '6:3 colour mistake',
      '7:27 orderKinds[1] mistake',
      '8:19 aims.cn[0] mistake',
      '9:3 tension mistake',
    ]);
    for (const { says } of check(text).mistakes) expect(says).toMatch(/: \S.*\.$/);
  });

  test('says what a missing field should be, at the object that lacks it', () => {
    const { turns: _turns, ...rest } = base;
    const told = check(JSON.stringify(rest)).mistakes;
    expect(told).toMatchObject([{ path: 'turns', line: 1, column: 1, says: 'is missing: add it (a number).' }]);
  });

  test('finds a comma too many, a name that is written twice, an unknown base', () => {
    expect(check('{"a": 1,\n "b": [1,2,]}').mistakes).toMatchObject([{ line: 2, column: 12 }]);
    const twice = check('{"extends": "best-offense-2016", "id": "x", "turns": 3, "turns": 4}').mistakes;
    expect(twice).toMatchObject([{ path: 'turns', column: 57, weight: 'mistake' }]);
    expect(check('{"extends": "nowhere", "id": "x"}').mistakes).toMatchObject([{ path: 'extends', line: 1, column: 2 }]);
  });

  test('finds what is left out and was never there, wherever it stands, beside all else that is wrong', () => {
    const over = {
      extends: base.id,
      id: 'x',
      turns: 0,
      events: { 'us-elexion': null },
      sites: { devesulu: null, deveselu: { lat: 44 } },
    };
    const told = check(JSON.stringify(over)).mistakes.map(({ path, weight }) => `${path} ${weight}`);
    expect(told).toEqual(['turns mistake', 'events.us-elexion mistake', 'sites.devesulu mistake']);
    expect(
      check(JSON.stringify({ extends: base.id, id: 'x', events: { [base.events[0].id]: null } })).scenario?.events,
    ).toHaveLength(base.events.length - 1);
  });

  test('reads past the mark that some editors set before a text, and says of an empty file that it is empty', () => {
    const marked = file('marked.json', '\uFEFF{"extends": "best-offense-2016", "id": "marked"}');
    expect(run('check', marked)).toMatchObject({ code: 0 });
    expect(run('check', file('empty.json', '')).complaint).toContain('1:1: the file is empty.');
  });

  test('doubts what nobody could ever use or reach, and what is inherited it lets be', () => {
    const over = (more: object): string => JSON.stringify({ extends: base.id, id: 'mine', ...more });
    const doubts = (more: object) => check(over(more)).mistakes.map(({ path, weight }) => `${path} ${weight}`);
    expect(doubts({ turns: 2 })).toEqual([]);
    expect(doubts({ orderKinds: ['joint-exercise', 'exploit'] })).toEqual(['orderKinds[1] doubt']);
    expect(
      doubts({
        thirds: [],
        hosts: base.hosts.map(({ fears: _fears, ...host }: { fears?: unknown }) => host),
        sites: base.sites.map(({ third: _third, ...site }: { third?: unknown }) => site),
        events: [],
        orderKinds: ['build', 'press'],
        injects: [],
      }),
    ).toContain('orderKinds[1] doubt');
    const event = { ...base.events[0], id: 'late', turn: 7 };
    expect(doubts({ turns: 3, events: [event] })).toEqual(['events[late].turn doubt']);
    expect(doubts({ proxies: [], orderKinds: ['build', 'back'] })).toEqual(['orderKinds[1] doubt']);
    expect(doubts({ alliances: [], orderKinds: ['build', 'integrate', 'leave-treaty'] })).toHaveLength(2);
    expect(doubts({ interceptors: [...base.interceptors, { ...base.interceptors[0], id: 'spare' }] })).toEqual([
      'interceptors[spare] doubt',
    ]);
  });

  test('answers as a command: 0 and a sentence when sound, 2 and the places when not, JSON when asked', () => {
    const sound = file('sound.json', '{"extends": "best-offense-2016", "id": "sound", "turns": 3}');
    const broken = file('broken.json', '{"extends": "best-offense-2016", "id": "broken", "turns": 0}');
    expect(run('check', sound)).toMatchObject({ code: 0, complaint: '' });
    const answer = run('check', broken);
    expect(answer.code).toBe(2);
    expect(answer.complaint).toContain(`${broken}:1:50: turns: is 0, and must be at least 1: raise it.`);
    expect(JSON.parse(run('check', broken, '--json').out)).toMatchObject({ sound: false, mistakes: [{ line: 1, column: 50 }] });
    expect(() => run('check', join(folder, 'none.json'))).toThrow(StartFault);
    for (const action of ['check', 'smoke']) expect(() => run(action, folder)).toThrow(/is a folder: name a file in it/);
    file('base.json', '{"id": ');
    const over = file('over.json', '{"extends": "base", "id": "over"}');
    expect(() => run('check', over)).toThrow(/base\.json, which .*over\.json extends, is not JSON: correct it first/);
    expect(() => run('fold')).toThrow(/There is no "scenario fold"/);
    expect(() => run()).toThrow(/Say what about scenarios/);
    for (const [action = '', ...odd] of [['list', '--bogus'], ['schema', 'x'], ['check', sound, '--games', '5'], ['check']])
      expect(() => run(action, ...odd)).toThrow(StartFault);
    expect(() => run('smoke', sound, '--games', 'many')).toThrow(StartFault);
  });
});

describe('the schema of scenario files', () => {
  test('is what docs/scenario.schema.json has: `npm run -s threshold -- scenario schema` writes it', () => {
    const kept = readFileSync(join(SCENARIO_FOLDER, '..', '..', 'docs', 'scenario.schema.json'), 'utf8');
    expect(JSON.parse(kept)).toEqual(JSON.parse(run('schema').out));
  });

  test('asks everything of a whole scenario and, of one that extends another, its id and the fields that it has', () => {
    const schema = JSON.parse(run('schema').out);
    expect(schema.else.required).toContain('parameters');
    expect(schema.else.properties.parameters.required).toContain('crisis');
    expect(schema.then.required).toEqual(['extends', 'id']);
    expect(schema.then.properties.parameters.required).toBeUndefined();
    expect(schema.then.properties.parameters.properties.crisis.properties.perGame.type).toBe('integer');
    // A list is given whole, and what stands in it is complete; or as changes by id, of which nothing is asked.
    const [whole, changes] = schema.then.properties.sites.anyOf;
    expect(whole.items.required).toContain('lat');
    expect(changes.additionalProperties.anyOf[0].required).toBeUndefined();
    expect(schema.else.additionalProperties).toBe(false);
  });
});

describe('the shelf', () => {
  const own = mkdtempSync(join(tmpdir(), 'threshold-own-'));
  const put = (name: string, value: object): void => writeFileSync(join(own, name), JSON.stringify(value));
  afterAll(() => rmSync(own, { recursive: true, force: true }));

  test('has the scenarios of a folder of one’s own beside those of the game, laid over any of them', () => {
    put('winter.json', { extends: 'best-offense-2016', id: 'winter', turns: 3 });
    const shelf = readShelf(SCENARIO_FOLDER, own);
    expect([...shelf.keys()].sort()).toEqual([...readShelf(SCENARIO_FOLDER).keys(), 'winter'].sort());
    expect(shelf.get('winter')?.scenario.turns).toBe(3);
  });

  test('says which file keeps it from being filled', () => {
    put('copy.json', { ...base });
    expect(() => readShelf(SCENARIO_FOLDER, own)).toThrow(/copy\.json has the id "best-offense-2016" of another/);
    put('copy.json', { extends: 'best-offense-2016', id: 'copy', turns: 0 });
    expect(() => readShelf(SCENARIO_FOLDER, own)).toThrow(/copy\.json cannot be used: turns/);
    expect(() => readShelf(join(own, 'nowhere'))).toThrow(/There is no folder .*nowhere/);
  });
});

describe('a smoke run', () => {
  test('says in a sentence that one seat wins too often, and that an aim is full', () => {
    // China's aims are had for nothing and the others' never: all slopes end where nobody is, or begin where everybody is.
    const slopes = { cover: [2, 3], alliances: [200, 300], arms: [-1, -2], calm: [-1, -2], standing: [200, 300], europe: [2, 3] };
    const rigged = {
      extends: base.id,
      id: 'rigged',
      turns: 2,
      parameters: { crisis: { perGame: 0 }, score: { slopes: { ...slopes, thaad: [-2, -1], korea: [-2, -1], trade: [20, 19] } } },
    };
    const { out, code } = run('smoke', file('rigged.json', JSON.stringify(rigged)), '--games', '12');
    expect(code).toBe(1);
    expect(out).toMatch(/One seat wins too often: China wins 100 % \(\d+ % to 100 %\) of the \d+ games/);
    expect(out).toContain('The aim "trade" of China is full in every game');
    expect(out).toContain('The aim "cover" of the United States scores nothing in any game');
  }, 60_000);

  test('refuses a file that cannot be played, with its mistakes', () => {
    const refused = [
      '{"extends": "best-offense-2016", "id": "no", "turns": -1}',
      '{"extends": "best-offense-2016", "id": "no", "turns": 3, "turns": 2}',
      `{"extends": "best-offense-2016", "id": "no", "powers": {"us": {"objectives": {"${base.powers.us.objectives[0].id}": {"id": "nonsense"}}}}}`,
    ];
    for (const text of refused) {
      const answer = run('smoke', file('no.json', text));
      expect(answer).toMatchObject({ code: 2, out: '' });
      expect(answer.complaint).toMatch(/no\.json:1:\d+: \S+: .*\.$/);
    }
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulesText } from '../../scripts/rules.ts';
import { expectedArriving } from '../../shared/capability/engagement.ts';
import type { Rule } from '../../shared/game/rule.ts';
import { parameterAt, pathsOf, RULEBOOK } from '../../shared/game/rulebook.ts';
import { told } from '../../shared/game/telling.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import { LANGUAGES, ORDER_KINDS } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { boardOf } from './play.ts';
import { randomGame } from './random-sheets.ts';

const ROOT = new URL('../../', import.meta.url);
const textAt = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const json = (path: string): Readonly<Record<string, unknown>> => JSON.parse(textAt(path));
const ids = RULEBOOK.map((rule) => rule.id);

/** Every rule that some line of the source hands in by name; a draw's address is not one. */
function rulesInSource(): readonly string[] {
  const files = readdirSync(new URL('shared', ROOT), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.startsWith('rulebook'))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'));
  const named = files.flatMap((text) => [
    ...[...text.matchAll(/^.*\brule: '([\w-]+)'.*$/gm)].filter(([line]) => !/\bdraw\(|subject: '?(power|what|game)\b/.test(line)),
    ...text.matchAll(/\b(?:tensionBy|consentBy)\(\s*'([\w-]+)'/g),
    ...text.matchAll(/\bdriftOf\b.*rule: '([\w-]+)'/g),
  ]);
  return [...new Set(named.map(([, rule]) => rule as string))];
}

/** What the tests of a file are called, or the cases in which the rule writes its line: words elsewhere test nothing. */
function titlesIn(file: string, { id, kind }: Rule): readonly string[] {
  if (file.endsWith('.json')) {
    const cases = JSON.parse(textAt(file)) as readonly { readonly title: string; readonly rules?: readonly string[] }[];
    return cases.filter(({ rules }) => kind === 'value' || rules?.includes(id)).map(({ title }) => title);
  }
  const called = /\b(?:it|test|describe)(?:\.\w+)*(?:\([^'"`]*?\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs;
  return [...textAt(file).matchAll(called)].map(([, , title]) => title as string);
}

const scenarios: readonly Scenario[] = readdirSync(new URL('assets/scenarios', ROOT))
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const raw = json(`assets/scenarios/${name}`);
    const base = raw['extends'] === undefined ? undefined : json(`assets/scenarios/${String(raw['extends'])}.json`);
    const scenario = loadScenario(raw, base);
    if (isRefusal(scenario)) throw new Error(`${name}: ${JSON.stringify(scenario.args)}`);
    return scenario;
  });

describe('the rulebook', () => {
  it('has each rule once, and each kind of order', () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ORDER_KINDS.filter((kind) => !ids.includes(kind))).toEqual([]);
  });

  it('has every rule that the source hands in by name', () => {
    const named = rulesInSource();
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((rule) => !ids.includes(rule))).toEqual([]);
  });

  it('has the rule of every ledger line of thirty games of nonsense, as it happened and as each viewer is told of it', () => {
    const seen = new Set<string>();
    for (const board of [boardOf('best-offense-2016'), boardOf('quick')]) {
      for (let i = 0; i < 15; i++) {
        const game = randomGame(board, `rulebook ${i}`);
        let before = game.start;
        for (const { effects, state } of game.played) {
          for (const viewer of ['all', 'us', 'public'] as const)
            for (const line of told(board, { before, after: state, effects }, viewer)) seen.add(line.rule);
          before = state;
        }
      }
    }
    expect(seen.size).toBeGreaterThan(25);
    expect([...seen].filter((rule) => !ids.includes(rule))).toEqual([]);
  });

  it('names a test of each rule by words of its title, or of the title of a case in which it writes its line', () => {
    const wrong = RULEBOOK.filter((rule) => {
      const [file, says] = rule.test;
      const isNamed = existsSync(new URL(file, ROOT)) && titlesIn(file, rule).some((title) => title.includes(says));
      // One word alone stands in a title by chance.
      return !isNamed || !says.includes(' ');
    });
    expect(wrong.map(({ id, test }) => `${id}: ${test.join(' | ')}`)).toEqual([]);
  });

  it('names figures that each scenario has', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(3);
    const missing = scenarios.flatMap((scenario) =>
      RULEBOOK.flatMap((rule) =>
        pathsOf(rule)
          .filter((path) => parameterAt(scenario, path) === undefined)
          .map((path) => `${scenario.id}, ${rule.id}: ${path}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  for (const language of LANGUAGES)
    it(`has a title and words for each rule in ${language}, and for nothing else`, () => {
      const words = json(`assets/text/rulebook-${language}.json`);
      const titles = json(`assets/text/${language}.json`);
      expect(
        Object.keys(words)
          .filter((key) => !key.endsWith('.formula'))
          .sort(),
      ).toEqual([...ids].sort());
      expect(ids.filter((id) => typeof titles[`rule.${id}`] !== 'string')).toEqual([]);
      const short = Object.entries(words)
        .filter(([key]) => !key.endsWith('.formula'))
        .filter(([, text]) => String(text).length < (language === 'zh' ? 12 : 30));
      expect(short).toEqual([]);
    });

  for (const language of ['ru', 'zh'] as const)
    it(`says in ${language} each formula that has words, with the same figures in it, and none for nothing`, () => {
      const words = json(`assets/text/rulebook-${language}.json`);
      const slots = (formula: string): readonly string[] => [...formula.matchAll(/\{[^}]*\}/g)].map(([slot]) => slot).sort();
      const wrong = RULEBOOK.filter(({ id, formula }) => {
        const other = words[`${id}.formula`];
        const isInWords = /[a-z]{3}/i.test(formula.replace(/\{[^}]*\}|min|max|exp|Beta/g, ''));
        if (!isInWords) return false;
        return (
          typeof other !== 'string' ||
          slots(other).join() !== slots(formula).join() ||
          /[a-z]{5}/.test(other.replace(/\{[^}]*\}/g, ''))
        );
      });
      expect(wrong.map(({ id }) => id)).toEqual([]);
      expect(Object.keys(words).filter((key) => key.endsWith('.formula') && !ids.includes(key.replace('.formula', '')))).toEqual(
        [],
      );
    });

  it('prints the formula of an engagement that the core reckons by', () => {
    const printed = RULEBOOK.find(({ id }) => id === 'engagement')?.formula ?? '';
    const [, kill = ''] = /K = (.*?);/.exec(printed) ?? [];
    const script = kill.replaceAll('×', '*').replaceAll('−', '-').replaceAll('^', '**');
    const K = new Function('tracking', 'p', 's', 'n', `return ${script};`) as (...of: number[]) => number;
    for (const singleShot of [0, 0.25, 0.56, 1])
      for (const interceptors of [0, 7, 22, 30, 44, 100])
        for (const tracking of [0.5, 1]) {
          const raid = { warheads: 10, decoys: 40, credibleDecoys: 0 };
          const layer = { interceptors, singleShot, tracking, decoysTaken: 0.5 };
          const shots = interceptors / 30;
          const leakers = raid.warheads * (1 - K(tracking, singleShot, shots, Math.floor(shots)));
          expect(leakers).toBeCloseTo(expectedArriving(raid, [layer]), 9);
        }
  });

  it('is what docs/rules.md says: `node scripts/rules.ts` writes it', () => {
    expect(textAt('docs/rules.md')).toBe(rulesText());
  });
});

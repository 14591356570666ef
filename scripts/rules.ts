/** Writes docs/rules.md from the rulebook: `node scripts/rules.ts`. A test fails when the file and the registry part. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_LAYERS, type Rule } from '../shared/game/rule.ts';
import { figureText, formulaIn, parameterAt, pathsOf, RULEBOOK } from '../shared/game/rulebook.ts';
import { loadScenario } from '../shared/scenario/load.ts';
import type { Scenario } from '../shared/scenario/schema.ts';
import { isRefusal } from '../shared/state/refusal.ts';

const ROOT = join(import.meta.dirname, '..');
export const RULES_FILE = join(ROOT, 'docs', 'rules.md');

const json = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

const INTRODUCTION = `# The rules, one by one

Made by \`node scripts/rules.ts\` from the registry in shared/game/rulebook.ts and the texts in assets/text; do not edit. The
game shows the same book, with the figures of the scenario that is played; here they are those of best-offense-2016. "Value"
marks what is worked out whenever it is asked for and never stored; everything else writes lines of the ledger under its id.
`;

/** The whole file. */
export function rulesText(): string {
  const scenario = loadScenario(json('assets/scenarios/best-offense-2016.json'));
  if (isRefusal(scenario)) throw new Error(`${scenario.args['path']}: ${scenario.args['problem']}`);
  const words = json('assets/text/rulebook-en.json') as Readonly<Record<string, string>>;
  const texts = json('assets/text/en.json') as Readonly<Record<string, string>>;
  const chapters = RULE_LAYERS.map((layer) => {
    const rules = RULEBOOK.filter((rule) => rule.layer === layer);
    const title = texts[`rulebook.layer.${layer}`] ?? layer;
    return `## ${title}\n\n${rules.map((rule) => entryOf(scenario, rule, { words: words[rule.id], title: texts[`rule.${rule.id}`] })).join('\n\n')}\n`;
  });
  return `${INTRODUCTION}\n${chapters.join('\n')}`;
}

function entryOf(scenario: Scenario, rule: Rule, told: Readonly<Record<'words' | 'title', string | undefined>>): string {
  const also = rule.also.map((path) => `${path} ${figureText(parameterAt(scenario, path))}`);
  const inFormula = pathsOf(rule).filter((path) => !rule.also.includes(path));
  const marks = [rule.kind === 'value' ? 'value' : '', rule.phase === null ? '' : `phase ${rule.phase}`].filter(
    (mark) => mark !== '',
  );
  return [
    `### ${told.title ?? rule.id} (\`${rule.id}\`${marks.map((mark) => `, ${mark}`).join('')})`,
    '',
    told.words ?? '',
    '',
    `- Formula: ${formulaIn(scenario, rule)}`,
    ...(inFormula.length === 0 ? [] : [`- Its figures: ${inFormula.map((path) => `\`${path}\``).join(', ')}`]),
    ...(also.length === 0 ? [] : [`- It also uses: ${also.join('; ')}`]),
    `- Source: ${rule.source}. Test: ${rule.test[0]}`,
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) writeFileSync(RULES_FILE, rulesText());

/**
 * The rulebook: one entry for every rule that writes a ledger line and for every value that is worked out and not stored.
 * The page and docs/rules.md are made from it; its words, and its
 * formula where that has words, are in assets/text/rulebook-*.json under the same ids.
 */
import type { Scenario } from '../scenario/schema.ts';
import { RULE_LAYERS, type Rule } from './rule.ts';
import { ARMS_RULES } from './rulebook-arms.ts';
import { CRISIS_RULES } from './rulebook-crisis.ts';
import { DEALINGS_RULES } from './rulebook-dealings.ts';
import { POLITICS_RULES } from './rulebook-politics.ts';
import { SCORE_RULES } from './rulebook-score.ts';
import { TURN_RULES } from './rulebook-turn.ts';
import { VALUES_RULES } from './rulebook-values.ts';

const ALL: readonly Rule[] = [
  ...TURN_RULES,
  ...ARMS_RULES,
  ...DEALINGS_RULES,
  ...POLITICS_RULES,
  ...CRISIS_RULES,
  ...VALUES_RULES,
  ...SCORE_RULES,
];
export const RULEBOOK: readonly Rule[] = RULE_LAYERS.flatMap((layer) => ALL.filter((rule) => rule.layer === layer));

const SLOT = /\{([\w.-]+)\}/g;

/** The scenario with the figures that a game was made with instead of its own: what the book shows of a game. */
export function scenarioInForce(scenario: Scenario, { emboldenment }: { readonly emboldenment: number }): Scenario {
  const { parameters } = scenario;
  return { ...scenario, parameters: { ...parameters, crisis: { ...parameters.crisis, emboldenment } } };
}

/** Paths of all figures that a rule uses: under `parameters` of the scenario, or else in the scenario itself. */
export function pathsOf(rule: Rule): readonly string[] {
  return [...new Set([...[...rule.formula.matchAll(SLOT)].map(([, path]) => path as string), ...rule.also])];
}

/** The formula, or the same in another language, with the scenario's own figures in it. */
export function formulaIn(scenario: Scenario, rule: Rule, formula = rule.formula): string {
  return formula.replace(SLOT, (_slot, path: string) => figureText(parameterAt(scenario, path)));
}

/** The number (or numbers) at a path of a rule; undefined: there is none. */
export function parameterAt(scenario: Scenario, path: string): unknown {
  return at(scenario.parameters, path) ?? at(scenario, path);
}

function at(tree: unknown, path: string): unknown {
  let here = tree;
  for (const key of path.split('.')) {
    // A leg goes by its name, as in a "why?".
    if (Array.isArray(here)) here = Object.fromEntries(here.map((member: { readonly leg?: string }) => [member.leg, member]));
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[key];
  }
  return here;
}

/** A figure as the papers write it: a minus sign, not a hyphen; several in a row, named where they have names. */
export function figureText(value: unknown): string {
  if (typeof value === 'number') return String(value).replace('-', '−');
  if (Array.isArray(value)) return value.map(figureText).join(', ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${figureText(inner)}`)
    .join(', ');
}

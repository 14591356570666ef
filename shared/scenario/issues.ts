/** What the schema finds wrong, said in sentences that name the cure. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

export interface Told {
  readonly path: Path;
  readonly says: string;
}

/** Each issue as one sentence at one field; a field too many is told at that field. */
export function explained(issues: readonly Issue[], whole: unknown): readonly Told[] {
  return issues.flatMap((issue): readonly Told[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        says: 'is no field of a scenario: remove it or correct its name.',
      }));
    return [{ path: issue.path, says: sentenceOf(issue, valueAt(whole, issue.path)) }];
  });
}

const LANGUAGE_NAMES: Readonly<Record<string, string>> = { en: 'English', ru: 'Russian', zh: 'Chinese' };

function sentenceOf(issue: Issue, value: unknown): string {
  if (value === undefined) return missing(issue);
  switch (issue.code) {
    case 'invalid_type':
      return `should be ${kindName(issue.expected)}, and is ${kindOf(value)}: correct this field.`;
    case 'invalid_value':
      return `is ${JSON.stringify(value)}, which is none of ${issue.values.map(String).join(', ')}: choose one of them.`;
    case 'too_small':
      return issue.origin === 'number'
        ? `is ${String(value)}, and must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}: raise it.`
        : `is too short: it takes at least ${issue.minimum}.`;
    case 'too_big':
      return issue.origin === 'number'
        ? `is ${String(value)}, and must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}: lower it.`
        : `is too long: it takes at most ${issue.maximum}.`;
    case 'invalid_format':
      return `is ${JSON.stringify(value)}, which is not of the right form (${issue.message}): correct this field.`;
    default:
      return `${issue.message}: correct this field.`;
  }
}

/** A text lacks its language; anything else is named by what it should be. */
function missing(issue: Issue): string {
  const language = LANGUAGE_NAMES[String(issue.path.at(-1))];
  if (language !== undefined) return `is missing: write the text in ${language} too.`;
  const wanted = issue.code === 'invalid_type' ? ` (${kindName(issue.expected)})` : '';
  return `is missing: add it${wanted}.`;
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  record: 'an object',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};
const kindName = (kind: string): string => KINDS[kind] ?? kind;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return kindName(Array.isArray(value) ? 'array' : typeof value);
}

function valueAt(whole: unknown, path: Path): unknown {
  let at = whole;
  for (const key of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return at;
}

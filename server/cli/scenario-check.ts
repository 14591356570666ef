/** `threshold scenario check FILE`: everything that is wrong with a scenario, each with its line, column, field and cure. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unmeasured } from '../../shared/game/measures.ts';
import { lintScenario } from '../../shared/scenario/lint.ts';
import { readScenario } from '../../shared/scenario/load.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { SCENARIO_FOLDER } from '../match/scenarios.ts';
import { textOf } from '../named-file.ts';
import { StartFault } from '../start-fault.ts';
import { isFault, type JsonNode, namesTwice, nodeAt, type Place, placeAt, readTree } from './json-places.ts';

export interface Mistake extends Place {
  /** As in `batteries[seongju].site`; empty: the file itself. */
  readonly path: string;
  readonly says: string;
  /** A mistake keeps the file from being played; a doubt does not. */
  readonly weight: 'mistake' | 'doubt';
}

export interface Checked {
  readonly scenario: Scenario | null;
  readonly mistakes: readonly Mistake[];
}

export function checkFile(file: string): Checked {
  return checkText(textOf(file), (id) => baseOf(file, id));
}

/** The scenario that another extends: beside it, or one that comes with the game. */
function baseOf(file: string, id: string): unknown {
  const found = [dirname(file), SCENARIO_FOLDER]
    .map((folder) => join(folder, `${basename(id)}.json`))
    .find((path) => existsSync(path));
  if (found === undefined) return undefined;
  try {
    return JSON.parse(textOf(found));
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(`${found}, which ${file} extends, is not JSON: correct it first.`);
  }
}

export function checkText(text: string, base: (id: string) => unknown): Checked {
  const tree = readTree(text);
  if (isFault(tree))
    return { scenario: null, mistakes: [{ ...placeAt(text, tree.at), path: '', says: tree.says, weight: 'mistake' }] };
  const twice = namesTwice(tree).map(
    ({ name, start }): Mistake => ({
      ...placeAt(text, start),
      path: name,
      says: 'is written twice in one object, and only the last would count: take one out.',
      weight: 'mistake',
    }),
  );
  const raw: unknown = JSON.parse(text);
  const halfTold = textsLacking(raw).map((lack) => placed(text, tree, { ...lack, weight: 'mistake' }));
  const wanted = (raw as { readonly extends?: unknown } | null)?.extends;
  const read = readScenario(raw, typeof wanted === 'string' ? base(wanted) : undefined);
  if ('faults' in read) {
    const told = read.faults.map(({ args }) => ({ path: String(args['path']), says: String(args['problem']) }));
    const placedFaults = told.map((fault) => placed(text, tree, { ...fault, weight: 'mistake' as const }));
    return { scenario: null, mistakes: inOrder([...twice, ...onceEach([...placedFaults, ...halfTold])]) };
  }
  const unmeasured = aimsWithoutMeasure(read.scenario).map((lack) => placed(text, tree, { ...lack, weight: 'mistake' }));
  const doubts = lintScenario(read.scenario)
    // What is inherited is not this file's to mend: a short game keeps the facts of a long one.
    .filter(({ path }) => wanted === undefined || isWritten(tree, path))
    .map((finding) => placed(text, tree, { ...finding, weight: 'doubt' }));
  return { scenario: read.scenario, mistakes: inOrder([...twice, ...halfTold, ...unmeasured, ...doubts]) };
}

/** Whether the whole path stands in the file itself. */
function isWritten(tree: JsonNode, path: string): boolean {
  const { found, steps } = nodeAt(tree, path);
  return found === steps;
}

/** An aim is a name that the score knows how to measure. */
const aimsWithoutMeasure = ({ powers }: Scenario): readonly Pick<Mistake, 'path' | 'says'>[] =>
  POWERS.flatMap((power) =>
    powers[power].objectives
      .filter((aim) => unmeasured(aim) !== null)
      .map((aim) => ({
        path: `powers.${power}.objectives[${aim.id}].id`,
        says:
          unmeasured(aim) === 'unknown'
            ? `nothing measures "${aim.id}": name an aim that shared/game/measures.ts knows.`
            : `"${aim.id}" is about another power: give it "about": "us", "ru" or "cn".`,
      })),
  );

const inOrder = (mistakes: readonly Mistake[]): readonly Mistake[] =>
  [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);

/** The first word on a field is enough. */
const onceEach = (mistakes: readonly Mistake[]): readonly Mistake[] =>
  mistakes.filter((one, i) => mistakes.findIndex(({ path }) => path === one.path) === i);

const LANGUAGE_NAMES: readonly (readonly [string, string])[] = [
  ['en', 'English'],
  ['ru', 'Russian'],
  ['zh', 'Chinese'],
];

/** Texts that speak some languages and not all: laid over a base, they would keep its words in the rest. */
function textsLacking(raw: unknown, path = ''): readonly Pick<Mistake, 'path' | 'says'>[] {
  if (typeof raw !== 'object' || raw === null) return [];
  const keys = Object.keys(raw);
  const spoken = LANGUAGE_NAMES.filter(([code]) => keys.includes(code));
  if (!Array.isArray(raw) && spoken.length > 0 && spoken.length === keys.length)
    return LANGUAGE_NAMES.filter(([code]) => !keys.includes(code)).map(([code, name]) => ({
      path: `${path}.${code}`,
      says: `is missing: write the text in ${name} too.`,
    }));
  return Object.entries(raw).flatMap(([key, value]) => textsLacking(value, childPath(raw, path, key)));
}

function childPath(parent: object, path: string, key: string): string {
  if (!Array.isArray(parent)) return path === '' ? key : `${path}.${key}`;
  const id = (parent[Number(key)] as { readonly id?: unknown } | null)?.id;
  return `${path}[${typeof id === 'string' ? id : key}]`;
}

function placed(text: string, tree: JsonNode, told: Pick<Mistake, 'path' | 'says' | 'weight'>): Mistake {
  const { node, found, steps } = nodeAt(tree, told.path);
  const isWhole = steps > 0 && found === steps;
  // A field that is missing is told where its object begins.
  return { ...placeAt(text, isWhole ? node.nameStart || node.start : node.start), ...told };
}

/** One line each, as editors and compilers write them. */
export function mistakeLines(file: string, mistakes: readonly Mistake[]): string {
  return mistakes
    .map(({ line, column, path, says, weight }) => {
      const doubt = weight === 'doubt' ? 'doubtful: ' : '';
      return `${file}:${line}:${column}: ${doubt}${path === '' ? '' : `${path}: `}${says}`;
    })
    .join('\n');
}

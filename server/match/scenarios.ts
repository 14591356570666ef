/** The scenarios that can be played: every file of assets/scenarios, checked once at the start, boards made on demand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import { hashOf } from '../../shared/hash.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { ROOT } from '../root.ts';
import { StartFault } from '../start-fault.ts';

export interface ShelvedScenario {
  readonly scenario: Scenario;
  readonly hash: string;
  /** Works the coverage table out the first time it is asked for. */
  board(): Board;
}

export type Shelf = ReadonlyMap<string, ShelvedScenario>;

export const SCENARIO_FOLDER = join(ROOT, 'assets', 'scenarios');

/** In the order of their file names; a file that is no scenario stops the start with a sentence. */
export function readShelf(folder: string): Shelf {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const raws = new Map(files.map((name) => [name.replace(/\.json$/, ''), readJson(join(folder, name))]));
  const shelf = new Map<string, ShelvedScenario>();
  for (const [name, raw] of raws) {
    const base = raws.get(String((raw as { extends?: unknown }).extends));
    const scenario = loadScenario(raw, base);
    if (isRefusal(scenario)) {
      throw new StartFault(`The scenario ${name}.json cannot be used: ${scenario.args['path']}: ${scenario.args['problem']}`);
    }
    shelf.set(scenario.id, shelved(scenario));
  }
  if (shelf.size === 0) throw new StartFault(`There is no scenario in ${folder}: put one there.`);
  return shelf;
}

function shelved(scenario: Scenario): ShelvedScenario {
  let made: Board | undefined;
  return {
    scenario,
    hash: hashOf(scenario),
    board() {
      made ??= makeBoard(scenario);
      return made;
    },
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartFault(`The scenario ${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

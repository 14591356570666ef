/** The scenarios that can be played: every file of its folders, checked once at the start, boards made on demand. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import { hashOf } from '../../shared/hash.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { faultOf, textOf } from '../named-file.ts';
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

/**
 * One folder after another, in the order of their file names; a file that is no scenario stops the start with a sentence. One
 * may extend any other by the name of its file.
 */
export function readShelf(...folders: readonly string[]): Shelf {
  const files = folders.flatMap(filesIn).map((file) => ({ file, raw: readJson(file) }));
  const byName = new Map(files.map(({ file, raw }) => [basename(file, '.json'), raw]));
  const shelf = new Map<string, ShelvedScenario>();
  for (const { file, raw } of files) {
    const scenario = loadScenario(raw, byName.get(String((raw as { extends?: unknown } | null)?.extends)));
    if (isRefusal(scenario))
      throw new StartFault(`The scenario ${file} cannot be used: ${scenario.args['path']}: ${scenario.args['problem']}`);
    if (shelf.has(scenario.id))
      throw new StartFault(`The scenario ${file} has the id "${scenario.id}" of another: give it its own.`);
    shelf.set(scenario.id, shelved(scenario));
  }
  if (shelf.size === 0) throw new StartFault(`There is no scenario in ${folders.join(' or ')}: put one there.`);
  return shelf;
}

function filesIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    if (!existsSync(folder)) throw new StartFault(`There is no folder ${folder}: make it, or name another.`);
    throw faultOf(folder, error, 'read');
  }
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
    return JSON.parse(textOf(file));
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(`The scenario ${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

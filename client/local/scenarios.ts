/** The scenarios that a world in the page is played on: they come with the page, so that no server is needed. */
import full from '../../assets/scenarios/best-offense-2016.json' with { type: 'json' };
import practice from '../../assets/scenarios/practice.json' with { type: 'json' };
import quick from '../../assets/scenarios/quick.json' with { type: 'json' };
import { assert } from '../../shared/assert.ts';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import { isRefusal } from '../../shared/state/refusal.ts';

export type LocalScenario = 'practice' | 'quick';

const OVERLAYS: Readonly<Record<LocalScenario, unknown>> = { practice, quick };

/** Takes a second or two: the coverage table is worked out. */
export function boardOf(id: LocalScenario): Board {
  const scenario = loadScenario(OVERLAYS[id], full);
  assert(!isRefusal(scenario), `the scenario ${id} comes with the page and is sound`);
  return makeBoard(scenario);
}

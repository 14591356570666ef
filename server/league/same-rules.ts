/** Whether finished games were played by the rules and bots of now: the first of them is played again and has to come out alike. */
import { must } from '../../shared/assert.ts';
import { playOut } from '../../shared/bots/moves.ts';
import { taleOf } from '../../shared/game/tale.ts';
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';
import { StartFault } from '../start-fault.ts';
import type { Told } from './retell.ts';
import { playsOf, type Terms } from './terms.ts';

/** Games that were, and games that are to be, are one run only if nothing has changed between them. */
export function refuseOtherRules(file: string, terms: Terms, told: ReadonlyMap<string, Told>): void {
  const play = playsOf(terms, 2 * told.size).find(({ seed }) => told.has(seed));
  if (!play) return;
  const board = must(readShelf(SCENARIO_FOLDER).get(terms.scenario), terms.scenario).board();
  const now = taleOf(playOut(board, { seed: play.seed, luck: 0, theory: terms.theory }, play.seats));
  if (JSON.stringify(now) !== JSON.stringify(told.get(play.seed)?.tale))
    throw new StartFault(`${file} holds games by other rules or other bots than these of now: name another file.`);
}

/** Whether finished games were played by the rules and bots of now: the first of them is played again and has to come out alike. */
import { StartFault } from '../start-fault.ts';
import { boardsFor } from './boards.ts';
import { type Told, toldOf } from './retell.ts';
import { playedOf, type Terms } from './terms.ts';

/** Games that were, and games that are to be, are one run only if nothing has changed between them, nor in what is played again. */
export function refuseOtherRules(file: string, terms: Terms, told: ReadonlyMap<string, Told>): void {
  const [play] = playedOf(terms, told);
  if (!play) return;
  const now = toldOf(boardsFor(terms), play);
  if (JSON.stringify(now) !== JSON.stringify(told.get(play.seed)))
    throw new StartFault(`${file} holds games by other rules or other bots than these of now: name another file.`);
}

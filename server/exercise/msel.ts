/** Injects of the scenario's list (MSEL): which are due in a world now, and where each has been played. */
import { stateOf } from '../../shared/game/game.ts';
import type { MselLine } from '../../shared/protocol/exercise-view.ts';
import type { InjectPlan } from '../../shared/scenario/schema.ts';
import type { Lead } from '../match/lead.ts';
import type { Match } from '../match/match.ts';

/** Whether a world has had it, in a turn that still counts. */
export const hasCome = ({ table }: Match, id: string): boolean => table.bulletins.some(({ msel }) => msel === id);

/** Each once, at the opening of a turn; what was undone by winding back comes again. */
export function dueInjects(match: Match): readonly InjectPlan[] {
  const { world } = stateOf(match.game);
  if (!match.table.hasBegun || world.phase !== 'orders') return [];
  return match.plan.board.scenario.injects.filter(({ id, when }) => {
    if (hasCome(match, id) || when.at === 'hand') return false;
    return when.at === 'turn' ? when.turn === world.turn : world.tension >= when.over;
  });
}

export function injectLead({ id, words, to, effects }: InjectPlan): Extract<Lead, { name: 'bulletin' }> {
  const event = effects.length === 0 ? null : { id, effects };
  return { name: 'bulletin', bulletin: { to, kind: 'inject', words, language: '' }, event, msel: id };
}

export function mselOf(injects: readonly InjectPlan[], matches: readonly Match[]): readonly MselLine[] {
  return injects.map(({ id, words, to, when }) => ({
    id,
    words,
    to,
    when,
    fired: matches.flatMap(({ plan, table }) =>
      table.bulletins.filter(({ msel }) => msel === id).map(({ turn }) => ({ world: plan.code, turn })),
    ),
  }));
}

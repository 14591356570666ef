/** Which worlds need their facilitator and why, and what is missing before the first turn. */
import { must } from '../../shared/assert.ts';
import { stateOf } from '../../shared/game/game.ts';
import { type GateLack, NEEDS, type Need } from '../../shared/protocol/exercise-view.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import type { Match } from '../match/match.ts';
import { peopleAt } from '../match/table.ts';
import { unjudgedWords } from '../match/typed-words.ts';
import { delegatesIn, type Roll } from './roll.ts';

/** A seat that has saved nothing when so little of its time is left is silent. */
const SILENT_SHARE_MS = 60_000;

export function needsOf(match: Match, nowMs: number): readonly Need[] {
  if (match.isBroken) return [{ why: 'broken', power: null, sinceMs: 0 }];
  if (match.isOver || !match.table.hasBegun) return [];
  const { world } = stateOf(match.game);
  const { table } = match;
  const margin = must(match.game.played.at(-1)?.moment ?? match.game.opening, 'a game has a moment').gauge.mid;
  const people = peopleAt(table);
  const needs: Need[] = [];
  if (margin < 0) needs.push({ why: 'margin-negative', power: null, sinceMs: 0 });
  if (world.phase === 'crisis') needs.push({ why: 'crisis', power: null, sinceMs: 0 });
  if (table.waiting.length + unjudgedWords(table).length > 0 && match.plan.speech === 'approved')
    needs.push({ why: 'waiting-words', power: null, sinceMs: 0 });
  const deadline = match.deadlineMs();
  const isLate = deadline !== null && deadline - nowMs < SILENT_SHARE_MS;
  for (const power of people) {
    if (!match.isHere(power) && !table.paper[power]) needs.push({ why: 'disconnected', power, sinceMs: match.goneMs(power) });
    else if (isLate && table.drafts[power] === undefined && world.phase === 'orders')
      needs.push({ why: 'silent', power, sinceMs: 0 });
    else if (isLate && !match.hasCommitted(power)) needs.push({ why: 'not-ready', power, sinceMs: 0 });
  }
  return needs.sort((a, b) => NEEDS.indexOf(a.why) - NEEDS.indexOf(b.why));
}

/** By urgency of the first need, then by number: the order of the console. */
export const urgency = (needs: readonly Need[]): number => {
  const [first] = needs;
  return first === undefined ? NEEDS.length : NEEDS.indexOf(first.why);
};

/** Seats that nobody plays, and people who are not here or have not practised. Bots may cover all of it: the gate can be overridden. */
export function lacksOf(match: Match, roll: Roll): readonly GateLack[] {
  if (match.table.hasBegun) return [];
  const { code } = match.plan;
  return POWERS.flatMap((power): readonly GateLack[] => {
    if (match.table.paper[power]) return [];
    const people = delegatesIn(roll, code, power);
    if (people.length === 0) return [{ world: code, what: 'seat-empty', power, people: [] }];
    const away = people.filter(({ person }) => !match.isConnected(person)).map(({ id }) => id);
    const unpractised = people.filter(({ hasPractised }) => !hasPractised).map(({ id }) => id);
    return [
      ...(away.length > 0 ? [{ world: code, what: 'not-here' as const, power, people: away }] : []),
      ...(unpractised.length > 0 ? [{ world: code, what: 'not-practised' as const, power, people: unpractised }] : []),
    ];
  });
}

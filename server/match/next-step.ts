/** The next step of a game: all sheets or all choices. What persons handed in, and for who did not, what silence means. */
import { botChoices, botSheets, turnOf } from '../../shared/bots/moves.ts';
import type { CrisisChoice, Game, Step } from '../../shared/game/game.ts';
import { stateOf } from '../../shared/game/game.ts';
import { isParty } from '../../shared/game/play-refusal.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { presetOf } from './clock.ts';
import type { Ready } from './forethought.ts';
import { dealsIn } from './judge-talk.ts';
import type { MatchPlan } from './plan.ts';
import { botsAt, peopleAt, type Table } from './table.ts';
import { sayable } from './typed-words.ts';

interface Ahead {
  readonly game: Game;
  readonly table: Table;
  readonly plan: Pick<MatchPlan, 'pace' | 'speech' | 'exercise'>;
  /** What strategists have thought out; who has not moves by his page. */
  readonly ready: Ready;
}

export function nextStep({ game, table, plan, ready: { plans, choices } }: Ahead): Step {
  const state = stateOf(game);
  const people = peopleAt(table);
  const isLucky = table.luck > 0;
  const luck = isLucky ? { luck: table.luck } : {};
  const drawn = isLucky ? { ...game, setup: { ...game.setup, ...luck } } : game;
  if (state.world.phase === 'crisis') {
    const chosen = people.map((power) => [
      power,
      table.choices[power] ?? (presetOf(plan.pace).isLive ? silence(state, table, power) : instructed(game, power)),
    ]);
    return { type: 'round', choices: { ...botChoices(drawn, botsAt(table), choices), ...Object.fromEntries(chosen) }, ...luck };
  }
  const handedIn = people.map((power) => [power, sayable(table.drafts[power]?.sheet ?? EMPTY_SHEET, power, { table, plan })]);
  const deals = dealsIn(table, state.world.turn);
  return {
    ...turnOf({ ...botSheets(drawn, botsAt(table), deals, plans), ...Object.fromEntries(handedIn) }, deals, plans),
    ...(table.injects.length === 0 ? {} : { injects: table.injects }),
    ...luck,
  };
}

/** No choice in time: a person holds, a caretaker stands down, the third watches. */
function silence(state: State, table: Table, power: Power): CrisisChoice {
  if (!isParty(state, power)) return 'watch';
  return table.covered[power] ? 'stand-down' : 'hold';
}

/** By the day nobody waits for a crisis: each does what his last sheet said he would, and who is no party watches. */
function instructed(game: Game, power: Power): CrisisChoice {
  const state = stateOf(game);
  if (!isParty(state, power)) return 'watch';
  const last = game.played.findLast(({ step }) => step.type === 'turn')?.step;
  const standing = (last?.type === 'turn' ? last.sheets[power]?.standing : undefined) ?? 'hold';
  if (standing !== 'escalate-once') return standing;
  const opening = game.played.at(-1)?.step.type === 'turn';
  return opening ? 'escalate' : 'hold';
}

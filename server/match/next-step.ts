/** The next step of a game: all sheets or all choices. What persons handed in, and for who did not, what silence means. */
import { botChoices, type Plans, turnOf } from '../../shared/bots/moves.ts';
import type { CrisisChoice, Game, Step } from '../../shared/game/game.ts';
import { stateOf } from '../../shared/game/game.ts';
import { isParty } from '../../shared/game/play-refusal.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { type Pace, presetOf } from './clock.ts';
import { dealsIn } from './judge-talk.ts';
import { botsOf, personsOf } from './seats.ts';
import type { Table } from './table.ts';

interface Ahead {
  readonly game: Game;
  readonly table: Table;
  readonly pace: Pace;
  /** What strategists have thought out; who has not moves by his page. */
  readonly plans: Plans;
}

export function nextStep({ game, table, pace, plans }: Ahead): Step {
  const state = stateOf(game);
  const persons = personsOf(table.seats);
  if (state.world.phase === 'crisis') {
    const chosen = persons.map((power) => [
      power,
      table.choices[power] ?? (presetOf(pace).isLive ? silence(state, table, power) : instructed(game, power)),
    ]);
    return { type: 'round', choices: { ...botChoices(game, botsOf(table.seats)), ...Object.fromEntries(chosen) } };
  }
  const handedIn = persons.map((power) => [power, table.drafts[power]?.sheet ?? EMPTY_SHEET]);
  const deals = dealsIn(table, state.world.turn);
  const turn = turnOf(game, botsOf(table.seats), deals, plans);
  return { ...turn, sheets: { ...turn.sheets, ...Object.fromEntries(handedIn) } };
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

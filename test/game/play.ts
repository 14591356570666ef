/** Plays whole games by bots, as the server would: each bot from its own view, with draws of its own. */
import { readFileSync } from 'node:fs';
import { botRound, botTurn } from '../../shared/bots/moves.ts';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import { type Game, type Played, type Returned, stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import { type BotName, POWERS, type Power, type Theory } from '../../shared/scenario/names.ts';
import { isRefusal } from '../../shared/state/refusal.ts';

const raw = (id: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/scenarios/${id}.json`, import.meta.url), 'utf8'));

/** The scenario that the others are laid over. */
const FULL = 'best-offense-2016';

/** The board of a shipped scenario. */
export function boardOf(id: string): Board {
  const scenario = loadScenario(raw(id), id === FULL ? undefined : raw(FULL));
  if (isRefusal(scenario)) throw new Error(`${scenario.key} ${JSON.stringify(scenario.args)}`);
  return makeBoard(scenario);
}

export type Seats = Readonly<Record<Power, BotName>>;

export function botStep(game: Game, seats: Seats): Game {
  const bots = POWERS.map((power) => [power, seats[power]] as const);
  if (stateOf(game).world.phase === 'orders') return advance(game, botTurn(game, bots));
  return advance(game, botRound(game, bots));
}

/** A whole game to its end; at most so many steps as turns and crises allow. */
export function botGame(board: Board, seed: string, seats: Seats, theory: Theory = 'contested'): Game {
  let game = newGame(board, { seed, luck: 0, theory });
  const most = board.scenario.turns + board.scenario.parameters.crisis.perGame * board.scenario.parameters.crisis.rounds;
  for (let step = 0; step <= most && stateOf(game).world.phase !== 'ended'; step++) game = botStep(game, seats);
  return game;
}

export const ALL_HAWKS: Seats = { us: 'hawk', ru: 'hawk', cn: 'hawk' };

/**
 * What may come back to a bot: a half of a joint order whose other half the partner struck, and what a host refuses whose
 * mind an outside event changed on that very morning. Bots know consent in bands, whose limits are the rules' own, so what
 * else looks legal to them is legal.
 */
export const fairlyReturned = ({ effects, returned }: Played): readonly Returned[] =>
  returned.filter(
    ({ refusal: { key, args } }) =>
      key === 'refusal.left-waiting' ||
      (key === 'refusal.host' &&
        effects.some(({ rule, subject }) => ['event', 'administration'].includes(rule) && subject === `hosts/${args['host']}`)),
  );

/** How well each power has done by its own lights: four public aims and a secret one, means over the turns played (RULES 9). */

import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import type { Power, Viewer } from '../scenario/names.ts';
import { memory } from '../state/memory.ts';
import { nextTurn } from '../state/read.ts';
import type { State } from '../state/state.ts';
import type { Game } from './game.ts';
import { measured, secretMeasured } from './measures.ts';
import { veil } from './veil.ts';

export interface Objective {
  readonly id: string;
  readonly secret: boolean;
  /** 0 to 25. */
  readonly points: number;
}

export interface Score {
  readonly objectives: readonly Objective[];
  /** Sum over objectives as a share of what there is, 0 to 1; -1 after nuclear use. */
  readonly normalised: number;
}

/**
 * The score so far: the mean over the turns that have closed; before the first, the state at the start. While the game
 * lasts, a seat reckons it from its own knowledge (`eyes` its own), or the score would tell what the views hide.
 */
export function scoreOf(game: Game, power: Power, eyes: Viewer = 'all'): Score {
  const ends = closedTurns(game);
  const states = ends.length > 0 ? ends : [game.start];
  const lines = states.map((state) => lineOf(game.board, veil(game.board, state, eyes), power));
  const points = must(lines[0], 'a game has a state').map((first, i) => ({
    id: first.id,
    secret: first.secret,
    points: lines.reduce((sum, line) => sum + (line[i]?.points ?? 0), 0) / lines.length,
  }));
  const most = game.board.scenario.parameters.score.pointsPerObjective * points.length;
  const war = states.at(-1)?.world.ending;
  const lost = war === 'strike' || war === 'accident';
  return { objectives: points, normalised: lost ? -1 : points.reduce((sum, o) => sum + o.points, 0) / most };
}

/** The states in which turns ended, each as it stands when the next turn opens. */
export function closedTurns(game: Game): readonly State[] {
  return closingSteps(game)
    .map(({ state }) => state)
    .map((state) => (state.world.phase === 'ended' ? endedOnce(game.board, state, 'next', () => nextTurn(state)) : state));
}

/** The steps with which turns ended; where a facilitator ended the game, that is no turn. */
export function closingSteps({ played }: Pick<Game, 'played'>): Game['played'] {
  return played.filter(({ step, state }) => step.type !== 'end' && state.world.phase !== 'crisis');
}

/** One and the same state, so that what is worked out of it for one seat is known for the others. */
const endedOnce = memory<State>();

/** Every view tells the score so far, so the turns that are over are asked for again and again. */
const scoredOnce = memory<readonly Objective[]>();

/** One turn's points of a power, in the order of its objectives, the secret one last. */
export function lineOf(board: Board, state: State, power: Power): readonly Objective[] {
  return scoredOnce(board, state, power, () => scored(board, state, power));
}

function scored(board: Board, state: State, power: Power): readonly Objective[] {
  const { pointsPerObjective } = board.scenario.parameters.score;
  const aiming = { board, state, power };
  const aims = board.scenario.powers[power].objectives.map((objective) => ({
    id: objective.id,
    secret: false,
    points: pointsPerObjective * measured(aiming, objective),
  }));
  const aim = state.powers[power].secretAim;
  return [...aims, { id: aim, secret: true, points: aim === '' ? 0 : pointsPerObjective * secretMeasured(aiming, aim) }];
}

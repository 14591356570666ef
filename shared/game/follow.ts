/**
 * The same sheets in another world: a game's orders, words and crisis choices are handed in again, whatever comes of them.
 * What is no longer legal comes back as in play; who was never asked in a crisis holds.
 */
import type { Theory } from '../scenario/names.ts';
import { type Choices, type Game, type Step, stateOf } from './game.ts';
import { newGame } from './start.ts';
import { advance } from './turn.ts';

/** One turn as it was played: its sheets, and what was chosen in the rounds of the crisis that followed, by round. */
export interface PlayedTurn {
  readonly turn: number;
  readonly step: Extract<Step, { type: 'turn' }>;
  readonly rounds: ReadonlyMap<number, Choices>;
}

export function playedTurns({ played }: Pick<Game, 'played'>): readonly PlayedTurn[] {
  return played.flatMap(({ step, turn }) => {
    if (step.type !== 'turn') return [];
    const rounds = played.flatMap((one) =>
      one.turn === turn && one.step.type === 'round' ? [[one.round, one.step.choices] as const] : [],
    );
    return [{ turn, step, rounds: new Map(rounds) }];
  });
}

/** Plays these turns on from where the game stands, until they are over or the game is. */
export function follow(game: Game, turns: readonly PlayedTurn[]): Game {
  let now = game;
  for (const { step, rounds } of turns) {
    if (stateOf(now).world.phase === 'ended') break;
    now = advance(now, step);
    while (stateOf(now).world.phase === 'crisis')
      now = advance(now, { type: 'round', choices: rounds.get(stateOf(now).crisis.round) ?? {} });
  }
  return now;
}

/** The same sheets and the same luck in a world where the other school is right. */
export function underTheory(game: Game, theory: Theory): Game {
  return follow(newGame(game.board, { ...game.setup, theory }), playedTurns(game));
}

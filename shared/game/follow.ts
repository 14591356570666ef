/**
 * The same sheets in another world: a game's orders, words and crisis choices are handed in again, whatever comes of them.
 * What is no longer legal comes back as in play; who was never asked in a crisis holds.
 */
import type { Theory } from '../scenario/names.ts';
import { type Game, type Step, stateOf } from './game.ts';
import { newGame } from './start.ts';
import { advance } from './turn.ts';

/** One turn as it was played: its sheets, the rounds of the crisis that followed, and whether a facilitator ended the game in it. */
export interface PlayedTurn {
  readonly turn: number;
  readonly step: Extract<Step, { type: 'turn' }>;
  readonly rounds: ReadonlyMap<number, Extract<Step, { type: 'round' }>>;
  readonly isEnd: boolean;
}

export function playedTurns({ played }: Pick<Game, 'played'>): readonly PlayedTurn[] {
  const lastTurn = played.findLast(({ step }) => step.type === 'turn')?.turn ?? 0;
  return played.flatMap(({ step, turn }) => {
    if (step.type !== 'turn') return [];
    const rounds = played.flatMap((one) =>
      one.turn === turn && one.step.type === 'round' ? [[one.round, one.step] as const] : [],
    );
    // Ended before the next turn was played, it was ended after this one.
    const isEnd = played.some((one) => one.step.type === 'end' && one.turn <= turn + 1) && turn === lastTurn;
    return [{ turn, step, rounds: new Map(rounds), isEnd }];
  });
}

/** A round that never was: who was never asked holds, and the luck is the turn's. */
const unasked = ({ luck }: PlayedTurn['step']): Step =>
  luck === undefined ? { type: 'round', choices: {} } : { type: 'round', choices: {}, luck };

/** Plays these turns on from where the game stands, until they are over or the game is. */
export function follow(game: Game, turns: readonly PlayedTurn[]): Game {
  let now = game;
  for (const { step, rounds, isEnd } of turns) {
    if (stateOf(now).world.phase === 'ended') break;
    now = advance(now, step);
    while (stateOf(now).world.phase === 'crisis') {
      const round = rounds.get(stateOf(now).crisis.round);
      if (round === undefined && isEnd) break;
      now = advance(now, round ?? unasked(step));
    }
    if (isEnd && stateOf(now).world.phase !== 'ended') now = advance(now, { type: 'end' });
  }
  return now;
}

/** The same sheets and the same luck in a world where the other school is right. */
export function underTheory(game: Game, theory: Theory): Game {
  return follow(newGame(game.board, { ...game.setup, theory }), playedTurns(game));
}

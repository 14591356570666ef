/** What drove tension and the smallest margin, turn by turn: the weightiest reasons of the ledger, and what a margin is made of. */
import { publicMargins } from '../crisis/alarm.ts';
import type { DyadId } from '../scenario/names.ts';
import type { Because } from '../state/ledger.ts';
import type { State } from '../state/state.ts';
import type { Game } from './game.ts';
import { closedTurns } from './score.ts';
import { veil } from './veil.ts';

/** How much a reason moved tension in a turn. */
export interface Driver {
  readonly because: Because;
  readonly change: number;
}

export interface Drivers {
  readonly turn: number;
  /** Of tension over the turn, its crisis included. */
  readonly change: number;
  /** The weightiest, the weightiest first. */
  readonly reasons: readonly Driver[];
  /** The pair with the smallest public margin at the turn's end: the margin is the threshold less the alarm. */
  readonly smallest: { readonly dyad: DyadId; readonly threshold: number; readonly alarm: number; readonly margin: number };
}

const MOST_REASONS = 3;

export function driversOf(game: Game): readonly Drivers[] {
  return closedTurns(game).map((state, i) => {
    const turn = i + 1;
    const lines = game.played
      .filter((step) => step.turn === turn)
      .flatMap(({ effects }) => effects.filter(({ subject, variable }) => subject === 'world' && variable === 'tension'));
    const all = lines.map(({ because, before, after }) => ({ because, change: Number(after) - Number(before) }));
    const reasons = [...all].sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, MOST_REASONS);
    return { turn, change: all.reduce((sum, { change }) => sum + change, 0), reasons, smallest: smallestOf(game, state) };
  });
}

function smallestOf({ board, setup }: Game, state: State): Drivers['smallest'] {
  const [first, ...rest] = publicMargins(board, veil(board, state, 'public'), setup.theory);
  const smallest = rest.reduce((least, one) => (one.margin < least.margin ? one : least), first as NonNullable<typeof first>);
  const { id, threshold, alarm, margin } = smallest;
  return { dyad: id, threshold, alarm, margin };
}

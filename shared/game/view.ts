/**
 * The one door by which knowledge leaves: everything that is sent to anybody about a game is made here, from the veil
 * (game/veil.ts) and the lines of the ledger that a viewer may read (game/telling.ts).
 */
import type { Power, Theory, Viewer } from '../scenario/names.ts';
import type { Effect } from '../state/ledger.ts';
import type { Spoken, State } from '../state/state.ts';
import { type Choices, emboldenmentOf, type Game, type Moment, type Returned, stateOf } from './game.ts';
import { type Objective, scoreOf } from './score.ts';
import { told } from './telling.ts';
import { veil } from './veil.ts';

export interface View {
  readonly viewer: Viewer;
  readonly seat: Power | null;
  /** Theory is public: it is announced with the game. The seed is not. */
  readonly theory: Theory;
  /** How much of the rule of emboldenment this game is played with, 0 to 1. */
  readonly emboldenment: number;
  readonly state: State;
  /** What the last step changed, as far as the viewer may see it. */
  readonly effects: readonly Effect[];
  /** The turn and round that the last step was; 0 and 0 before the first. */
  readonly last: { readonly turn: number; readonly round: number };
  /** Crisis choices made in the last step, if it was a round: they were made in the open. */
  readonly choices: Choices | null;
  /** The viewer's own orders and words that came back in the last step. */
  readonly returned: readonly Returned[];
  readonly timeline: readonly Moment[];
  /** Words in public to which their speaker's deeds gave the lie, of the whole game: the state lets go of words after some turns. */
  readonly belied: readonly Spoken[];
  /** Own objectives so far, as far as the seat can tell; empty for the public. The debrief has the true ones. */
  readonly objectives: readonly Objective[];
}

/** The state alone as a viewer may know it, for whoever needs no more of his view: a receipt, a public figure. */
export const stateSeenBy = (game: Game, viewer: Viewer): State => veil(game.board, stateOf(game), viewer);

const beliedIn = ({ played }: Game): readonly Spoken[] =>
  played.flatMap(({ step, turn, state }) =>
    step.type === 'turn'
      ? Object.values(state.spoken).filter((said) => said.turn === turn && said.belied === true && said.venue !== 'private')
      : [],
  );

export function viewOf(game: Game, viewer: Viewer): View {
  const { board, setup } = game;
  const seat = viewer === 'public' || viewer === 'all' ? null : viewer;
  const last = game.played.at(-1);
  const before = game.played.at(-2)?.state ?? game.start;
  return {
    viewer,
    seat,
    theory: setup.theory,
    emboldenment: emboldenmentOf(game),
    state: stateSeenBy(game, viewer),
    effects: last ? told(board, { before, after: last.state, effects: last.effects }, viewer) : [],
    last: { turn: last?.turn ?? 0, round: last?.round ?? 0 },
    choices: last?.step.type === 'round' ? last.step.choices : null,
    returned: last?.returned.filter((one) => one.power === seat) ?? [],
    belied: beliedIn(game),
    timeline: [game.opening, ...game.played.map((played) => played.moment)],
    objectives: seat ? scoreOf(game, seat, seat).objectives : [],
  };
}

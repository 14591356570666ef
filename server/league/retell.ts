/** One game told: as the bots play it, and as it goes in each of the other ways that were asked for. */
import { type BotSeats, playOut } from '../../shared/bots/moves.ts';
import type { Board } from '../../shared/capability/board.ts';
import type { Game } from '../../shared/game/game.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { type Tale, taleOf } from '../../shared/game/tale.ts';
import type { OrderKind, Power, Theory } from '../../shared/scenario/names.ts';
import { forcedGame } from './forced.ts';
import type { Retold, Swept, Variant } from './variant.ts';
import { hushing } from './words.ts';

export interface Play {
  readonly seed: string;
  readonly seats: BotSeats;
  /** Each of these once more, from the same seed. */
  readonly again: readonly Variant[];
}

export interface Told {
  readonly seed: string;
  readonly tale: Tale;
  /** The kinds of order that each seat could give at some time. */
  readonly allowed: Readonly<Record<Power, readonly OrderKind[]>>;
  /** In the order of what was asked for; null: it could not be. */
  readonly again: readonly (Retold | null)[];
}

/** Where games are played: the scenario, and the scenario with one number changed. */
export interface Boards {
  readonly board: Board;
  readonly theory: Theory;
  readonly changed: (swept: Swept) => Board;
}

export function toldOf(boards: Boards, { seed, seats, again }: Play): Told {
  const setup = { seed, luck: 0, theory: boards.theory };
  const game = playOut(boards.board, setup, seats);
  const retold = (variant: Variant): Retold | null => {
    if (variant.instead === 'forced') return forcedGame(game, seats, variant);
    const other =
      variant.instead === 'swept'
        ? playOut(boards.changed(variant), setup, seats)
        : playOut(boards.board, setup, seats, hushing(variant));
    return { tale: taleOf(other), against: null };
  };
  return { seed, tale: taleOf(game), allowed: allowedIn(game), again: again.map(retold) };
}

function allowedIn(game: Game): Told['allowed'] {
  const openings = [game.start, ...game.played.map(({ state }) => state)].filter(({ world }) => world.phase === 'orders');
  const kindsOf = (power: Power): readonly OrderKind[] => {
    const options = openings.flatMap((state) => optionsFor(game.board, state, power));
    const may = new Set(options.filter(({ refusal }) => refusal === null).map(({ order }) => order.kind));
    // What a treaty could say has no end, and is not among the options.
    return game.board.scenario.orderKinds.filter((kind) => kind === 'treaty' || may.has(kind));
  };
  return { us: kindsOf('us'), ru: kindsOf('ru'), cn: kindsOf('cn') };
}

/**
 * A strategist's choice in a round of a crisis: each is played on in imagined worlds, against others who choose at the same
 * time without knowing it, with the chances of accidents reckoned and not drawn.
 */
import type { Board } from '../../capability/board.ts';
import { marginsOf } from '../../crisis/alarm.ts';
import { type CrisisChoice, type Game, type Sheets, stateOf } from '../../game/game.ts';
import { advance } from '../../game/turn.ts';
import type { Power } from '../../scenario/names.ts';
import { nextTurn } from '../../state/read.ts';
import type { State } from '../../state/state.ts';
import type { Thinking } from '../thinking.ts';
import { beliefsOf, mindsIn } from './belief.ts';
import { type Campaign, thinkingIn } from './campaign.ts';
import { imagine } from './imagined.ts';
import { choicesIn, roundHazard } from './peril.ts';
import { ahead, byPages, shareOf, type World, worldOf } from './rollout.ts';

/** Worlds in which each choice is tried. */
const WORLDS = 4;

export function strategistChoice(board: Board, campaign: Campaign): CrisisChoice {
  const thinking = thinkingIn(board, campaign);
  const { view, power } = thinking;
  const { seed, past } = campaign;
  const beliefs = beliefsOf(board, view, power, past);
  const places = Array.from({ length: WORLDS }, (_, n): Place => {
    const minds = mindsIn(power, beliefs, { seed, turn: view.state.world.turn, n, count: WORLDS });
    const world = worldOf(imagine(board, view, power, { seed, n }), minds, []);
    return { world, power, next: null };
  });
  const worth = (choice: CrisisChoice): number => places.reduce((sum, place) => sum + outcome(place, choice), 0) / WORLDS;
  const values = choicesOf(thinking).map((choice) => ({ choice, value: worth(choice) }));
  return values.reduce((best, one) => (one.value > best.value ? one : best)).choice;
}

/** A world with a crisis in it, and the sheets of the turn after, once they are known: the same for whatever is chosen now. */
interface Place {
  readonly world: World;
  readonly power: Power;
  next: Sheets | null;
}

/** The calmest first: of what comes to the same it does the first. */
function choicesOf({ board, view, power }: Thinking): readonly CrisisChoice[] {
  const { first, second } = view.state.crisis;
  if (power !== first && power !== second) return ['mediate', 'watch'];
  const other = power === first ? second : first;
  const [own] = marginsOf(board, view.state, [power, other], { eyes: power, theory: view.theory });
  return ['stand-down', 'hold', 'escalate', ...(own.margin < 0 ? (['strike'] as const) : [])];
}

/** The crisis played on to its end from a choice of this round, later rounds by the mildest page; and the score that it leaves. */
function outcome(place: Place, choice: CrisisChoice): number {
  const { power, world } = place;
  const { board, minds } = world;
  let game: Game = { ...world.game, board };
  let peace = 1;
  for (let round = 0; round <= board.scenario.parameters.crisis.rounds; round++) {
    const before = stateOf(game);
    if (before.world.phase !== 'crisis') break;
    peace *= 1 - roundHazard(board, before);
    const choices = choicesIn(game, { ...minds, [power]: 'dove' });
    const next = advance(game, { type: 'round', choices: round === 0 ? { ...choices, [power]: choice } : choices });
    const { ending } = stateOf(next).world;
    if (ending === 'strike') return -1;
    // An accident that this world's luck would have: it is reckoned already.
    if (ending === 'accident') break;
    game = next;
  }
  const left = stateOf(game);
  const later = left.world.phase === 'orders' ? afterwards(place, left) : shareOf(game, nextTurn(left), power);
  return peace * later - (1 - peace);
}

/** What the seat would come to from here, as the next turn would leave it. */
function afterwards(place: Place, start: State): number {
  const { power, world } = place;
  const playing = place.next;
  const played = { ...world, game: { ...world.game, start, played: [] } };
  const { course, values } = ahead(played, playing ? () => playing : byPages(world.minds, {}, []), 1, [power]);
  place.next ??= course[0] ?? null;
  return values[0] ?? 0;
}

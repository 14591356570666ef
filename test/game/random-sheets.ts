/** Sheets and choices that nobody would plan: random orders and words, legal and not, repeatable from a seed. */
import type { Board } from '../../shared/capability/board.ts';
import { type Choices, type CrisisChoice, type Game, type Sheets, stateOf } from '../../shared/game/game.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { draw } from '../../shared/math/draw.ts';
import type { Sheet, Statement } from '../../shared/orders/sheet.ts';
import { POWERS, type Power, SPEAKERS, STATEMENT_KINDS, THEORIES, VENUES } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';

export type Dice = (most: number) => number;

/** Whole numbers below `most`, one after another, from a seed. */
export function diceOf(seed: string): Dice {
  let n = 0;
  return (most) => Math.floor(draw({ seed, luck: 0, turn: 0, round: 0, rule: 'dice', subject: 'test', n: n++ }) * most);
}

export function randomSheet(board: Board, state: State, power: Power, dice: Dice): Sheet {
  const options = optionsFor(board, state, power);
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const orders = Array.from({ length: dice(5) }, () => pick(options).order);
  const statements = Array.from({ length: dice(4) }, () => randomStatement(board, state, power, dice));
  const own = Object.keys(state.commitments).filter((id) => state.commitments[id]?.power === power);
  return { orders, statements, abandon: own.length > 0 && dice(4) === 0 ? [pick(own)] : [] };
}

function randomStatement(board: Board, state: State, power: Power, dice: Dice): Statement {
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const kind = pick(STATEMENT_KINDS);
  const battery = pick(board.scenario.batteries).id;
  const third = pick(board.scenario.thirds).id;
  const condition = pick([
    { type: 'battery-active', battery },
    { type: 'inventory-over', battery, count: state.batteries[battery]?.inventory ?? 0 },
    { type: 'third-test', third },
    { type: 'posture-generated', power: pick(POWERS) },
    { type: 'exercise-held', power: pick(POWERS) },
  ] as const);
  const binding = kind === 'red-line' || kind === 'pledge';
  const commitment = binding
    ? {
        condition,
        response: kind === 'red-line' ? pick(['build', 'penaids', 'coerce'] as const) : null,
        until: state.world.turn + 1 + dice(4),
      }
    : null;
  const target = pick([...POWERS, 'all'] as const);
  return {
    speaker: pick(SPEAKERS),
    kind,
    target,
    subject: pick([battery, third, 'arms']),
    venue: pick(VENUES),
    commitment,
    words: `${power} ${kind}`,
    language: 'en',
  };
}

export function randomSheets(game: Game, dice: Dice): Sheets {
  const sheet = (power: Power): Sheet => randomSheet(game.board, stateOf(game), power, dice);
  return { us: sheet('us'), ru: sheet('ru'), cn: sheet('cn') };
}

const CHOICES: readonly CrisisChoice[] = ['stand-down', 'hold', 'escalate', 'strike', 'mediate', 'watch'];

export function randomChoices(dice: Dice): Choices {
  const choice = (): CrisisChoice => CHOICES[dice(CHOICES.length)] as CrisisChoice;
  return { us: choice(), ru: choice(), cn: choice() };
}

export function randomStep(game: Game, dice: Dice): Game {
  return stateOf(game).world.phase === 'orders'
    ? advance(game, { type: 'turn', sheets: randomSheets(game, dice) })
    : advance(game, { type: 'round', choices: randomChoices(dice) });
}

/** A whole game of nonsense, or its first `steps` steps. */
export function randomGame(board: Board, seed: string, steps = 40): Game {
  const dice = diceOf(seed);
  let game = newGame(board, { seed, luck: 0, theory: THEORIES[dice(THEORIES.length)] ?? 'contested' });
  for (let step = 0; step < steps && stateOf(game).world.phase !== 'ended'; step++) game = randomStep(game, dice);
  return game;
}

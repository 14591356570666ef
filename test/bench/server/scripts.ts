/** Games that were played before anything is measured: what three persons hand in turn by turn, each sheet legal in its turn. */
import type { Board } from '../../../shared/capability/board.ts';
import { checkSheet } from '../../../shared/game/check.ts';
import { type Game, stateOf } from '../../../shared/game/game.ts';
import { newGame } from '../../../shared/game/start.ts';
import { advance } from '../../../shared/game/turn.ts';
import type { Sheet } from '../../../shared/orders/sheet.ts';
import type { Power } from '../../../shared/scenario/names.ts';
import { boardOf } from '../../game/play.ts';
import { type Dice, diceOf, randomSheet } from '../../game/random-sheets.ts';

export type ScenarioId = Parameters<typeof boardOf>[0];

export interface Script {
  readonly scenario: ScenarioId;
  /** A match with this seed goes the same way. */
  readonly seed: string;
  readonly turns: readonly Readonly<Record<Power, Sheet>>[];
}

/** Of so many random sheets the fullest is handed in, without what would come back of it. */
const DRAWN = 6;
const MOST_TRIED = 200;

/** Scripts of so many turns, none of which leads into a crisis or to the end. */
export function writeScripts(scenario: ScenarioId, count: number, turns: number): readonly Script[] {
  const board = boardOf(scenario);
  const scripts: Script[] = [];
  for (let n = 0; scripts.length < count; n++) {
    if (n === MOST_TRIED) throw new Error(`only ${scripts.length} of ${MOST_TRIED} games stay calm for ${turns} turns`);
    const script = writeScript(board, `bench ${n}`, turns);
    if (script) scripts.push({ scenario, ...script });
  }
  return scripts;
}

function writeScript(board: Board, seed: string, turns: number): Omit<Script, 'scenario'> | null {
  const dice = diceOf(seed);
  const sheets: Record<Power, Sheet>[] = [];
  let game = newGame(board, { seed, luck: 0, theory: board.scenario.theory });
  while (sheets.length < turns) {
    if (stateOf(game).world.phase !== 'orders') return null;
    const turn = { us: legalSheet(game, 'us', dice), ru: legalSheet(game, 'ru', dice), cn: legalSheet(game, 'cn', dice) };
    sheets.push(turn);
    game = advance(game, { type: 'turn', sheets: turn });
  }
  return stateOf(game).world.phase === 'orders' ? { seed, turns: sheets } : null;
}

function legalSheet(game: Game, power: Power, dice: Dice): Sheet {
  const legal = Array.from({ length: DRAWN }, (): Sheet => {
    const drawn = randomSheet(game.board, stateOf(game), power, dice);
    const { orders, statements, abandoned } = checkSheet(game.board, stateOf(game), power, drawn);
    return { orders: orders.map(({ what }) => what), statements: statements.map(({ what }) => what), abandon: [...abandoned] };
  });
  const fullness = ({ orders, statements }: Sheet): number => orders.length + statements.length;
  return legal.reduce((best, sheet) => (fullness(sheet) > fullness(best) ? sheet : best));
}

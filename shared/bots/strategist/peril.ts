/** What a crisis would come to, and how likely one is: reckoned, not drawn, so that a sheet is not judged by one world's bad luck. */
import type { Board } from '../../capability/board.ts';
import { baseFear } from '../../crisis/alarm.ts';
import { accidentChance, dispersedOf, falseAlarms, haveDirectLine, outbreakChance, outbreakOf } from '../../crisis/outbreak.ts';
import { type Choices, type Game, type Moment, stateOf } from '../../game/game.ts';
import { advance } from '../../game/turn.ts';
import { veil } from '../../game/veil.ts';
import { draw } from '../../math/draw.ts';
import { type Personality, POWERS, type Power } from '../../scenario/names.ts';
import type { State } from '../../state/state.ts';
import { botChoice } from '../bot.ts';

export type Minds = Readonly<Record<Power, Personality>>;

const calmBoards = new WeakMap<Board, Board>();

/** The board on which no crisis breaks out: there turns are played ahead, and what might have broken out is reckoned instead. */
export function calmed(board: Board): Board {
  const known = calmBoards.get(board);
  if (known) return known;
  const { scenario } = board;
  const { parameters } = scenario;
  const calm = {
    ...board,
    scenario: { ...scenario, parameters: { ...parameters, crisis: { ...parameters.crisis, perGame: 0 } } },
  };
  calmBoards.set(board, calm);
  return calm;
}

/** The chance that a turn which came to this goes over into a crisis. */
export function crisisChance(board: Board, state: State, moment: Moment): number {
  const { crisis } = board.scenario.parameters;
  if (crisis.rounds === 0) return 0;
  const chance = outbreakChance(board, state.world.tension, Math.min(...Object.values(moment.margins)));
  return 1 - (1 - chance) * falseAlarms(board, state).reduce((quiet, alarm) => quiet * (1 - alarm.chance), 1);
}

/** Where in the lot of an outbreak to look: the dyads come up as often as they would. */
const PICKS = [1 / 6, 1 / 2, 5 / 6];

/** How likely a crisis that broke out in this game would end in the exchange, if everybody chose as his page does. */
export function fatality(board: Board, game: Game, minds: Minds): number {
  if (board.scenario.parameters.crisis.rounds === 0) return 0;
  const state = stateOf(game);
  const seen = { state, known: veil(board, state, 'public') };
  const wars = PICKS.map((pick, luck) => {
    const { first, second } = outbreakOf(board, seen, game.setup.theory, pick);
    return warFrom({ ...game, board, setup: { ...game.setup, luck } }, opened(board, state, first, second), minds);
  });
  return wars.reduce((sum, war) => sum + war, 0) / wars.length;
}

function opened(board: Board, state: State, first: Power, second: Power): State {
  const tension = Math.max(state.world.tension, board.scenario.parameters.crisis.midpoint);
  return {
    ...state,
    world: { ...state.world, phase: 'crisis', tension },
    crisis: { round: 1, first, second, escalatedFirst: 0, escalatedSecond: 0, mediated: false, status: 'running' },
  };
}

/** The crisis played to its end, with the chances of its accidents added up and never drawn. */
function warFrom(origin: Game, crisis: State, minds: Minds): number {
  let game: Game = { ...origin, start: crisis, played: [] };
  let peace = 1;
  for (let round = 1; round <= game.board.scenario.parameters.crisis.rounds; round++) {
    const before = stateOf(game);
    game = advance(game, { type: 'round', choices: choicesIn(game, minds) });
    const after = stateOf(game);
    if (after.world.ending === 'strike') return 1;
    peace *= 1 - roundHazard(game.board, before);
    if (after.world.phase !== 'crisis') break;
  }
  return 1 - peace;
}

export function choicesIn(game: Game, minds: Minds): Choices {
  const state = stateOf(game);
  const { turn } = state.world;
  const choice = (power: Power) =>
    botChoice(minds[power], game.board, { seat: power, theory: game.setup.theory, state: veil(game.board, state, power) }, (n) =>
      draw({ ...game.setup, turn, round: state.crisis.round, rule: 'bot', subject: power, n }),
    );
  return Object.fromEntries(POWERS.map((power) => [power, choice(power)]));
}

/** The chance that a round goes wrong by accident, on either side. */
export function roundHazard(board: Board, state: State): number {
  const { first, second, mediated } = state.crisis;
  const of = (power: Power, other: Power): number =>
    accidentChance(board, {
      generated: state.powers[power].posture === 'generated',
      onWarning: state.powers[power].launchUnderAttack,
      dispersed: dispersedOf(state, power),
      hotline: haveDirectLine(state, power, other),
      alarm: baseFear(board, state, power, other),
      mediated,
    });
  return 1 - (1 - of(first, second)) * (1 - of(second, first));
}

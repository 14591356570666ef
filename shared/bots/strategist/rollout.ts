/** Turns played ahead in an imagined world, and what a seat would score by them over the whole game. */
import { must } from '../../assert.ts';
import type { Board } from '../../capability/board.ts';
import { type Game, type Sheets, stateOf } from '../../game/game.ts';
import { agreedOf, type Deal } from '../../game/joint.ts';
import { lineOf } from '../../game/score.ts';
import { advance } from '../../game/turn.ts';
import { veil } from '../../game/veil.ts';
import { draw } from '../../math/draw.ts';
import type { Sheet } from '../../orders/sheet.ts';
import { type Personality, POWERS, type Power } from '../../scenario/names.ts';
import { nextTurn } from '../../state/read.ts';
import type { State } from '../../state/state.ts';
import { botSheet, type Occasion } from '../bot.ts';
import { sideOf } from '../talks.ts';
import type { Joint } from '../thinking.ts';
import { calmed, crisisChance, fatality, type Minds } from './peril.ts';

/** An imagined world, who sits in it, what was signed there, and how bad a crisis would be. */
export interface World {
  /** The board as it is; the game stands on a calmed one. */
  readonly board: Board;
  readonly game: Game;
  readonly minds: Minds;
  readonly deals: readonly Deal[];
  readonly fatality: number;
}

export function worldOf(imagined: Game, minds: Minds, deals: readonly Deal[]): World {
  const { board } = imagined;
  return { board, game: { ...imagined, board: calmed(board) }, minds, deals, fatality: fatality(board, imagined, minds) };
}

/** The sheets of the turns that are played ahead, the present one first. */
export type Course = readonly Sheets[];

/** How many turns may be played ahead from here. */
const turnsLeft = ({ world }: State, most: number): number => Math.min(most, world.lastTurn - world.turn + 1);

/** What a seat of an imagined game would move by; `signed` are its joint orders. */
export function occasionIn(game: Game, power: Power, signed: readonly Joint[] = []): Occasion {
  const state = stateOf(game);
  const view = { seat: power, theory: game.setup.theory, state: veil(game.board, state, power) };
  const address = { ...game.setup, turn: state.world.turn, round: 0, rule: 'bot', subject: power };
  return { view, draw: (n) => draw({ ...address, n }), agreed: signed };
}

/** The sheet that a page would hand in, were this its seat. */
const pageSheet = (game: Game, power: Power, mind: Personality, signed: readonly Joint[]): Sheet =>
  botSheet(mind, game.board, occasionIn(game, power, signed));

/** Who hands in what in a turn that is played ahead, 0 being the present one. */
export type Playing = (game: Game, turn: number) => Sheets;

/** Everybody by his page, but for the sheets of the present turn that are given; in it he brings what is signed, if he is one who does. */
export const byPages =
  (minds: Minds, first: Sheets, deals: readonly Deal[]): Playing =>
  (game, turn) => {
    const sheet = (power: Power): Sheet => {
      const signed = turn === 0 ? deals.map((deal) => sideOf(deal, power)).filter((joint) => joint !== null) : [];
      return (turn === 0 ? first[power] : undefined) ?? pageSheet(game, power, minds[power], signed);
    };
    return Object.fromEntries(POWERS.map((power) => [power, sheet(power)]));
  };

/** What was handed in before, but for one seat's present sheet. */
export const asBefore =
  (course: Course, power: Power, sheet: Sheet): Playing =>
  (_game, turn) =>
    turn === 0 ? { ...course[0], [power]: sheet } : (course[turn] ?? {});

export interface Ahead {
  readonly course: Course;
  /** In the order of the seats asked about. */
  readonly values: readonly number[];
}

/**
 * So many turns played ahead, and what each of these seats' normalised scores would be at the end, were it -1 after an
 * exchange and did the last of these turns go on like that; the turns before the present are taken to have been like it.
 */
export function ahead(world: World, playing: Playing, turns: number, seats: readonly Power[]): Ahead {
  const { board, deals, fatality: war } = world;
  const agreed = agreedOf(deals);
  const { start } = world.game;
  const { lastTurn, turn: now } = start.world;
  const course: Sheets[] = [];
  let game = world.game;
  let peace = 1;
  let chance = 0;
  let crises = board.scenario.parameters.crisis.perGame - start.world.crises;
  let lines = seats.map((power) => shareOf(game, start, power));
  let totals = lines.map((line) => (now - 1) * line);
  for (let i = 0; i < turnsLeft(start, turns); i++) {
    const sheets = playing(game, i);
    course.push(sheets);
    game = advance(game, { type: 'turn', sheets, agreed: i === 0 ? agreed : [] });
    const state = stateOf(game);
    const closed = state.world.phase === 'ended' ? nextTurn(state) : state;
    lines = seats.map((power) => shareOf(game, closed, power));
    totals = totals.map((total, at) => total + (lines[at] ?? 0));
    chance = Math.min(crises, crisisChance(board, state, must(game.played.at(-1), 'a turn').moment));
    crises -= chance;
    peace *= 1 - war * chance;
  }
  const rest = lastTurn - now + 1 - course.length;
  peace *= 1 - war * Math.min(crises, rest * chance);
  const values = totals.map((total, at) => (peace * (total + rest * (lines[at] ?? 0))) / lastTurn - (1 - peace));
  return { course, values };
}

export function shareOf({ board }: Game, state: State, power: Power): number {
  const line = lineOf(board, state, power);
  const most = board.scenario.parameters.score.pointsPerObjective * line.length;
  return line.reduce((sum, { points }) => sum + points, 0) / most;
}

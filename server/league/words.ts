/**
 * What words and orders are worth: a seat played again from the same seed without its words, with words drawn at random in
 * their place, without its promises and red lines, giving each of them up as soon as it may, or without its orders of one kind.
 */
import { type BotSeats, botTurn, type Playing } from '../../shared/bots/moves.ts';
import type { Board } from '../../shared/capability/board.ts';
import { checkSheet, mayAbandon, slotsOf } from '../../shared/game/check.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import type { Tale } from '../../shared/game/tale.ts';
import { draw } from '../../shared/math/draw.ts';
import { EMPTY_SHEET, type Sheet, type Statement } from '../../shared/orders/sheet.ts';
import { presentAt, whoseCondition } from '../../shared/politics/commitment.ts';
import { BINDING_KINDS, BOT_NAMES, type BotName, POWERS, type Power, SPEAKERS, VENUES } from '../../shared/scenario/names.ts';
import { subjectsOf } from '../../shared/scenario/words.ts';
import type { Condition, State } from '../../shared/state/state.ts';
import { type Interval, meanInterval, wilson } from './intervals.ts';
import { type Hushed, INSTEAD, type Instead } from './variant.ts';

/** The same game told twice: as the seat speaks, and with that in the place of its words. */
export interface Pair extends Hushed {
  readonly seats: BotSeats;
  readonly spoken: Tale;
  readonly hushed: Tale;
}

export interface Worth {
  readonly pairs: number;
  /** In how many seats. */
  readonly seats: number;
  /** In how many the seat's score differs; the other figures are of these. */
  readonly differ: number;
  /** Those in which the seat comes out better as it plays. */
  readonly better: Interval;
  /** What its own words or orders add to its normalised score, and to its lead over the best of the others. */
  readonly gain: Interval;
  readonly lead: Interval;
}

/** By what took the place of words: of all pairs, and by the bot in the seat. */
export type Words = Readonly<Partial<Record<Instead, Readonly<Partial<Record<BotName | 'all', Worth>>>>>>;

export const hushing =
  (hushed: Hushed): Playing =>
  (game, bots) => {
    const turn = botTurn(game, bots);
    const { power } = hushed;
    const own = turn.sheets[power] ?? EMPTY_SHEET;
    return { ...turn, sheets: { ...turn.sheets, [power]: hushedSheet(game, own, hushed) } };
  };

function hushedSheet(game: Game, own: Sheet, { power, instead, kind }: Hushed): Sheet {
  switch (instead) {
    case 'without':
      return { ...own, orders: own.orders.filter((one) => one.kind !== kind) };
    case 'unbound':
      return { ...own, statements: own.statements.filter(({ commitment }) => commitment === null) };
    case 'breaking':
      return { ...own, abandon: bondsOf(stateOf(game), power) };
    case 'silent':
      return { ...own, statements: [] };
    case 'random':
      return babbling(game, power, { ...own, statements: [] });
  }
}

/** All that a power may openly give up in this turn. */
const bondsOf = (state: State, power: Power): string[] =>
  Object.keys(state.commitments).filter((id) => mayAbandon(state, power, id));

/** Words are tried until its statements are all made: of so many nonsensical ones enough are legal. */
const MOST_TRIES = 60;

/** As many statements as the seat may make, each of any kind, by anybody, to anybody, about anything, that is legal. */
function babbling(game: Game, power: Power, bare: Sheet): Sheet {
  const { board, setup } = game;
  const state = stateOf(game);
  const { turn } = state.world;
  const most = slotsOf(board, state, power).statements;
  let sheet = bare;
  for (let n = 0; n < MOST_TRIES && sheet.statements.length < most; n++) {
    const pick: Pick = (what, list) =>
      list[
        Math.floor(draw({ ...setup, turn, round: 0, rule: `random-words-${what}`, subject: power, n }) * list.length)
      ] as never;
    const tried = { ...sheet, statements: [...sheet.statements, babble(board, state, power, pick)] };
    if (checkSheet(board, state, power, tried).returned.length === 0) sheet = tried;
  }
  return sheet;
}

/** What may follow on a line that is crossed. */
const RESPONSES = ['build', 'penaids', 'dispersal', 'coerce', 'posture'] as const;

type Pick = <T>(what: string, list: readonly T[]) => T;

function babble(board: Board, state: State, speaker: Power, pick: Pick): Statement {
  const { turn } = state.world;
  const kind = pick('kind', board.scenario.statementKinds);
  const battery = pick('battery', board.scenario.batteries).id;
  const third = pick('third', board.scenario.thirds).id;
  const power = pick('power', POWERS);
  const conditions: readonly (readonly [string, Condition])[] = [
    [battery, { type: 'battery-active', battery }],
    [battery, { type: 'inventory-over', battery, count: presentAt(state, battery) }],
    [third, { type: 'third-test', third }],
    ['posture', { type: 'posture-generated', power }],
    ['exercise', { type: 'exercise-held', power }],
    ['treaty', { type: 'treaty-left', power }],
  ];
  // One pledges one's own acts and draws lines at others'.
  const fitting = conditions.filter(([, one]) => (whoseCondition(board, one) === speaker) === (kind === 'pledge'));
  const [about, condition] = pick('condition', fitting.length > 0 ? fitting : conditions);
  const binds = BINDING_KINDS.includes(kind);
  const response = kind === 'red-line' ? pick('response', RESPONSES) : null;
  return {
    speaker: pick('speaker', SPEAKERS),
    kind,
    target: pick('target', [...POWERS, 'all'] as const),
    subject: binds ? about : pick('subject', subjectsOf(board.scenario)),
    venue: pick('venue', VENUES),
    commitment: binds ? { condition, response, until: turn + pick('until', [1, 2, 3, 4]) } : null,
    words: kind,
    language: 'en',
  };
}

export function wordsOf(pairs: readonly Pair[]): Words {
  const worth = (of: readonly Pair[]) =>
    Object.fromEntries(
      (['all', ...BOT_NAMES] as const).flatMap((name) => {
        const own = of.filter(
          ({ seats, power }) => name === 'all' || seats.some(([seat, bot]) => seat === power && bot === name),
        );
        return own.length > 0 ? [[name, worthOf(own)]] : [];
      }),
    );
  const kinds = INSTEAD.filter((instead) => pairs.some((pair) => pair.instead === instead));
  return Object.fromEntries(kinds.map((instead) => [instead, worth(pairs.filter((pair) => pair.instead === instead))]));
}

export function worthOf(pairs: readonly Pair[]): Worth {
  const gainOf = ({ power, spoken, hushed }: Pair): number => spoken.scores[power] - hushed.scores[power];
  const differ = pairs.filter((pair) => gainOf(pair) !== 0);
  return {
    pairs: pairs.length,
    seats: new Set(pairs.map(({ power }) => power)).size,
    differ: differ.length,
    better: wilson(differ.filter((pair) => gainOf(pair) > 0).length, differ.length),
    gain: meanInterval(differ.map(gainOf)),
    lead: meanInterval(differ.map(({ power, spoken, hushed }) => leadOf(spoken, power) - leadOf(hushed, power))),
  };
}

const leadOf = ({ scores }: Tale, power: Power): number =>
  scores[power] - Math.max(...POWERS.filter((other) => other !== power).map((other) => scores[other]));

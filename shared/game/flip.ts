/**
 * What if one order had not been given (RULES 11a): its turn and the next two are played again without it, all other
 * sheets unchanged and with the same luck. How the others would have answered is not asked, and nothing beyond is claimed.
 */
import { must } from '../assert.ts';
import type { Order, Sheet } from '../orders/sheet.ts';
import { JOINT_KINDS, POWERS, type Power } from '../scenario/names.ts';
import { sorted } from '../state/read.ts';
import type { Commitment, State } from '../state/state.ts';
import { follow, type PlayedTurn, playedTurns } from './follow.ts';
import { type Game, type Returned, type Sheets, stateOf } from './game.ts';
import { closedTurns, closingSteps, lineOf } from './score.ts';

/** An order by where it stood. */
export interface Flip {
  readonly turn: number;
  readonly seat: Power;
  /** Its place among the orders of that sheet, from 0. */
  readonly index: number;
}

/** The flipped turn and the next two. */
const FLIPPED_TURNS = 3;

/** How a turn closed, as it was and without the order; after nuclear use a score is -1 for everybody. */
export interface FlippedTurn {
  readonly turn: number;
  readonly gauge: { readonly was: number; readonly becomes: number };
  readonly score: { readonly was: number; readonly becomes: number };
}

/** Another order that now comes back, or no longer does. */
export interface TouchedOrder {
  readonly turn: number;
  readonly seat: Power;
  readonly order: Order;
  readonly isJoint: boolean;
  readonly comesBack: boolean;
}

type Status = Commitment['status'];

export interface WhatIf {
  readonly flip: Flip;
  readonly order: Order;
  readonly isJoint: boolean;
  readonly turns: readonly FlippedTurn[];
  /** Mean size of the change over those turns: of the smallest public margin, and of the owner's score. */
  readonly gaugeChange: number;
  readonly scoreChange: number;
  /** Their sum, by which orders are ranked. */
  readonly weight: number;
  readonly orders: readonly TouchedOrder[];
  /** Red lines, pledges and denials that stand otherwise at the end of those turns; null: not made. */
  readonly commitments: readonly { readonly id: string; readonly was: Status | null; readonly becomes: Status | null }[];
  readonly crises: { readonly was: number; readonly becomes: number };
  readonly ending: { readonly was: State['world']['ending']; readonly becomes: State['world']['ending'] };
}

/** The order at that place; null: there was none. */
export function orderAt(game: Game, { turn, seat, index }: Flip): Order | null {
  const there = playedTurns(game).find((one) => one.turn === turn);
  return there?.step.sheets[seat]?.orders[index] ?? null;
}

/** Every order that was carried out, or was half of a joint one that somebody waited for. */
export function flipsOf(game: Game): readonly Flip[] {
  return game.played.flatMap(({ step, turn, returned }) => {
    if (step.type !== 'turn') return [];
    return POWERS.flatMap((seat) =>
      (step.sheets[seat]?.orders ?? []).flatMap((order, index) =>
        isJoint(order) || !isBack(returned, seat, index) ? [{ turn, seat, index }] : [],
      ),
    );
  });
}

/** The game up to the end of the flipped turns, without the order. */
export function flipped(game: Game, flip: Flip): Game {
  const window = playedTurns(game).filter(({ turn }) => turn >= flip.turn && turn < flip.turn + FLIPPED_TURNS);
  return follow(
    upTo(game, flip.turn - 1),
    window.map((one) => without(one, flip)),
  );
}

export function whatIf(game: Game, flip: Flip): WhatIf {
  const order = must(orderAt(game, flip), 'an order to flip');
  const { was, becomes } = worldsOf(game, flip);
  const turns = closingPairs({ was, becomes }, flip).map(([one, other]) => ({
    turn: one.turn,
    gauge: { was: one.gauge, becomes: other.gauge },
    score: { was: one.score, becomes: other.score },
  }));
  const mean = (of: (turn: FlippedTurn) => number): number => turns.reduce((sum, turn) => sum + of(turn), 0) / turns.length;
  const gaugeChange = mean(({ gauge }) => Math.abs(gauge.becomes - gauge.was));
  const scoreChange = mean(({ score }) => Math.abs(score.becomes - score.was));
  const [before, after] = [stateOf(was), stateOf(becomes)];
  return {
    flip,
    order,
    isJoint: isJoint(order),
    turns,
    gaugeChange,
    scoreChange,
    weight: gaugeChange + scoreChange,
    orders: touchedOrders(was, becomes, flip),
    commitments: touchedCommitments(before, after),
    crises: { was: before.world.crises, becomes: after.world.crises },
    ending: { was: before.world.ending, becomes: after.world.ending },
  };
}

/** The orders that moved most, the most pivotal first; among equals the earlier one. */
export function pivotalOf(game: Game, n = 3): readonly WhatIf[] {
  return ranked(flipsOf(game).map((flip) => whatIf(game, flip))).slice(0, n);
}

export const ranked = (all: readonly WhatIf[]): readonly WhatIf[] => [...all].sort((a, b) => b.weight - a.weight);

const isJoint = ({ kind }: Order): boolean => JOINT_KINDS.some((one) => one === kind);

const isBack = (returned: readonly Returned[], seat: Power, index: number): boolean =>
  returned.some((back) => back.power === seat && back.what === 'order' && back.index === index);

/** Where a facilitator ended the game is nobody's order, and no part of what is compared. */
const upTo = (game: Game, turn: number): Game => ({
  ...game,
  played: game.played.filter((one) => one.turn <= turn && one.step.type !== 'end'),
});

function without(played: PlayedTurn, flip: Flip): PlayedTurn {
  const sheets: Record<string, Sheet> = {};
  for (const [seat, sheet] of Object.entries(played.step.sheets)) {
    const isFlipped = played.turn === flip.turn && seat === flip.seat;
    const orders = isFlipped ? sheet.orders.filter((_one, index) => index !== flip.index) : sheet.orders;
    sheets[seat] = renumbered({ ...sheet, orders }, flip);
  }
  return { ...played, step: { ...played.step, sheets: sheets as Sheets }, isEnd: false };
}

/** A treaty is known by its place on the sheet: whatever stood below the order has moved up by one, and is still meant. */
function renumbered(sheet: Sheet, { turn, seat, index }: Flip): Sheet {
  const begins = `t${turn}-${seat}-`;
  const renamed = (id: string): string => {
    const place = id.startsWith(begins) ? Number(id.slice(begins.length)) : 0;
    return place > index ? `${begins}${place - 1}` : id;
  };
  return {
    ...sheet,
    orders: sheet.orders.map((order) => (order.kind === 'leave-treaty' ? { ...order, treaty: renamed(order.treaty) } : order)),
    abandon: sheet.abandon.map(renamed),
  };
}

/** The game up to the end of the flipped turns, with the order and without it. */
export interface Worlds {
  readonly was: Game;
  readonly becomes: Game;
}

export const worldsOf = (game: Game, flip: Flip): Worlds => ({
  was: upTo(game, flip.turn + FLIPPED_TURNS - 1),
  becomes: flipped(game, flip),
});

/**
 * How each of the flipped turns closed, with the order and without it. A world that ended sooner stays as it ended; turns
 * that were never played cannot be compared.
 */
export function closingPairs({ was, becomes }: Worlds, { turn, seat }: Flip): readonly (readonly [Closing, Closing])[] {
  const [before, after] = [closings(was, seat), closings(becomes, seat)];
  return before.flatMap((one, i) => (one.turn < turn ? [] : [[one, after[i] ?? after.at(-1) ?? one] as const]));
}

/** `shown` is what the gauge is worked out on, `state` the score, one turn on where the game ended. */
export interface Closing {
  readonly turn: number;
  readonly shown: State;
  readonly state: State;
  readonly gauge: number;
  readonly score: number;
}

function closings(game: Game, seat: Power): readonly Closing[] {
  const closed = closingSteps(game);
  return closedTurns(game).map((state, i) => {
    const { turn, moment, state: shown } = must(closed[i], 'a closed turn');
    return { turn, shown, state, gauge: moment.gauge.mid, score: scoreIn(game, state, seat) };
  });
}

/** One turn's points as a share of what there is. */
function scoreIn({ board }: Game, state: State, seat: Power): number {
  if (state.world.ending === 'strike' || state.world.ending === 'accident') return -1;
  const points = lineOf(board, state, seat);
  const most = board.scenario.parameters.score.pointsPerObjective * points.length;
  return points.reduce((sum, one) => sum + one.points, 0) / most;
}

function touchedOrders(was: Game, becomes: Game, flip: Flip): readonly TouchedOrder[] {
  return playedTurns(was)
    .filter(({ turn }) => turn >= flip.turn)
    .flatMap(({ turn, step }) => {
      const [before, after] = [returnedIn(was, turn), returnedIn(becomes, turn)];
      if (before === null || after === null) return [];
      return POWERS.flatMap((seat) =>
        (step.sheets[seat]?.orders ?? []).flatMap((order, index): readonly TouchedOrder[] => {
          const isSheet = turn === flip.turn && seat === flip.seat;
          if (isSheet && index === flip.index) return [];
          const moved = isSheet && index > flip.index ? index - 1 : index;
          const [came, comes] = [isBack(before, seat, index), isBack(after, seat, moved)];
          return came === comes ? [] : [{ turn, seat, order, isJoint: isJoint(order), comesBack: comes }];
        }),
      );
    });
}

/** What came back of a turn's sheets; null: the turn was not reached. */
const returnedIn = (game: Game, turn: number): readonly Returned[] | null =>
  game.played.find((one) => one.turn === turn && one.step.type === 'turn')?.returned ?? null;

function touchedCommitments(before: State, after: State): WhatIf['commitments'] {
  const ids = new Set([...sorted(before.commitments), ...sorted(after.commitments)].map(([id]) => id));
  return [...ids]
    .map((id) => ({
      id,
      was: before.commitments[id]?.status ?? null,
      becomes: after.commitments[id]?.status ?? null,
    }))
    .filter(({ was, becomes }) => was !== becomes);
}

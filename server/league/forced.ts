/**
 * What a kind of order is worth: a seat made to play it in fixed turns, against the same seat that never plays it. In each of
 * those turns it gives the order of the kind that its bot likes best among those that it may give, before all others; where it
 * may give none, or nobody signs what it offers, the turn goes by without.
 */
import { botOffersOf, botRanking, botSheet } from '../../shared/bots/bot.ts';
import { type BotSeats, botDeals, botTurn, occasionOf, type Playing, playOn, playOut, signs } from '../../shared/bots/moves.ts';
import { orderOf, sideOf } from '../../shared/bots/talks.ts';
import { checkSheet } from '../../shared/game/check.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import type { Deal } from '../../shared/game/joint.ts';
import { taleOf } from '../../shared/game/tale.ts';
import { EMPTY_SHEET, type Order } from '../../shared/orders/sheet.ts';
import { JOINT_KINDS, type JointKind } from '../../shared/scenario/names.ts';
import type { Forced, Retold } from './variant.ts';

/** Turns in which a seat is made to play a kind: early, and again when it has taken effect. */
export const FORCED_TURNS: readonly number[] = [2, 5];

/** The game with the kind in those turns, against the game without it; null: in none of them could it be played. */
export function forcedGame(spoken: Game, bots: BotSeats, forced: Forced): Retold | null {
  const { board, setup } = spoken;
  const avoiding = forcing({ ...forced, turns: [] });
  const isPlayed = spoken.played.some((step) => playsKind(step, forced));
  const never = isPlayed ? playOut(board, setup, bots, avoiding) : spoken;
  const starts = forced.turns.map((turn) => openingOf(never, turn)).filter((game) => game !== null);
  const start = starts.find((game) => firstOf(game, bots, forced).length > 0);
  if (!start) return null;
  return { tale: taleOf(playOn(start, bots, forcing(forced))), against: isPlayed ? taleOf(never) : null };
}

/** Whether the seat has the kind on its sheet, or has signed it. */
const playsKind = ({ step }: Game['played'][number], { power, kind }: Forced): boolean =>
  step.type === 'turn' &&
  ((step.sheets[power]?.orders ?? []).some((order) => order.kind === kind) ||
    (step.agreed ?? []).some(([one, other, what]) => what === kind && (one === power || other === power)));

/** The game as it stood when a turn's orders were asked for. */
function openingOf(game: Game, turn: number): Game | null {
  const count = game.played.findIndex((step) => step.step.type === 'turn' && step.turn === turn);
  return count < 0 ? null : { ...game, played: game.played.slice(0, count) };
}

/** The seat plays the kind in its turns and in no others; everybody else plays as ever. */
export const forcing =
  (forced: Forced): Playing =>
  (game, bots) => {
    const { power, kind } = forced;
    const seat = bots.find(([own]) => own === power);
    const first = forced.turns.includes(stateOf(game).world.turn) ? firstOf(game, bots, forced) : [];
    const signed = first.flatMap(({ deal }) => (deal ? [deal] : []));
    const isOwn = ({ from, to, what }: Deal): boolean => what === kind && (from === power || to === power);
    const deals = botDeals(game, bots, signed).filter((deal) => signed.includes(deal) || !isOwn(deal));
    const others = bots.filter((one) => one !== seat);
    const turn = botTurn(game, others, deals);
    if (!seat) return turn;
    const made = { kind, first: first.map(({ order }) => order) };
    const own = botSheet(seat[1], game.board, occasionOf(game, power, deals), made);
    return { ...turn, sheets: { ...turn.sheets, [power]: own } };
  };

interface First {
  readonly order: Order;
  readonly deal: Deal | null;
}

/** The order that the seat is made to give now: one, or none. */
function firstOf(game: Game, bots: BotSeats, { power, kind }: Forced): readonly First[] {
  const seat = bots.find(([own]) => own === power);
  if (!seat) return [];
  const joint = JOINT_KINDS.find((one) => one === kind);
  const may = ({ order }: First): boolean => isLegal(game, power, order);
  if (joint) return signedFirst(game, bots, seat, joint).filter(may).slice(0, 1);
  const ranking = botRanking(seat[1], game.board, occasionOf(game, power, []), kind);
  const first = ranking.map((order) => ({ order, deal: null })).find(may);
  return first ? [first] : [];
}

/** What the others sign of what the seat could offer, the dearest to it first. */
function signedFirst(game: Game, bots: BotSeats, [power, bot]: BotSeats[number], kind: JointKind): readonly First[] {
  return botOffersOf(bot, game.board, occasionOf(game, power, []), kind).flatMap((joint): readonly First[] => {
    const deal: Deal = { from: power, to: joint.partner, what: kind, ...(joint.terms ? { terms: joint.terms } : {}) };
    const partner = bots.find(([own]) => own === joint.partner);
    const side = sideOf(deal, power);
    const order = side && orderOf(side);
    return order && partner && signs(game, partner, deal, { deals: [] }) ? [{ order, deal }] : [];
  });
}

const isLegal = (game: Game, power: Forced['power'], order: Order): boolean =>
  checkSheet(game.board, stateOf(game), power, { ...EMPTY_SHEET, orders: [order] }).returned.length === 0;

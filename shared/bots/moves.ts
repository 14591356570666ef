/** The bots' moves in a game: each from its own seat's view and from addressed draws, so that a game repeats move for move. */
import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import { type Choices, type Game, type Setup, type Sheets, type Step, stateOf } from '../game/game.ts';
import { agreedOf, type Deal } from '../game/joint.ts';
import { newGame } from '../game/start.ts';
import { advance } from '../game/turn.ts';
import { stateSeenBy } from '../game/view.ts';
import { draw } from '../math/draw.ts';
import type { BotName, Power } from '../scenario/names.ts';
import { botChoice, botCounters, botOffers, botSheet, botSigns, type Occasion, thinkingOf } from './bot.ts';
import { type Plan, planOf } from './strategist/account.ts';
import { campaignOf } from './strategist/campaign.ts';
import { strategistChoice } from './strategist/crisis.ts';
import { type Bargain, bargainsFor, dealOf, isSameJoint, NO_MATTER, worthOffering } from './strategist/deals.ts';
import { asStrategist, budgetFor } from './strategist/levels.ts';
import { searched } from './strategist/search.ts';
import { type Declined, declinedFor, sideOf } from './talks.ts';
import type { Joint, Seen } from './thinking.ts';

/** The seats that bots hold, each with its bot. */
export type BotSeats = readonly (readonly [Power, BotName])[];

/** What strategists have thought out for this turn, seat by seat. */
export type Plans = Readonly<Partial<Record<Power, Plan>>>;

/** Each bot's sheet: a strategist's is the one that it has thought out, or by its page if there is none. */
export function botSheets(game: Game, bots: BotSeats, deals: readonly Deal[], plans: Plans = {}): Sheets {
  const moves = bots.map(([power, bot]) => [
    power,
    plans[power]?.sheet ?? botSheet(bot, game.board, occasionOf(game, power, deals)),
  ]);
  return Object.fromEntries(moves) as Sheets;
}

/** The strategists' plans by as many iterations as their levels say: where a game has to repeat, or nobody waits. */
function botPlans(game: Game, bots: BotSeats, deals: readonly Deal[]): Plans {
  const plans = bots.flatMap(([power, bot]) => {
    const strategist = asStrategist(bot);
    if (!strategist) return [];
    const campaign = campaignOf(game, occasionOf(game, power, deals));
    return [
      [power, planOf(strategist, power, searched(game.board, campaign, budgetFor(strategist, 'step').iterations))] as const,
    ];
  });
  return Object.fromEntries(plans);
}

/** Each bot's choice in a round of a crisis: a strategist's is the one that it has thought out, or by its page if there is none. */
export function botChoices(game: Game, bots: BotSeats, thought: Choices = {}): Choices {
  const moves = bots.map(([power, bot]) => [
    power,
    thought[power] ?? botChoice(bot, game.board, seenBy(game, power), drawsOf(game, power)),
  ]);
  return Object.fromEntries(moves) as Choices;
}

/** A round in which only these bots choose, the strategists after thought. */
export function botRound(game: Game, bots: BotSeats): Round {
  const thought = bots.flatMap(([power, bot]) =>
    asStrategist(bot) ? [[power, strategistChoice(game.board, campaignOf(game, occasionOf(game, power, [])))] as const] : [],
  );
  return { type: 'round', choices: botChoices(game, bots, Object.fromEntries(thought)) };
}

/** What strategists have thought out of each joint order at a turn's opening, seat by seat. */
export type Bargains = Readonly<Partial<Record<Power, readonly Bargain[]>>>;

/** What strategists find out of joint orders by as many iterations as their levels say. */
function botBargains(game: Game, bots: BotSeats): Bargains {
  const thought = bots.flatMap(([power, bot]) => {
    const strategist = asStrategist(bot);
    if (!strategist) return [];
    const campaign = campaignOf(game, occasionOf(game, power, []));
    return [[power, bargainsFor(game.board, campaign, budgetFor(strategist, 'deals').iterations)] as const];
  });
  return Object.fromEntries(thought);
}

/** What is signed already in this turn, and what strategists know of the rest. */
interface Known {
  readonly deals: readonly Deal[];
  readonly bargains?: Bargains;
}

/** What one bot offers at this turn's opening, when so much is already signed; a strategist that has not thought, by its page. */
export function offersOf(game: Game, [power, bot]: BotSeats[number], { deals, bargains = {} }: Known): readonly Deal[] {
  const occasion = occasionOf(game, power, deals);
  const thought = bargains[power];
  const wished = thought ? worthOffering(game.board, occasion, thought) : botOffers(bot, game.board, occasion);
  return wished.map((joint) => dealOf(power, joint));
}

/** What a bot would offer a partner in place of what he asked for, dearest first. */
export function countersOf(
  game: Game,
  [power, bot]: BotSeats[number],
  partner: Power,
  { deals, bargains = {} }: Known,
): readonly Deal[] {
  const occasion = occasionOf(game, power, deals);
  const thought = bargains[power]?.filter(({ joint }) => joint.partner === partner);
  const wished = thought ? worthOffering(game.board, occasion, thought) : botCounters(bot, game.board, occasion, partner);
  return wished.map((joint) => dealOf(power, joint));
}

/** Whether the bot to whom it is made signs an offer, when so much is already signed: a strategist unless it thinks that it would lose by it. */
export function signs(game: Game, [power, bot]: BotSeats[number], offer: Deal, { deals, bargains = {} }: Known): boolean {
  const side = sideOf(offer, power);
  if (side === null || !botSigns(bot, game.board, occasionOf(game, power, deals), side)) return false;
  const known = bargains[power]?.find(({ joint }) => isSameJoint(joint, side));
  return known === undefined || known.gain > -NO_MATTER;
}

/** Why a bot did not sign an offer that was made to it, when so much is already signed. */
export function declines(game: Game, power: Power, offer: Deal, deals: readonly Deal[]): Declined {
  const side = must(sideOf(offer, power), 'an offer to this power');
  return declinedFor(thinkingOf(game.board, occasionOf(game, power, deals)), side);
}

/**
 * What bots agree on among themselves in a turn, whoever is asked answering at once: first pages ask, each in its turn, then
 * strategists, after thought.
 */
export function botDeals(game: Game, bots: BotSeats, signed: readonly Deal[] = []): readonly Deal[] {
  const deals: Deal[] = [...signed];
  const bargains = botBargains(game, bots);
  const ask = (offer: Deal): void => {
    const signsNow = (power: Power): boolean => {
      const seat = bots.find(([own]) => own === power);
      return seat !== undefined && signs(game, seat, offer, { deals, bargains });
    };
    if (signsNow(offer.from) && signsNow(offer.to)) deals.push(offer);
  };
  for (const seat of bots.filter((one) => !isThinker(one)))
    for (const offer of offersOf(game, seat, { deals, bargains })) ask(offer);
  const thinkers = bots.filter(isThinker);
  const made = new Set<string>();
  for (;;) {
    const next = offersByWorth(game, thinkers, { deals, bargains }).find((offer) => !made.has(JSON.stringify(offer)));
    if (!next) return deals;
    made.add(JSON.stringify(next));
    ask(next);
  }
}

/**
 * What these strategists offer now, first what is worth most to whoever it is worth least: whose hand is free for two joint
 * orders then gives it to those that matter to him, and not to whoever asks first.
 */
export function offersByWorth(game: Game, strategists: BotSeats, known: Known): readonly Deal[] {
  const { bargains = {} } = known;
  // Who has not thought has no say; what he has not thought of is worth nothing to him.
  const worthTo = (power: Power, offer: Deal): readonly number[] => {
    const [side, own] = [sideOf(offer, power), bargains[power]];
    return side && own ? [own.find(({ joint }) => isSameJoint(joint, side))?.gain ?? 0] : [];
  };
  return strategists
    .flatMap((seat) => offersOf(game, seat, known))
    .map((offer) => ({ offer, worth: Math.min(...worthTo(offer.from, offer), ...worthTo(offer.to, offer)) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ offer }) => offer);
}

/** Whether a seat's bot thinks before it offers. */
export const isThinker = ([, bot]: BotSeats[number]): boolean => asStrategist(bot) !== null;

export type Turn = Extract<Step, { type: 'turn' }>;
type Round = Extract<Step, { type: 'round' }>;

/** A turn in which only these bots move: they have talked, and hand in their sheets. */
export function botTurn(game: Game, bots: BotSeats, deals = botDeals(game, bots)): Turn {
  const plans = botPlans(game, bots, deals);
  return turnOf(botSheets(game, bots, deals, plans), deals, plans);
}

/** A turn with these sheets when so much is signed; strategists' accounts of theirs go with it. */
export function turnOf(sheets: Sheets, deals: readonly Deal[], plans: Plans = {}): Turn {
  const accounts = Object.fromEntries(Object.entries(plans).map(([power, { account }]) => [power, account]));
  return {
    type: 'turn',
    sheets,
    ...(deals.length === 0 ? {} : { agreed: agreedOf(deals) }),
    ...(Object.keys(accounts).length === 0 ? {} : { accounts }),
  };
}

/** How a turn is played by those who hold the seats. */
export type Playing = (game: Game, bots: BotSeats) => Turn;

/** A whole game of bots, to its end; whoever tries something out may change how they play a turn. */
export const playOut = (board: Board, setup: Setup, bots: BotSeats, playing: Playing = botTurn): Game =>
  playOn(newGame(board, setup), bots, playing);

/** A game played on from where it stands, to its end. */
export function playOn(begun: Game, bots: BotSeats, playing: Playing = botTurn): Game {
  const { turns, parameters } = begun.board.scenario;
  const most = turns + parameters.crisis.perGame * parameters.crisis.rounds;
  let game = begun;
  for (let steps = 0; steps <= most && stateOf(game).world.phase !== 'ended'; steps++) {
    const isCrisis = stateOf(game).world.phase === 'crisis';
    game = advance(game, isCrisis ? botRound(game, bots) : playing(game, bots));
  }
  return game;
}

/** What a bot in this seat moves by. */
export function occasionOf(game: Game, power: Power, deals: readonly Deal[]): Occasion {
  const agreed = deals.map((deal) => sideOf(deal, power)).filter((joint): joint is Joint => joint !== null);
  return { view: seenBy(game, power), draw: drawsOf(game, power), agreed };
}

const seenBy = (game: Game, power: Power): Seen => ({
  seat: power,
  theory: game.setup.theory,
  state: stateSeenBy(game, power),
});

function drawsOf(game: Game, power: Power): (n: number) => number {
  const { seed, luck } = game.setup;
  const { world, crisis } = stateOf(game);
  const round = world.phase === 'crisis' ? crisis.round : 0;
  return (n) => draw({ seed, luck, turn: world.turn, round, rule: 'bot', subject: power, n });
}

/** What bots say in the channels: their offers at a turn's opening, and their signatures. Their sheets and choices are in shared/bots. */
import { type Bargains, countersOf, declines, isThinker, offersByWorth, offersOf, signs } from '../../shared/bots/moves.ts';
import type { Game } from '../../shared/game/game.ts';
import type { Deal } from '../../shared/game/joint.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { logError } from '../log.ts';
import type { Case } from './case.ts';
import type { Entry } from './entry.ts';
import { blankLine, dealsIn, judgeTalk } from './judge-talk.ts';
import { botsAt } from './table.ts';

/** Three bots, two offers each. */
const MOST_OFFERS = 6;

/** How entries get into the log; `at` is the match as it then stands. */
export interface Saying {
  readonly game: Game;
  /** What strategists have found joint orders to be worth, and whether one is still at it: then it offers later. */
  readonly bargains: Bargains;
  readonly isWeighing: (power: Power) => boolean;
  readonly at: () => Case;
  readonly say: (entry: Entry) => Promise<void>;
}

/** A bot to whom an offer is made answers it at once: it signs, or counters, and a counter-offer to a bot is answered in its turn. */
export async function letBotAnswer(saying: Saying, entry: Entry): Promise<void> {
  const reply = botReply(saying, entry);
  if (!reply) return;
  await saying.say(reply);
  await letBotAnswer(saying, reply);
}

/** At a turn's opening the bots sign what stood open and suits them now, and make their offers, to one another and to people, as people do. */
export async function letBotsOffer(saying: Saying): Promise<void> {
  for (const line of saying.at().table.lines) {
    const signed = unlessBroken(saying, (at) => secondThought(saying, at, line));
    if (signed) await saying.say(signed);
  }
  for (let i = 0; i < MOST_OFFERS; i++) {
    const offer = unlessBroken(saying, (at) => botOffer(saying, at));
    if (!offer) return;
    await saying.say(offer);
    await letBotAnswer(saying, offer);
  }
}

/** A mistake of ours in a bot's talk must not stop the match: it then says nothing, and we hear of it. */
function unlessBroken({ at }: Saying, talk: (at: Case) => Entry | null): Entry | null {
  const here = at();
  try {
    return talk(here);
  } catch (error) {
    logError('bot-offer', error, { code: here.plan.code, turn: here.state.world.turn });
    return null;
  }
}

/** What a bot did not sign in the turn before it may sign in this one: it had bound itself enough, or trusts more by now. */
function secondThought(
  { game, bargains, isWeighing }: Saying,
  at: Case,
  { id, from, to, turn, offer }: ChannelLine,
): Entry | null {
  const { table, state } = at;
  const bot = botsAt(table).find(([power]) => power === to);
  if (!bot || !offer || turn >= state.world.turn || isWeighing(bot[0])) return null;
  const signature = judgeTalk(at, bot[0], { name: 'sign', body: { offer: id } });
  if (isRefusal(signature)) return null;
  const deals = dealsIn(table, state.world.turn);
  return signs(game, bot, { from, to: bot[0], ...offer }, { deals, bargains }) ? signature : null;
}

/** Answers an offer that was made to a bot: its signature, else what it would sign instead, else to a person why it does not sign. */
function botReply({ game, bargains, at: here }: Saying, entry: Entry): Entry | null {
  if (entry.kind !== 'said' || entry.line.offer === null || entry.line.to === 'all') return null;
  const { id, from, to, offer } = entry.line;
  const at = here();
  const bots = botsAt(at.table);
  const bot = bots.find(([power]) => power === to);
  if (!bot) return null;
  const deals = dealsIn(at.table, at.state.world.turn);
  if (signs(game, bot, { from, to, ...offer }, { deals, bargains }))
    return { kind: 'said', line: { ...blankLine(at, bot[0], from), signs: id } };
  // An answer to an answer would go on for ever.
  const counter = offer.counters === undefined ? firstAllowed(at, countersOf(game, bot, from, { deals, bargains }), id) : null;
  if (counter) return counter;
  const isToBot = bots.some(([power]) => power === from);
  if (isToBot) return null;
  const phrase = declines(game, bot[0], { from, to, ...offer }, deals);
  return { kind: 'said', line: { ...blankLine(at, bot[0], from), phrase } };
}

/** The first of these offers that is not on the table yet and may be made; `counters` names what it answers. */
function firstAllowed(at: Case, offers: readonly Deal[], counters?: string): Entry | null {
  for (const { from, to, what, terms } of offers) {
    if (isOnTable(at, { from, to, what }, counters)) continue;
    const body = { to, what, ...(terms ? { terms } : {}), ...(counters ? { counters } : {}) };
    const entry = judgeTalk(at, from, { name: 'offer', body });
    if (!isRefusal(entry)) return entry;
  }
  return null;
}

/** Whether one of two has offered the other something of this kind in this turn, besides what is being answered. */
function isOnTable({ table, state }: Case, { from, to, what }: Deal, answered?: string): boolean {
  const isBetween = (line: ChannelLine): boolean =>
    (line.from === from && line.to === to) || (line.from === to && line.to === from);
  return table.lines.some(
    (line) => line.id !== answered && line.offer?.what === what && line.turn === state.world.turn && isBetween(line),
  );
}

/**
 * The next offer that a bot has to make in this turn; null: none is left, or strategists are still weighing theirs. One at a
 * time, since what is answered at once changes what is still worth offering; nothing that somebody offered already, so that
 * asking again changes nothing.
 */
function botOffer({ game, bargains, isWeighing }: Saying, at: Case): Entry | null {
  const { state, table } = at;
  if (state.world.phase !== 'orders' || !table.hasBegun) return null;
  const known = { deals: dealsIn(table, state.world.turn), bargains };
  const bots = botsAt(table);
  for (const bot of bots.filter((one) => !isThinker(one))) {
    const entry = firstAllowed(at, offersOf(game, bot, known));
    if (entry) return entry;
  }
  const thinkers = bots.filter(isThinker);
  if (thinkers.some(([power]) => isWeighing(power))) return null;
  return firstAllowed(at, offersByWorth(game, thinkers, known));
}

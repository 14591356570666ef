/** What bots say in the channels: their offers at a turn's opening, and their signatures. Their sheets and choices are in shared/bots. */
import { offersOf, signs } from '../../shared/bots/moves.ts';
import type { Game } from '../../shared/game/game.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { logError } from '../log.ts';
import type { Case } from './case.ts';
import type { Entry } from './entry.ts';
import { blankLine, dealsIn, judgeTalk } from './judge-talk.ts';
import { botsOf } from './seats.ts';

/** Three bots, two offers each. */
const MOST_OFFERS = 6;

/** How entries get into the log; `at` is the match as it then stands. */
export interface Saying {
  readonly game: Game;
  readonly at: () => Case;
  readonly say: (entry: Entry) => Promise<void>;
}

/** A bot to whom an offer is made answers it at once. */
export async function letBotAnswer({ game, at, say }: Saying, entry: Entry): Promise<void> {
  const reply = botReply(game, at(), entry);
  if (reply) await say(reply);
}

/** At a turn's opening the bots make their offers, to one another and to people, as people do. */
export async function letBotsOffer(saying: Saying): Promise<void> {
  for (let i = 0; i < MOST_OFFERS; i++) {
    const offer = nextOffer(saying);
    if (!offer) return;
    await saying.say(offer);
    await letBotAnswer(saying, offer);
  }
}

/** A mistake of ours in a bot's offers must not stop the match: it then says nothing, and we hear of it. */
function nextOffer({ game, at }: Saying): Entry | null {
  const here = at();
  try {
    return botOffer(game, here);
  } catch (error) {
    logError('bot-offer', error, { code: here.plan.code, turn: here.state.world.turn });
    return null;
  }
}

/** Answers an offer that was made to a bot: its signature, or nothing. */
function botReply(game: Game, at: Case, entry: Entry): Entry | null {
  if (entry.kind !== 'said' || entry.line.offer === null || entry.line.to === 'all') return null;
  const { id, from, to, offer } = entry.line;
  const bot = botsOf(at.table.seats).find(([power]) => power === to);
  const deals = dealsIn(at.table, at.state.world.turn);
  if (!bot || !signs(game, bot, { from, to, ...offer }, deals)) return null;
  return { kind: 'said', line: { ...blankLine(at, bot[0], from), signs: id } };
}

/**
 * The next offer that a bot has to make in this turn; null: none is left. One at a time, since what is answered at once
 * changes what is still worth offering; nothing that somebody offered already, so that asking again changes nothing.
 */
function botOffer(game: Game, at: Case): Entry | null {
  const { state, table } = at;
  if (state.world.phase !== 'orders' || !table.hasBegun) return null;
  const { turn } = state.world;
  const deals = dealsIn(table, turn);
  const isOnTable = (one: string, other: string, what: string): boolean =>
    table.lines.some(
      ({ offer, from, to, turn: made }) =>
        offer?.what === what && made === turn && ((from === one && to === other) || (from === other && to === one)),
    );
  for (const bot of botsOf(table.seats))
    for (const { to, what, terms } of offersOf(game, bot, deals)) {
      if (isOnTable(bot[0], to, what)) continue;
      const entry = judgeTalk(at, bot[0], { name: 'offer', body: { to, what, ...(terms ? { terms } : {}) } });
      if (!isRefusal(entry)) return entry;
    }
  return null;
}

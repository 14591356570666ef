/** A bot plays a seat from its view alone: it is handed what the person in that seat would be handed, and nothing else. */
import { assert } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import { judgeOf, mayAbandon } from '../game/check.ts';
import type { CrisisChoice } from '../game/game.ts';
import { optionsFor } from '../game/options.ts';
import { softness } from '../orders/order.ts';
import { ruleOf } from '../orders/registry.ts';
import type { Order, Sheet, Statement } from '../orders/sheet.ts';
import { purseAfterIncome } from '../politics/standing.ts';
import { isContradicted } from '../politics/statement.ts';
import { type BotName, BUILDING, JOINT_KINDS, type OrderKind, type Power } from '../scenario/names.ts';
import { isRefusal } from '../state/refusal.ts';
import type { Deed } from '../state/state.ts';
import type { Bot } from './character.ts';
import { dove } from './dove.ts';
import { hawk } from './hawk.ts';
import { institutionalist } from './institutionalist.ts';
import { opportunist } from './opportunist.ts';
import { standIn } from './strategist/stand-in.ts';
import { isPossible, offersBy, orderOf, wishedDeals } from './talks.ts';
import type { Joint, Seen, Thinking } from './thinking.ts';
import { wishFor } from './wishes.ts';

/** A strategist that has not searched moves by a page too: a room never waits for it. */
const BOTS: Readonly<Record<BotName, Bot>> = {
  hawk,
  dove,
  institutionalist,
  opportunist,
  'strategist-1': standIn,
  'strategist-2': standIn,
  'strategist-3': standIn,
};

/** Under this a wish is not worth a slot and its money, however many are left. */
const WORTH_A_SLOT = 0.6;

/** What it said that it would do, if a line of its own is crossed, it does: anything else breaks its word. */
const WHAT_IT_ANNOUNCED = 50;

/** What it signed stands over every other wish, so that there is room for it. */
const WHAT_IT_SIGNED = 100;

/** What a bot moves by: its seat's view, its draws, and with whom it has signed what in this turn. */
export interface Occasion {
  readonly view: Seen;
  readonly draw: (n: number) => number;
  readonly agreed: readonly Joint[];
}

/** A legal sheet of a bot: its dearest wishes that its money and slots allow, in the order of its wishes. */
export function botSheet(name: BotName, board: Board, occasion: Occasion): Sheet {
  const thinking = thinkingOf(board, occasion);
  const { power, view } = thinking;
  const bot = BOTS[name];
  const abandon = bot.gives(thinking).filter((id) => mayAbandon(view.state, power, id));
  const judge = judgeOf(board, view.state, { power, abandoned: abandon, money: purseAfterIncome(board, view.state, power) });
  const orders = wishesOf(bot, thinking).filter((order) => !isRefusal(judge.order(order)));
  const isSayable = (words: Statement | null): words is Statement =>
    words !== null && !isHollow(thinking, orders, words) && !isRefusal(judge.statement(words));
  return { orders, statements: bot.says(thinking).filter(isSayable), abandon };
}

function wishesOf(bot: Bot, thinking: Thinking): readonly Order[] {
  const { board, view, power, draw, agreed } = thinking;
  // In an order of its own, so that it does not matter who asked first.
  const signed = [...agreed]
    .sort((a, b) => JOINT_KINDS.indexOf(a.what) - JOINT_KINDS.indexOf(b.what) || (a.partner < b.partner ? -1 : 1))
    .filter((joint) => bot.comes(thinking, joint))
    .map(orderOf)
    .filter((order) => order !== null)
    .map((order) => ({ order, wish: WHAT_IT_SIGNED }));
  const alone = optionsFor(board, view.state, power)
    .filter(({ order, refusal }) => refusal === null && !JOINT_KINDS.some((kind) => kind === order.kind))
    // A little chance, so that no two games of the same bots are alike.
    .map(({ order }, i) => ({ order, wish: wishOf(bot, thinking, order) * (0.7 + 0.6 * draw(i)) }));
  return [...signed, ...alone]
    .filter(({ wish }) => wish >= WORTH_A_SLOT)
    .sort((a, b) => b.wish - a.wish)
    .map(({ order }) => order);
}

/** Orders that lose force when repeated: every bot knows it, and wants them the less. */
const SOFT: readonly OrderKind[] = ['court', 'exercise', 'press', 'visit', 'coerce', 'aid', 'shield', 'back', 'strike-proxy'];

/** The page by which a bot moves. */
export const pageOf = (name: BotName): Bot => BOTS[name];

/** How much a bot wants an order now: what it announced before all, what is worn out by repeating it the less. */
export function wishOf(bot: Bot, thinking: Thinking, order: Order): number {
  if (isAnnounced(thinking, order)) return WHAT_IT_ANNOUNCED;
  const wish = wishFor(bot.wishes, thinking, order);
  if (!SOFT.includes(order.kind)) return wish;
  const { board, view, power } = thinking;
  return wish * softness({ board, state: view.state, power }, order.kind, ruleOf(order.kind).target(order));
}

/** Words that its own orders, of this turn or the last, give the lie work backwards: every bot knows that too (RULES 6). */
function isHollow({ board, view, power }: Thinking, orders: readonly Order[], words: Statement): boolean {
  const { turn } = view.state.world;
  const scene = { board, state: view.state, power };
  const ordered = orders.map((order, i): readonly [string, Deed] => {
    const { kind, target, amount } = ruleOf(order.kind);
    return [`sheet-${i}`, { turn, power, kind, target: target(order), amount: amount(scene, order) }];
  });
  const grows = ordered.some(([, deed]) => deed.target === words.subject && BUILDING.some((kind) => kind === deed.kind));
  if (words.kind === 'pledge' && grows) return true;
  const known = { ...view.state, deeds: { ...view.state.deeds, ...Object.fromEntries(ordered) } };
  const { commitment, ...said } = words;
  return isContradicted(known, { said: { ...said, turn, power }, condition: commitment?.condition ?? null });
}

const isAnnounced = ({ view, power }: Thinking, { kind }: Order): boolean =>
  Object.values(view.state.commitments).some((c) => c.power === power && c.status === 'met' && c.response === kind);

/** The joint orders that a bot offers in this turn, dearest first. */
export function botOffers(name: BotName, board: Board, occasion: Occasion): readonly Joint[] {
  const thinking = thinkingOf(board, occasion);
  return offersBy(thinking, (joint) => BOTS[name].values(thinking, joint));
}

/** What a bot would agree on with this partner in place of what he offered, dearest first. */
export function botCounters(name: BotName, board: Board, occasion: Occasion, partner: Power): readonly Joint[] {
  const thinking = thinkingOf(board, occasion);
  return wishedDeals(thinking, [partner], (joint) => BOTS[name].values(thinking, joint));
}

/** Whether a bot signs what a partner offers. */
export function botSigns(name: BotName, board: Board, occasion: Occasion, offered: Joint): boolean {
  const thinking = thinkingOf(board, occasion);
  return isPossible(thinking, offered) && BOTS[name].values(thinking, offered) > 0;
}

export function botChoice(name: BotName, board: Board, view: Seen, draw: (n: number) => number): CrisisChoice {
  const thinking = thinkingOf(board, { view, draw, agreed: [] });
  const { first, second } = view.state.crisis;
  const bot = BOTS[name];
  if (thinking.power === first) return bot.chooses(thinking, second);
  if (thinking.power === second) return bot.chooses(thinking, first);
  return bot.mediates ? 'mediate' : 'watch';
}

function thinkingOf(board: Board, { view, draw, agreed }: Occasion): Thinking {
  assert(view.seat, 'a bot sits in a seat');
  return { board, view, power: view.seat, draw, agreed };
}

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
import { type BotName, BUILDING, JOINT_KINDS, type JointKind, type OrderKind, type Power } from '../scenario/names.ts';
import { sorted } from '../state/read.ts';
import { isRefusal } from '../state/refusal.ts';
import type { Deed, State } from '../state/state.ts';
import type { Bot } from './character.ts';
import { dove } from './dove.ts';
import { hawk } from './hawk.ts';
import { institutionalist } from './institutionalist.ts';
import { opportunist } from './opportunist.ts';
import { standIn } from './strategist/stand-in.ts';
import { isPossible, offersBy, orderOf, possibleDeals, wishedDeals } from './talks.ts';
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

/** What a seat is made to do, to see what that is worth: these orders before all others, and else none of the kind. */
export interface Made {
  readonly first: readonly Order[];
  readonly kind: OrderKind;
}

/** A legal sheet of a bot: its dearest wishes that its money and slots allow, in the order of its wishes. */
export function botSheet(name: BotName, board: Board, occasion: Occasion, made?: Made): Sheet {
  const thinking = thinkingOf(board, occasion);
  const { power, view } = thinking;
  const bot = BOTS[name];
  const abandon = bot.gives(thinking).filter((id) => mayAbandon(view.state, power, id));
  const judge = judgeOf(board, view.state, { power, abandoned: abandon, money: purseAfterIncome(board, view.state, power) });
  const wishes = wishesOf(bot, thinking);
  const wanted = made ? [...made.first, ...wishes.filter(({ kind }) => kind !== made.kind)] : wishes;
  const orders = wanted.filter((order) => !isRefusal(judge.order(order)));
  const ordered = withDeeds(thinking, orders);
  const isSayable = (words: Statement | null): words is Statement =>
    words !== null && !isHollow(ordered, power, words) && !isRefusal(judge.statement(words));
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
  const announced = announcedBy(thinking);
  const alone = optionsFor(board, view.state, power, soloKinds(board))
    .filter(({ refusal }) => refusal === null)
    .map(({ order }, i) => {
      const wish = announced.has(order.kind) ? WHAT_IT_ANNOUNCED : worth(bot, thinking, order);
      // A little chance, so that no two games of the same bots are alike; what is not wished for needs none.
      return { order, wish: wish > 0 ? wish * (0.7 + 0.6 * draw(i)) : 0 };
    });
  return [...signed, ...alone]
    .filter(({ wish }) => wish >= WORTH_A_SLOT)
    .sort((a, b) => b.wish - a.wish)
    .map(({ order }) => order);
}

/** Every order of a kind that its seat may give now, what the bot likes best first, whether or not that is worth a slot to it. */
export function botRanking(name: BotName, board: Board, occasion: Occasion, kind: OrderKind): readonly Order[] {
  const thinking = thinkingOf(board, occasion);
  return optionsFor(board, occasion.view.state, thinking.power)
    .filter(({ order, refusal }) => order.kind === kind && refusal === null)
    .map(({ order }, i) => ({ order, wish: worth(BOTS[name], thinking, order), lot: thinking.draw(i) }))
    .sort((a, b) => b.wish - a.wish || b.lot - a.lot)
    .map(({ order }) => order);
}

/** Every joint order of a kind that its seat may offer now, what the bot likes best first, whether or not it would offer it. */
export function botOffersOf(name: BotName, board: Board, occasion: Occasion, kind: JointKind): readonly Joint[] {
  const thinking = thinkingOf(board, occasion);
  return possibleDeals(thinking, kind)
    .map((joint, i) => ({ joint, wish: BOTS[name].values(thinking, joint), lot: thinking.draw(i) }))
    .sort((a, b) => b.wish - a.wish || b.lot - a.lot)
    .map(({ joint }) => joint);
}

/** Orders that lose force when repeated: every bot knows it, and wants them the less. */
const SOFT: readonly OrderKind[] = ['court', 'exercise', 'press', 'visit', 'coerce', 'aid', 'shield', 'back', 'strike-proxy'];

/** The page by which a bot moves. */
export const pageOf = (name: BotName): Bot => BOTS[name];

/** How much a bot wants an order now; what is worn out by repeating it the less. */
export function worth(bot: Bot, thinking: Thinking, order: Order): number {
  const wish = wishFor(bot.wishes, thinking, order);
  if (!SOFT.includes(order.kind)) return wish;
  const { board, view, power } = thinking;
  const { tiresByKind, target } = ruleOf(order.kind);
  return wish * softness({ board, state: view.state, power }, order.kind, tiresByKind ? null : target(order));
}

/** What a bot knows, and that it has given these orders. */
function withDeeds({ board, view, power }: Thinking, orders: readonly Order[]): State {
  const { turn } = view.state.world;
  const scene = { board, state: view.state, power };
  const deeds: Record<string, Deed> = { ...view.state.deeds };
  for (const [i, order] of orders.entries()) {
    const { kind, target, amount } = ruleOf(order.kind);
    deeds[`${SHEET}${i}`] = { turn, power, kind, target: target(order), amount: amount(scene, order) };
  }
  return { ...view.state, deeds };
}
/** What stands on the sheet goes by ids of its own among the deeds. */
const SHEET = 'sheet-';

/** Words that its own orders, of this turn or the last, give the lie work backwards: every bot knows that too (RULES 6). */
function isHollow(ordered: State, power: Power, words: Statement): boolean {
  const grows = ([id, deed]: readonly [string, Deed]): boolean =>
    id.startsWith(SHEET) && deed.target === words.subject && BUILDING.some((kind) => kind === deed.kind);
  if (words.kind === 'pledge' && sorted(ordered.deeds).some(grows)) return true;
  const { commitment, ...said } = words;
  return isContradicted(ordered, {
    said: { ...said, turn: ordered.world.turn, power },
    condition: commitment?.condition ?? null,
  });
}

/** The kinds of order by which it would do what it said that it would, now that a line of its own is crossed. */
const announcedBy = ({ view, power }: Thinking): ReadonlySet<OrderKind> =>
  new Set(
    Object.values(view.state.commitments).flatMap(({ power: by, status, response }) =>
      by === power && status === 'met' && response !== null ? [response] : [],
    ),
  );

/** What may be ordered without asking anybody: the rest is talked over with its partner. */
const soloKinds = ({ scenario }: Board): readonly OrderKind[] =>
  scenario.orderKinds.filter((kind) => !JOINT_KINDS.some((joint) => joint === kind));

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

export function thinkingOf(board: Board, { view, draw, agreed }: Occasion): Thinking {
  assert(view.seat, 'a bot sits in a seat');
  return { board, view, power: view.seat, draw, agreed };
}

/**
 * What the bots were thinking, worked out again from a finished game: bots are deterministic, so a sheet that a bot would
 * have handed in was a bot's, and its reasons are those of that bot. Only a strategist's are stored; nobody sees them in play.
 */
import { type Account, type Game, type Played, stateOf } from '../game/game.ts';
import type { Deal } from '../game/joint.ts';
import { hashOf } from '../hash.ts';
import type { Family } from '../orders/order.ts';
import { familyOf } from '../orders/registry.ts';
import type { Order, Sheet, Statement } from '../orders/sheet.ts';
import { fearOf } from '../politics/fear.ts';
import { BINDING_KINDS, type BotName, JOINT_KINDS, othersOf, PERSONALITIES, POWERS, type Power } from '../scenario/names.ts';
import { type Because, because } from '../state/ledger.ts';
import { botSheet, type Occasion } from './bot.ts';
import { occasionOf } from './moves.ts';

export interface Thoughts {
  readonly turn: number;
  readonly power: Power;
  readonly bot: BotName;
  /** What it feared most, what it signed and did, what it gave up. */
  readonly reasons: readonly Because[];
  /** Its first order and its first statement, each with why. */
  readonly order: { readonly what: Order; readonly why: Because } | null;
  readonly words: { readonly what: Statement; readonly why: Because } | null;
}

/** Turn by turn and seat by seat; seats that persons held are left out. */
export function thoughtsOf(game: Game): readonly Thoughts[] {
  return game.played.flatMap((played, i) => {
    const before: Game = { ...game, played: game.played.slice(0, i) };
    if (played.step.type !== 'turn' || stateOf(before).world.phase !== 'orders') return [];
    return POWERS.flatMap((power) => thoughtsIn(before, played, power) ?? []);
  });
}

function thoughtsIn(before: Game, { step, turn }: Played, power: Power): Thoughts | null {
  const sheet = step.type === 'turn' ? step.sheets[power] : undefined;
  if (step.type !== 'turn' || !sheet) return null;
  const { board } = before;
  const signed = dealsOf(step).filter(({ from, to }) => from === power || to === power);
  const occasion = occasionOf(before, power, signed);
  const account = step.accounts?.[power];
  if (account) return accounted({ turn, power, sheet, account }, dealings(power, sheet, signed));
  const handedIn = hashOf(sheet);
  const bot = PERSONALITIES.find((name) => hashOf(botSheet(name, board, occasion)) === handedIn);
  if (!bot) return null;
  const [what] = sheet.orders;
  const [words] = sheet.statements;
  return {
    turn,
    power,
    bot,
    reasons: [fearIn(before, power, occasion), ...dealings(power, sheet, signed), ...gaveUp(sheet)],
    order: what ? { what, why: because(`bot.why.${bot}.${reasonFor(what)}`) } : null,
    words: words
      ? { what: words, why: because(`bot.why.${bot}.${BINDING_KINDS.includes(words.kind) ? 'binding' : 'words'}`) }
      : null,
  };
}

interface Accounted {
  readonly turn: number;
  readonly power: Power;
  readonly sheet: Sheet;
  readonly account: Account;
}

/** A strategist's reasons stand in the record: its search went by the clock. */
function accounted({ turn, power, sheet, account: { bot, reasons } }: Accounted, dealt: readonly Because[]): Thoughts {
  const [what] = sheet.orders;
  const [words] = sheet.statements;
  return {
    turn,
    power,
    bot,
    reasons: [...reasons, ...dealt, ...gaveUp(sheet)],
    order: what ? { what, why: because('bot.why.strategist.order') } : null,
    words: words ? { what: words, why: because('bot.why.strategist.words') } : null,
  };
}

/** What of a personality's reasons goes with an order: its family's, but for what is done together, given notice of or taken back. */
function reasonFor(order: Order): 'joint' | 'notice' | 'step-back' | Family {
  if (isJoint(order)) return 'joint';
  if (order.kind === 'leave-treaty') return 'notice';
  const isBack =
    order.kind === 'withdraw' || (order.kind === 'suspend' && order.suspended) || (order.kind === 'forward' && !order.deployed);
  return isBack ? 'step-back' : familyOf(order.kind);
}

/** The deals of a turn as its sheets tell them: who agreed on what is on record, the terms are on the sheets. */
function dealsOf({ agreed, sheets }: Extract<Played['step'], { type: 'turn' }>): readonly Deal[] {
  return (agreed ?? []).map(([one, other, what]): Deal => {
    if (what !== 'treaty') return { from: one, to: other, what };
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const order = sheets[from]?.orders.find((each) => each.kind === 'treaty' && each.partners.includes(to));
      if (order?.kind === 'treaty') return { from, to, what, terms: { partners: order.partners, clauses: order.clauses } };
    }
    return { from: one, to: other, what };
  });
}

/** Fear from which on it is worth a word. */
const AFRAID = 0.05;

function fearIn({ board }: Game, power: Power, { view }: Occasion): Because {
  const fears = othersOf(power).map((other) => ({ other, fear: fearOf(board, view.state, power, other).fear }));
  const most = fears.reduce((worst, one) => (one.fear > worst.fear ? one : worst));
  if (most.fear >= AFRAID) return because('bot.thought.fear', { feared: most.other, share: most.fear });
  const trust = (other: Power): number => view.state.pairs[`${power}>${other}`]?.trust ?? 0;
  const least = othersOf(power).reduce((worst, other) => (trust(other) < trust(worst) ? other : worst));
  return because('bot.thought.calm', { feared: least });
}

function dealings(power: Power, { orders }: Sheet, signed: readonly Deal[]): readonly Because[] {
  return signed.map(({ from, to, what }) => {
    const partner = from === power ? to : from;
    const came = orders.some((order) => isJoint(order) && order.kind === what && partnersIn(order).includes(partner));
    return because(came ? 'bot.thought.signed' : 'bot.thought.struck', { partner, order: what });
  });
}

const gaveUp = ({ abandon }: Sheet): readonly Because[] => (abandon.length > 0 ? [because('bot.thought.gave-up')] : []);

const isJoint = (order: Order): boolean => JOINT_KINDS.some((kind) => kind === order.kind);

const partnersIn = (order: Order): readonly Power[] =>
  order.kind === 'treaty' ? order.partners : 'partner' in order ? [order.partner] : [];

/**
 * Judges a sheet: each order and statement in its place, against the money, the slots and the ones before it. What
 * may not be carried out comes back with its reason; the rest of the sheet stays.
 */
import type { Board } from '../capability/board.ts';
import { LIMITS } from '../limits.ts';
import { refusalOf, ruleOf } from '../orders/registry.ts';
import type { Order, Sheet, Statement } from '../orders/sheet.ts';
import { conditionHolds, isDeniable, whoseCondition } from '../politics/commitment.ts';
import { purseAfterIncome } from '../politics/standing.ts';
import { bindingOn } from '../politics/treaty.ts';
import { BINDING_KINDS, BUILDING, type OrderKind, type Power } from '../scenario/names.ts';
import { ABSTRACT_SUBJECTS, conditionInPlay, subjectOfCondition } from '../scenario/words.ts';
import { isRefusal, type Refusal, refuse } from '../state/refusal.ts';
import type { State } from '../state/state.ts';
import type { Returned } from './game.ts';
import { veil } from './veil.ts';

export interface Accepted<T> {
  readonly what: T;
  readonly index: number;
  readonly money: number;
}

export interface Checked {
  readonly orders: readonly Accepted<Order>[];
  readonly statements: readonly Accepted<Statement>[];
  readonly abandoned: readonly string[];
  readonly returned: readonly Returned[];
  /** Left after the accepted orders. */
  readonly money: number;
}

/** Order and statement slots of a power: low approval takes an order, high approval gives a statement (RULES 2). */
export function slotsOf(board: Board, state: State, power: Power): { readonly orders: number; readonly statements: number } {
  const { budget } = board.scenario.parameters;
  const { approval } = state.powers[power];
  return {
    orders: budget.orders - (approval < budget.lowApproval ? 1 : 0),
    statements: budget.statements + (approval > budget.highApproval ? 1 : 0),
  };
}

/** Judges a sheet before a turn; `money` is what the seat will have once its income is in. */
export function checkSheet(board: Board, state: State, power: Power, sheet: Sheet): Checked {
  return judgeSheet(board, state, { power, sheet, money: purseAfterIncome(board, state, power) });
}

interface Handed {
  readonly power: Power;
  readonly sheet: Sheet;
  readonly money: number;
}

export function judgeSheet(board: Board, state: State, { power, sheet, money }: Handed): Checked {
  const abandoned = [...new Set(sheet.abandon)].filter((id) => mayAbandon(state, power, id));
  const judge = judgeOf(board, state, { power, abandoned, money });
  const returned: Returned[] = [];
  const orders = accepted(sheet.orders, judge.order, (index, refusal) => returned.push({ power, what: 'order', index, refusal }));
  const statements = accepted(sheet.statements, judge.statement, (index, refusal) =>
    returned.push({ power, what: 'statement', index, refusal }),
  );
  sheet.abandon.forEach((id, index) => {
    if (!abandoned.includes(id)) returned.push({ power, what: 'abandon', index, refusal: refuse('refusal.no-such-commitment') });
  });
  return { orders, statements, abandoned, returned, money: judge.left() };
}

/** Those of a part of the sheet that are not refused, each with its place and price. */
function accepted<T>(
  parts: readonly T[],
  judge: (part: T) => number | Refusal,
  refused: (index: number, refusal: Refusal) => void,
): readonly Accepted<T>[] {
  const kept: Accepted<T>[] = [];
  parts.forEach((what, index) => {
    const money = judge(what);
    if (isRefusal(money)) refused(index, money);
    else kept.push({ what, index, money });
  });
  return kept;
}

/** Whether a power may openly give this up: an open commitment of its own, or a treaty that binds it. */
export function mayAbandon(state: State, power: Power, id: string): boolean {
  const commitment = state.commitments[id];
  return (
    (commitment?.power === power && commitment.status === 'open') || bindingOn(state, power).some(([treaty]) => treaty === id)
  );
}

/** Judges a sheet part by part in their order: what it accepts stands in the way of what comes after. */
export interface Judge {
  /** The price of an order that is accepted, or why it is not. */
  readonly order: (order: Order) => number | Refusal;
  readonly statement: (statement: Statement) => number | Refusal;
  /** Money left after the orders accepted so far. */
  readonly left: () => number;
}

/** What a sheet is judged by: whose it is, what it gives up, what may be spent. */
export interface Judged {
  readonly power: Power;
  readonly abandoned: readonly string[];
  readonly money: number;
}

export function judgeOf(board: Board, state: State, { power, abandoned, money }: Judged): Judge {
  const after = without(state, abandoned);
  const slots = slotsOf(board, state, power);
  const about = new Set<string>();
  const said = new Set<string>();
  let orders = 0;
  let left = money;
  const scene = { board, state: after, power };
  const order = (what: Order): number | Refusal => {
    if (!board.scenario.orderKinds.includes(what.kind)) return refuse('refusal.not-in-play', { kind: what.kind });
    const rule = ruleOf(what.kind);
    const price = rule.price(scene, what).money;
    const key = subjectOf(what, rule.target(what));
    if (orders >= slots.orders) return refuse('refusal.order-slots', { most: slots.orders });
    if (about.has(key)) return refuse('refusal.twice', { kind: what.kind });
    const refusal = refusalOf(scene, what) ?? (price > left ? refuse('refusal.money', { price, left }) : null);
    if (refusal) return refusal;
    about.add(key);
    orders += 1;
    left -= price;
    return price;
  };
  const statement = (s: Statement): number | Refusal => {
    const key = `${s.kind} ${s.target} ${s.subject}`;
    if (!board.scenario.statementKinds.includes(s.kind)) return refuse('refusal.not-in-play', { kind: s.kind });
    if (said.size >= slots.statements) return refuse('refusal.statement-slots', { most: slots.statements });
    if (said.has(key)) return refuse('refusal.twice', { kind: s.kind });
    // On what the speaker knows: a refusal must not tell him what the others keep hidden.
    const refusal = refuseStatement(board, veil(board, after, power), power, s);
    if (refusal) return refusal;
    said.add(key);
    return 0;
  };
  return { order, statement, left: () => left };
}

const BATTERY_KINDS: readonly OrderKind[] = [...BUILDING, 'suspend', 'withdraw'];

/** One battery takes one order a turn, whatever its kind; other orders are told apart by kind and target. */
function subjectOf(order: Order, target: string): string {
  return BATTERY_KINDS.includes(order.kind) ? `battery ${target}` : `${order.kind} ${target}`;
}

/** The state as it is once these commitments and treaties are given up: they no longer stand in the way. */
function without(state: State, abandoned: readonly string[]): State {
  if (abandoned.length === 0) return state;
  const commitments = Object.fromEntries(Object.entries(state.commitments).filter(([id]) => !abandoned.includes(id)));
  const treaties = Object.fromEntries(Object.entries(state.treaties).filter(([id]) => !abandoned.includes(id)));
  return { ...state, commitments, treaties };
}

/** Words with nobody to answer for them, or to the wrong room, or about nothing, are refused. */
function refuseStatement(board: Board, state: State, power: Power, s: Statement): Refusal | null {
  if (s.target === power) return refuse('refusal.to-yourself');
  if (s.venue === 'private' && s.target === 'all') return refuse('refusal.private-to-all');
  if (!isSubject(board, s.subject)) return refuse('refusal.no-such-subject', { subject: s.subject });
  const binding = BINDING_KINDS.includes(s.kind);
  if (binding && !s.commitment) return refuse('refusal.commitment-missing', { kind: s.kind });
  if (!binding && s.commitment) return refuse('refusal.commitment-unwanted', { kind: s.kind });
  if ((binding || s.kind === 'deny') && s.speaker === 'state-media') return refuse('refusal.media-cannot-bind');
  if (s.kind === 'deny' && !isDeniable(board, state, power, s.subject)) return refuse('refusal.nothing-to-deny');
  return s.commitment ? refuseCommitment(board, state, power, s) : null;
}

function refuseCommitment(board: Board, state: State, power: Power, s: Statement): Refusal | null {
  const c = s.commitment;
  if (!c) return null;
  const { turn } = state.world;
  if (c.until <= turn) return refuse('refusal.commitment-over', { until: c.until });
  if (c.until > turn + LIMITS.commitmentTurns) return refuse('refusal.commitment-long', { most: LIMITS.commitmentTurns });
  if ('battery' in c.condition && !board.plans[c.condition.battery])
    return refuse('refusal.no-such-subject', { subject: c.condition.battery });
  if (c.condition.type === 'third-test' && !board.thirds[c.condition.third])
    return refuse('refusal.no-such-subject', { subject: c.condition.third });
  if (!conditionInPlay(board.scenario, c.condition.type)) return refuse('refusal.condition-not-in-play');
  if (c.response && !board.scenario.orderKinds.includes(c.response)) return refuse('refusal.not-in-play', { kind: c.response });
  const whose = whoseCondition(board, c.condition);
  if (s.kind === 'pledge' && whose !== power) return refuse('refusal.pledge-own-acts');
  if (s.kind === 'red-line' && whose === power) return refuse('refusal.line-others-acts');
  if (s.kind === 'red-line' && !c.response) return refuse('refusal.line-needs-response');
  if (s.kind === 'pledge' && c.response) return refuse('refusal.pledge-no-response');
  if (conditionHolds(state, c.condition)) return refuse('refusal.condition-holds');
  if (s.subject !== subjectOfCondition(c.condition)) return refuse('refusal.subject-of-condition', { subject: s.subject });
  return null;
}

const isSubject = (board: Board, subject: string): boolean =>
  [board.plans, board.thirds, board.hosts].some((known) => Object.hasOwn(known, subject)) || ABSTRACT_SUBJECTS.includes(subject);

/** The sheet being written (writing.ts): the ways in which it changes, and what the core and one's portfolios say of each. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Board } from '../../shared/capability/board.ts';
import { type Checked, checkSheet, slotsOf } from '../../shared/game/check.ts';
import type { Returned } from '../../shared/game/game.ts';
import type { View } from '../../shared/game/view.ts';
import { EMPTY_SHEET, type Order, type Sheet, type Statement } from '../../shared/orders/sheet.ts';
import { mayDraft, type Portfolio, portfolioOf, type SheetPart } from '../../shared/protocol/portfolio.ts';
import type { Standing } from '../../shared/scenario/names.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Outbox } from '../net/outbox.ts';
import { type Saving, Writing } from './writing.ts';

export interface Draft extends Pick<Writing, 'lock' | 'unlock' | 'receive' | 'hear'> {
  readonly sheet: ReadonlySignal<Sheet>;
  readonly locked: ReadonlySignal<boolean>;
  readonly saving: ReadonlySignal<Saving>;
  /** What would be returned if the turn resolved now, and the money left. */
  readonly checked: ReadonlySignal<Pick<Checked, 'returned' | 'money'>>;
  readonly slots: ReadonlySignal<{ readonly orders: number; readonly statements: number }>;
  /** What this turn's sheet may spend: the purse once the turn's income is in. */
  readonly purse: ReadonlySignal<number>;
  /** Why the sheet could not take this order or statement as its next line. */
  refusalOfOrder(order: Order): Refusal | null;
  refusalOfStatement(statement: Statement): Refusal | null;
  /** Words of the statement being composed, kept while the reader looks elsewhere. */
  readonly composing: Signal<Statement | null>;
  addOrder(order: Order): void;
  addStatement(statement: Statement): void;
  removeOrder(index: number): void;
  removeStatement(index: number): void;
  /** Gives an own commitment up with this sheet, or takes that back. */
  toggleAbandon(commitment: string): void;
  /** What to do in a crisis, where crises are not played live. */
  setStanding(standing: Standing): void;
  /** Why a part of the sheet is not the reader's to change; null: it is. */
  lack(part: SheetPart): Refusal | null;
}

const NOTHING = { returned: [], money: 0 };
const NO_SLOTS = { orders: 0, statements: 0 };

type Edits = Pick<Draft, 'addOrder' | 'addStatement' | 'removeOrder' | 'removeStatement' | 'toggleAbandon' | 'setStanding'>;

/** The ways in which a sheet changes; each makes a new sheet and hands it on. */
function editsOf(sheet: ReadonlySignal<Sheet>, change: (next: Sheet) => void): Edits {
  return {
    addOrder: (order) => change({ ...sheet.value, orders: [...sheet.value.orders, order] }),
    addStatement: (statement) => change({ ...sheet.value, statements: [...sheet.value.statements, statement] }),
    removeOrder: (index) => change({ ...sheet.value, orders: without(sheet.value.orders, index) }),
    removeStatement: (index) => change({ ...sheet.value, statements: without(sheet.value.statements, index) }),
    setStanding: (standing) => change({ ...sheet.value, standing }),
    toggleAbandon(commitment) {
      const { abandon } = sheet.value;
      const given = abandon.includes(commitment);
      change({ ...sheet.value, abandon: given ? abandon.filter((id) => id !== commitment) : [...abandon, commitment] });
    },
  };
}

type Judgements = Pick<Draft, 'checked' | 'purse' | 'slots' | 'refusalOfOrder' | 'refusalOfStatement'>;

/** What the core says of the sheet and of what might be added, on what the seat knows. */
function judgementsOf(board: Board, sheet: ReadonlySignal<Sheet>, view: ReadonlySignal<View | null>): Judgements {
  function judged(candidate: Sheet): Pick<Checked, 'returned' | 'money'> {
    const seen = view.value;
    return seen === null || seen.seat === null ? NOTHING : checkSheet(board, seen.state, seen.seat, candidate);
  }
  return {
    checked: computed(() => judged(sheet.value)),
    purse: computed(() => judged(EMPTY_SHEET).money),
    slots: computed(() => {
      const seen = view.value;
      return seen === null || seen.seat === null ? NO_SLOTS : slotsOf(board, seen.state, seen.seat);
    }),
    refusalOfOrder(order) {
      const orders = [...sheet.value.orders, order];
      return returnedAt(judged({ ...sheet.value, orders }).returned, 'order', orders.length - 1);
    },
    refusalOfStatement(statement) {
      const statements = [...sheet.value.statements, statement];
      return returnedAt(judged({ ...sheet.value, statements }).returned, 'statement', statements.length - 1);
    },
  };
}

/** What a draft is written at. */
interface Place {
  readonly outbox: Outbox;
  readonly view: ReadonlySignal<View | null>;
  /** What the reader may write on the sheet. */
  readonly rights: ReadonlySignal<readonly Portfolio[]>;
}

export function createDraft(board: Board, { outbox, view, rights }: Place): Draft {
  const writing = new Writing(outbox);
  const { sheet, locked, saving } = writing;
  const lack = (part: SheetPart): Refusal | null =>
    mayDraft(rights.value, part) ? null : refuse('refusal.not-your-portfolio', { portfolio: portfolioOf(part) });
  const judgements = judgementsOf(board, sheet, view);
  return {
    sheet,
    locked,
    saving,
    ...judgements,
    ...editsOf(sheet, (next) => writing.change(next)),
    lock: () => writing.lock(),
    unlock: () => writing.unlock(),
    receive: (message, first) => writing.receive(message, first),
    hear: (other) => writing.hear(other),
    composing: signal<Statement | null>(null),
    lack,
    refusalOfOrder: (order) => lack(order.kind) ?? judgements.refusalOfOrder(order),
    refusalOfStatement: (statement) => lack('statements') ?? judgements.refusalOfStatement(statement),
  };
}

/** What the core would return of a sheet, for one line of it. */
export function returnedAt(returned: readonly Returned[], what: Returned['what'], index: number): Refusal | null {
  return returned.find((r) => r.what === what && r.index === index)?.refusal ?? null;
}

const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index);

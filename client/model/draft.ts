/**
 * The sheet being written: what is on it, what the core says of it, whether the server has it. Every change is saved by
 * itself shortly after; locking is the player's own act and may be taken back until the turn resolves.
 */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Board } from '../../shared/capability/board.ts';
import { type Checked, checkSheet, slotsOf } from '../../shared/game/check.ts';
import type { Returned } from '../../shared/game/game.ts';
import type { View } from '../../shared/game/view.ts';
import { EMPTY_SHEET, type Order, type Sheet, type Statement } from '../../shared/orders/sheet.ts';
import type { Answer, Receipt, SeenView } from '../../shared/protocol/messages.ts';
import type { Standing } from '../../shared/scenario/names.ts';
import type { Refusal } from '../../shared/state/refusal.ts';
import type { Outbox } from '../net/outbox.ts';

/** What the server has of the sheet. */
export type Saving =
  | { readonly at: 'empty' }
  | { readonly at: 'saving' }
  | { readonly at: 'saved'; readonly receipt: Receipt }
  | { readonly at: 'refused'; readonly refusal: Refusal };

export interface Draft {
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
  lock(): Promise<void>;
  unlock(): Promise<void>;
  /** A view came: a new turn starts a new sheet; on the first one, the server's own draft is taken up. */
  receive(message: SeenView, first: boolean): void;
}

const SAVE_AFTER_MS = 500;
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

export function createDraft(board: Board, outbox: Outbox, view: ReadonlySignal<View | null>): Draft {
  const sheet = signal<Sheet>(EMPTY_SHEET);
  const locked = signal(false);
  const saving = signal<Saving>({ at: 'empty' });
  const composing = signal<Statement | null>(null);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function change(next: Sheet): void {
    if (locked.value) return;
    sheet.value = next;
    saving.value = { at: 'saving' };
    clearTimeout(timer);
    timer = setTimeout(() => void save(), SAVE_AFTER_MS);
  }

  async function save(): Promise<void> {
    const [ofTurn, saved] = [turn, sheet.value];
    const answer = await outbox.request('draft', { turn: ofTurn, sheet: saved });
    if (turn === ofTurn && sheet.value === saved) settle(answer);
  }

  function settle(answer: Answer): void {
    if (!answer.ok) saving.value = { at: 'refused', refusal: answer.refusal };
    else if (answer.receipt !== null) {
      saving.value = { at: 'saved', receipt: answer.receipt };
      locked.value = answer.receipt.locked;
    }
  }

  return {
    sheet,
    locked,
    saving,
    composing,
    ...judgementsOf(board, sheet, view),
    ...editsOf(sheet, change),
    async lock() {
      clearTimeout(timer);
      saving.value = { at: 'saving' };
      const ofTurn = turn;
      const answer = await outbox.request('lock', { turn, sheet: sheet.value });
      if (turn === ofTurn) settle(answer);
    },
    async unlock() {
      const ofTurn = turn;
      const answer = await outbox.request('unlock', { turn });
      if (turn !== ofTurn) return;
      if (answer.ok) locked.value = false;
      settle(answer);
    },
    receive(message, first) {
      const now = message.view.state.world.turn;
      if (!first && now === turn) return;
      turn = now;
      clearTimeout(timer);
      sheet.value = message.draft ?? EMPTY_SHEET;
      locked.value = message.locked;
      saving.value = { at: 'empty' };
    },
  };
}

/** What the core would return of a sheet, for one line of it. */
export function returnedAt(returned: readonly Returned[], what: Returned['what'], index: number): Refusal | null {
  return returned.find((r) => r.what === what && r.index === index)?.refusal ?? null;
}

const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index);

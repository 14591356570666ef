/**
 * The sheet between this page and the server: every change is saved by itself shortly after. Others of the seat may change it
 * too: then what was written here goes onto what they wrote, so that nothing of either is lost.
 */
import { signal } from '@preact/signals';
import { LIMITS } from '../../shared/limits.ts';
import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import type { Answer, Receipt, SeenView, ServerMessages } from '../../shared/protocol/messages.ts';
import { mergedSheet, sameSheet } from '../../shared/protocol/sheet-changes.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Outbox } from '../net/outbox.ts';

/** What the server has of the sheet; `changed`: what another of the seat made of it. */
export type Saving =
  | { readonly at: 'empty' }
  | { readonly at: 'saving' }
  | { readonly at: 'saved'; readonly receipt: Receipt }
  | { readonly at: 'changed'; readonly by: string; readonly isLocked: boolean }
  | { readonly at: 'refused'; readonly refusal: Refusal };

const SAVE_AFTER_MS = 500;

/** The server's sheet, as far as this page knows, and its number. */
interface Known {
  readonly number: number;
  readonly sheet: Sheet;
}
const NOTHING: Known = { number: 0, sheet: EMPTY_SHEET };

export class Writing {
  readonly sheet = signal<Sheet>(EMPTY_SHEET);
  readonly locked = signal(false);
  readonly saving = signal<Saving>({ at: 'empty' });
  readonly #outbox: Outbox;
  #turn = 0;
  #known = NOTHING;
  /** What was written here and is not on a sheet that another has locked meanwhile: it waits for the lock to be taken back. */
  #aside: Sheet | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The one request that is out: a second would be written on a number that the first makes old. */
  #out: { readonly sheet: Sheet; readonly done: Promise<unknown> } | null = null;

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  change(next: Sheet): void {
    if (this.locked.value) return;
    this.sheet.value = next;
    this.saving.value = { at: 'saving' };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), SAVE_AFTER_MS);
  }

  async lock(): Promise<void> {
    clearTimeout(this.#timer);
    this.saving.value = { at: 'saving' };
    const answer = await this.#ask('lock');
    if (answer !== null) this.#settle(answer);
  }

  async unlock(): Promise<void> {
    const answer = await this.#ask('unlock');
    if (answer === null) return;
    this.#settle(answer);
    if (this.#aside !== null && !this.locked.value) this.change(this.#aside);
    this.#aside = null;
  }

  /** A view came: a new turn starts a new sheet; on the first one, the server's own draft is taken up. */
  receive(message: SeenView, first: boolean): void {
    const { turn, phase } = message.view.state.world;
    const newest = { number: message.draftNumber, sheet: message.draft ?? EMPTY_SHEET };
    if (!first && turn === this.#turn) {
      if (phase === 'orders' && newest.number !== this.#known.number) this.#take(newest, message.locked);
      return;
    }
    this.#turn = turn;
    clearTimeout(this.#timer);
    this.#known = newest;
    this.#aside = null;
    this.sheet.value = newest.sheet;
    this.locked.value = message.locked;
    this.saving.value = { at: 'empty' };
  }

  /** Another of the seat has changed or locked the sheet. */
  hear(draft: ServerMessages['draft']): void {
    if (draft.turn !== this.#turn || draft.number === this.#known.number) return;
    this.saving.value = { at: 'changed', by: draft.by, isLocked: draft.locked };
    this.#take(draft, draft.locked);
  }

  async #save(): Promise<void> {
    if (this.#out !== null || this.locked.value || !this.#isBehind) return;
    const full = fullRefusal(this.sheet.value);
    const answer = full === null ? await this.#ask('draft') : ({ ok: false, refusal: full } as const);
    if (answer === null) return;
    if (!answer.ok && !isOvertaken(answer)) return this.#settle(answer);
    if (this.#isBehind) this.change(this.sheet.value);
    else if (answer.ok) this.#settle(answer);
  }

  /** Asks for one thing at a time; null: the turn has gone on meanwhile, and with it the question. */
  async #ask(name: 'draft' | 'lock' | 'unlock'): Promise<Answer | null> {
    while (this.#out !== null) await this.#out.done;
    const [turn, base, sheet] = [this.#turn, this.#known.number, this.sheet.value];
    const done = name === 'unlock' ? this.#outbox.request(name, { turn }) : this.#outbox.request(name, { turn, sheet, base });
    this.#out = { sheet, done };
    const answer = await done;
    this.#out = null;
    if (this.#turn !== turn) return null;
    // Where the server's sheet has become another meanwhile, it has said so before it answered.
    const isLast = this.#known.number === base;
    if (isLast && answer.ok && answer.receipt !== null) this.#known = { number: answer.receipt.number, sheet };
    if (isLast && isOvertaken(answer)) void this.#outbox.request('view', {});
    return answer;
  }

  /** Whether the server has less than is written here. */
  get #isBehind(): boolean {
    return !sameSheet(this.sheet.value, this.#known.sheet);
  }

  #settle(answer: Answer): void {
    if (!answer.ok) {
      this.saving.value = { at: 'refused', refusal: answer.refusal };
      // What is another's to write is not shown as if it were written.
      if (answer.refusal.key === 'refusal.not-your-portfolio') this.sheet.value = this.#known.sheet;
    } else if (answer.receipt !== null) {
      this.saving.value = { at: 'saved', receipt: answer.receipt };
      this.locked.value = answer.receipt.locked;
    }
  }

  #take(newest: Known, isLocked: boolean): void {
    // One's own, come back before its receipt, is nothing to be brought together with.
    const isOwn = this.#out !== null && sameSheet(this.#out.sheet, newest.sheet);
    const merged = mergedSheet((isOwn ? newest : this.#known).sheet, this.#aside ?? this.sheet.value, newest.sheet);
    const isBehind = !sameSheet(merged, newest.sheet);
    this.#known = newest;
    this.locked.value = isLocked;
    this.#aside = isLocked && isBehind ? merged : null;
    this.sheet.value = isLocked ? newest.sheet : merged;
    if (isBehind && !isLocked) this.change(merged);
  }
}

/** Several who write at once may write more than a sheet takes: then one of them has to take something off. */
function fullRefusal({ orders, statements }: Sheet): Refusal | null {
  if (orders.length > LIMITS.ordersPerSheet) return refuse('refusal.order-slots', { most: LIMITS.ordersPerSheet });
  if (statements.length <= LIMITS.statementsPerSheet) return null;
  return refuse('refusal.statement-slots', { most: LIMITS.statementsPerSheet });
}

const isOvertaken = (answer: Answer): boolean => !answer.ok && answer.refusal.key === 'refusal.draft-moved-on';

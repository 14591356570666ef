/** The foot of the room: the sheet being written, what is left to spend, what the server has, and the lock. */
import type { JSX } from 'preact';
import type { Order, Statement } from '../../shared/orders/sheet.ts';
import { portfolioOf, type SheetPart } from '../../shared/protocol/portfolio.ts';
import { STANDING } from '../../shared/scenario/names.ts';
import { clockTime, num } from '../i18n/format.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { isBrokenByOrders } from '../model/composing.ts';
import { returnedAt } from '../model/draft.ts';
import type { Match } from '../model/match.ts';
import { missingHalves } from '../model/talks.ts';
import type { Saving } from '../model/writing.ts';
import { brokenWords } from './broken-words.ts';
import { Choice } from './choice.tsx';
import { CrossIcon } from './cross-icon.tsx';
import { previewText } from './headline-text.tsx';
import { LockButton } from './lock-button.tsx';
import { orderName } from './order-name.ts';
import { useRoom } from './room-context.tsx';

/** The foot itself: counts, receipt, lock; always in sight. */
export function SheetFoot({ withLines }: { readonly withLines: boolean }): JSX.Element {
  const { match } = useRoom();
  if (match.seat.value === null) return <footer class="foot watching">{t('watch.foot')}</footer>;
  return (
    <footer class="foot">
      {withLines ? <SheetLines /> : null}
      <div class="foot-end">
        <Counts />
        <StandingInstruction />
        <ReceiptText />
      </div>
      <LockButton />
    </footer>
  );
}

function Counts(): JSX.Element {
  const { match } = useRoom();
  const { orders, statements } = match.draft.sheet.value;
  const slots = match.draft.slots.value;
  return (
    <p class="counts">
      <span>{t('sheet.orders', { used: orders.length, most: slots.orders })}</span>
      <span>{t('sheet.statements', { used: statements.length, most: slots.statements })}</span>
      <span>{t('sheet.money', { money: num(match.draft.checked.value.money, '1') })}</span>
    </p>
  );
}

/** By the day a crisis waits for nobody: the sheet says beforehand what to do in one. */
function StandingInstruction(): JSX.Element | null {
  const { match } = useRoom();
  if (match.figures.value.clock !== 'by-the-day') return null;
  return (
    <Choice
      label={t('sheet.standing')}
      value={match.draft.sheet.value.standing ?? 'hold'}
      ids={STANDING}
      name={(id) => t(`standing.${id}`)}
      isShut={match.draft.lack('standing') !== null}
      choose={(id) => match.draft.setStanding(id)}
    />
  );
}

/** Each line of the sheet, with the reason if it would come back, and its removal. */
export function SheetLines(): JSX.Element {
  const { match } = useRoom();
  const { draft, board } = match;
  const power = match.seat.value;
  const { orders, statements } = draft.sheet.value;
  const { returned } = draft.checked.value;
  const reasonOf = (what: 'order' | 'statement', index: number): string | null => {
    const refusal = returnedAt(returned, what, index);
    return refusal === null ? null : t('sheet.would-return', { reason: refusalSentence(board, refusal) });
  };
  const speaking = match.speaking.value;
  const brokenBy = (statement: Statement): string | null =>
    speaking !== null && isBrokenByOrders(speaking, statement) ? t('sheet.pledge-broken') : null;
  const brokenWord = (order: Order): string | null => (speaking && brokenWords(match, speaking, order)[0]) ?? null;
  const missing = power === null ? [] : missingHalves(match.lines.value, { power, turn: match.figures.value.turn, orders });
  if (orders.length + statements.length + missing.length === 0) return <p class="sheet-lines dim">{t('sheet.empty')}</p>;
  return (
    <ul class="sheet-lines" aria-label={t('sheet.label')}>
      {missing.map((half) => (
        <li key={JSON.stringify(half)} class="sheet-line refused">
          <span class="sheet-text reason">{t('sheet.half-missing', { what: orderName(board, half) })}</span>
        </li>
      ))}
      {orders.map((order, i) => (
        <SheetLine
          key={`o${i}`}
          text={orderName(board, order, match.view.value?.state.treaties)}
          reason={reasonOf('order', i) ?? brokenWord(order)}
          locked={draft.locked.value}
          part={order.kind}
          remove={() => draft.removeOrder(i)}
        />
      ))}
      {statements.map((statement, i) => (
        <SheetLine
          key={`s${i}`}
          text={power === null ? '' : previewText(board, power, statement)}
          reason={reasonOf('statement', i) ?? brokenBy(statement)}
          locked={draft.locked.value}
          part="statements"
          remove={() => draft.removeStatement(i)}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly text: string;
  readonly reason: string | null;
  readonly locked: boolean;
  readonly part: SheetPart;
  readonly remove: () => void;
}

function SheetLine({ text, reason, locked, part, remove }: LineProps): JSX.Element {
  const { match } = useRoom();
  const isShared = match.delegation.value.delegates.length > 1;
  const isAnothers = match.draft.lack(part) !== null;
  return (
    <li class={reason === null ? 'sheet-line' : 'sheet-line refused'}>
      <span class="sheet-text">
        {text}
        {isShared ? <span class="small dim">{t(`portfolio.${portfolioOf(part)}`)}</span> : null}
        {reason === null ? null : <span class="reason">{reason}</span>}
      </span>
      <button
        type="button"
        class="remove"
        disabled={locked || isAnothers}
        aria-label={t('sheet.remove', { what: text })}
        onClick={remove}
      >
        <CrossIcon />
      </button>
    </li>
  );
}

export function receiptText(match: Match, saving: Saving): string {
  if (saving.at === 'empty') return t(match.deadlineMs.value === null ? 'receipt.empty' : 'receipt.empty-deadline');
  if (saving.at === 'saving') return t('receipt.saving');
  if (saving.at === 'refused') return t('receipt.refused', { reason: refusalSentence(match.board, saving.refusal) });
  if (saving.at === 'changed') return changedText(saving);
  const time = clockTime(saving.receipt.savedAtMs);
  return t(saving.receipt.locked ? 'receipt.locked' : 'receipt.saved', { time });
}

/** What another did to the sheet: one of the delegation, or whoever leads the exercise. */
function changedText({ by, isLocked }: Extract<Saving, { at: 'changed' }>): string {
  if (by === '') return t('receipt.changed-for-you');
  return t(isLocked ? 'receipt.changed-locked' : 'receipt.changed', { name: by });
}

function ReceiptText(): JSX.Element {
  const { match } = useRoom();
  return <p class="receipt small dim">{receiptText(match, match.draft.saving.value)}</p>;
}

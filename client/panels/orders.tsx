/** What may be ordered: by family, with price, time and lawfulness; choosing weighs an order, only the button adds it. */

import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Option } from '../../shared/game/options.ts';
import type { Family } from '../../shared/orders/order.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { type Suggestion, suggestionsFrom } from '../model/suggestions.ts';
import { orderName, sameOrder, siteOfOrder } from './order-name.ts';
import { OrderPreview } from './order-preview.tsx';
import { useRoom } from './room-context.tsx';
import { isWide } from './wide.ts';

const FAMILIES: readonly Family[] = ['defence', 'offence', 'evidence', 'cooperation', 'posture'];

export function Orders(): JSX.Element {
  const { match } = useRoom();
  const options = match.options.value;
  if (match.seat.value === null) return <p class="dim">{t('orders.watching')}</p>;
  return (
    <div class="orders">
      <h2 class="sr-only">{t('tab.orders')}</h2>
      {match.draft.locked.value ? <p class="notice">{t('sheet.locked-edit')}</p> : null}
      <Suggestions />
      {FAMILIES.map((family) => (
        <FamilyList key={family} family={family} options={options.filter((option) => option.family === family)} />
      ))}
    </div>
  );
}

function FamilyList({ family, options }: { readonly family: Family; readonly options: readonly Option[] }): JSX.Element | null {
  if (options.length === 0) return null;
  const [open, shut] = [options.filter((option) => option.refusal === null), options.filter((option) => option.refusal !== null)];
  return (
    <section class="family" aria-labelledby={`family-${family}`}>
      <h3 id={`family-${family}`}>{t(`family.${family}`)}</h3>
      <ul>
        {open.map((option) => (
          <OptionRow key={JSON.stringify(option.order)} option={option} />
        ))}
      </ul>
      {shut.length === 0 ? null : (
        <details class="refused-options">
          <summary>{t('orders.not-now', { count: shut.length })}</summary>
          <ul>
            {shut.map((option) => (
              <OptionRow key={JSON.stringify(option.order)} option={option} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function OptionRow({ option }: { readonly option: Option }): JSX.Element {
  const { match } = useRoom();
  const { board, considered } = match;
  const open = considered.value !== null && sameOrder(considered.value.order, option.order);
  const listed = match.draft.sheet.value.orders.some((order) => sameOrder(order, option.order));
  return (
    <li class={`option ${open ? 'open' : ''} ${listed ? 'listed' : ''}`}>
      <button type="button" class="option-head" aria-expanded={open} onClick={() => weigh(open ? null : option)}>
        <span class="option-name">{orderName(board, option.order)}</span>
        <span class="option-price">
          <span class="figure">{option.money === 0 ? t('price.free') : t('price.money', { count: option.money })}</span>
          <span class="dim">{option.turns === 0 ? t('price.now') : t('price.turns', { count: option.turns })}</span>
        </span>
        {listed ? <span class="tag">{t('orders.listed')}</span> : null}
        {option.refusal ? <span class="reason">{refusalSentence(board, option.refusal)}</span> : null}
      </button>
      {open && option.refusal === null ? <OrderPreview option={option} /> : null}
    </li>
  );

  function weigh(next: Option | null): void {
    considered.value = next;
    if (next === null) return;
    match.selectedSite.value = siteOfOrder(board, next.order) ?? match.selectedSite.value;
    requestAnimationFrame(showWeighed);
  }
}

const dismissed = signal(false);

/** On the first turn, while the sheet is empty: three ways to begin. */
function Suggestions(): JSX.Element | null {
  const { match, desk } = useRoom();
  const sheet = match.draft.sheet.value;
  const isFirst = match.view.value?.state.world.turn === 1;
  if (!isFirst || dismissed.value || sheet.orders.length >= match.draft.slots.value.orders) return null;
  return (
    <section class="suggestions" aria-labelledby="suggest-title">
      <h3 id="suggest-title">{t('suggest.title')}</h3>
      <ul>
        {suggestionsFrom(match.options.value).map((suggestion) => (
          <li key={suggestion.aim}>
            <span class="dim">{t(`suggest.${suggestion.aim}`)}</span>
            <button type="button" class="quiet" onClick={() => follow(suggestion)}>
              {suggestion.aim === 'calm' ? t('suggest.reassure') : orderName(match.board, suggestion.option.order)}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="quiet small" onClick={() => (dismissed.value = true)}>
        {t('suggest.dismiss')}
      </button>
    </section>
  );

  function follow(suggestion: Suggestion): void {
    if (suggestion.aim === 'calm') return desk.open('statements');
    match.considered.value = suggestion.option;
    match.selectedSite.value = siteOfOrder(match.board, suggestion.option.order);
    // Opened in its own place in the list, where its price and its alarm stand beside it.
    requestAnimationFrame(() => showWeighed()?.focus({ preventScroll: true }));
  }
}

/** Brings the order being weighed into view: on a narrow page all of it, from its name on. */
function showWeighed(): HTMLElement | null {
  const head = document.querySelector<HTMLElement>('.option.open .option-head');
  head?.closest('.option')?.scrollIntoView({ block: isWide.value ? 'nearest' : 'start' });
  return head;
}

/** What may be ordered: by family, with price, time and lawfulness; choosing weighs an order, only the button adds it. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Option } from '../../shared/game/options.ts';
import type { Family } from '../../shared/orders/order.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import type { Match } from '../model/match.ts';
import { sameOrder } from '../model/same-order.ts';
import { InFactHint } from './in-fact.tsx';
import { orderName, siteOfOrder } from './order-name.ts';
import { OrderPreview } from './order-preview.tsx';
import { useRoom } from './room-context.tsx';
import { showWeighed } from './show-weighed.ts';
import { Suggestions } from './suggestions.tsx';

const FAMILIES: readonly Family[] = ['defence', 'offence', 'evidence', 'cooperation', 'posture'];

export function Orders(): JSX.Element {
  const { match } = useRoom();
  const options = match.options.value;
  useEscape(match);
  if (match.seat.value === null) return <p class="dim">{t('orders.watching')}</p>;
  return (
    <div class="orders">
      <h2 class="sr-only">{t('tab.orders')}</h2>
      {match.draft.locked.value ? <p class="notice">{t('sheet.locked-edit')}</p> : null}
      <InFactHint />
      <Suggestions />
      {FAMILIES.map((family) => (
        <FamilyList key={family} family={family} options={options.filter((option) => option.family === family)} />
      ))}
    </div>
  );
}

/** Escape puts the order that is being weighed away; it never orders, and never takes one off the sheet. */
function useEscape(match: Match): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      // An open card takes Escape first.
      if (event.key !== 'Escape' || match.considered.value === null || document.querySelector(':popover-open')) return;
      showWeighed()?.focus({ preventScroll: true });
      match.considered.value = null;
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [match]);
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
  const place = match.draft.sheet.value.orders.findIndex((order) => sameOrder(order, option.order));
  const listed = place >= 0;
  const lack = match.draft.lack(option.order.kind);
  return (
    <li class={`option ${open ? 'open' : ''} ${listed ? 'listed' : ''}`}>
      <button type="button" class="option-head" aria-expanded={open} onClick={() => weigh(open ? null : option)}>
        <span class="option-name">{orderName(board, option.order, match.view.value?.state.treaties)}</span>
        <span class="option-price">
          <span class="figure">{option.money === 0 ? t('price.free') : t('price.money', { count: option.money })}</span>
          <span class="dim">{option.turns === 0 ? t('price.now') : t('price.turns', { count: option.turns })}</span>
        </span>
        {listed ? <span class="tag">{t('orders.listed')}</span> : null}
        {option.refusal ? <span class="reason">{refusalSentence(board, option.refusal)}</span> : null}
      </button>
      {open && option.refusal === null ? <OrderPreview option={option} /> : null}
      {place < 0 ? null : (
        <button type="button" class="quiet take-off" disabled={match.draft.locked.value || lack !== null} onClick={takeOff}>
          {t('orders.take-off')}
          {lack === null ? null : <span class="reason">{refusalSentence(board, lack)}</span>}
        </button>
      )}
    </li>
  );

  function takeOff(): void {
    match.draft.removeOrder(place);
  }

  function weigh(next: Option | null): void {
    considered.value = next;
    if (next === null) return;
    match.selectedSite.value = siteOfOrder(board, next.order) ?? match.selectedSite.value;
    requestAnimationFrame(showWeighed);
  }
}

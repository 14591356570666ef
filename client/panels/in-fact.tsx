/** As it was in fact: what the reader's own seat did that quarter, each order a press away from being weighed, none given by it. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Option } from '../../shared/game/options.ts';
import { quarterOf } from '../i18n/format.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { inFact } from '../model/in-fact.ts';
import { sameOrder } from '../model/same-order.ts';
import { orderName, siteOfOrder } from './order-name.ts';
import { useRoom } from './room-context.tsx';
import { showWeighed } from './show-weighed.ts';

/** The turn whose hint the reader has put away. */
const dismissedIn = signal(0);

export function InFactHint(): JSX.Element | null {
  const { match } = useRoom();
  const { board } = match;
  const [view, options] = [match.view.value, match.options.value];
  const turn = view?.state.world.turn ?? 0;
  const hint = useMemo(
    () => (view === null || view.seat === null ? null : inFact(board, turn, view.seat, options)),
    [board, view, turn, options],
  );
  if (hint === null || dismissedIn.value === turn) return null;
  return (
    <section class="suggestions in-fact" aria-labelledby="in-fact-title">
      <h3 id="in-fact-title">{t('in-fact.title')}</h3>
      <p class="small">
        <span class="dim">{t('turn.quarter', quarterOf(board.scenario.start, turn))}</span> {say(hint.text)}
      </p>
      <ul>
        {hint.options.map((option) => (
          <FactOrder key={JSON.stringify(option.order)} option={option} />
        ))}
      </ul>
      <p class="small dim">{t('in-fact.free')}</p>
      <button type="button" class="quiet small" onClick={() => (dismissedIn.value = turn)}>
        {t('in-fact.dismiss')}
      </button>
    </section>
  );
}

function FactOrder({ option }: { readonly option: Option }): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
  const isListed = match.draft.sheet.value.orders.some((order) => sameOrder(order, option.order));
  return (
    <li>
      <button type="button" class="quiet" onClick={weigh}>
        {orderName(board, option.order)}
      </button>
      {isListed ? <span class="tag">{t('orders.listed')}</span> : null}
    </li>
  );

  /** Opened in its own place in the list, where its price and its alarm stand beside it. */
  function weigh(): void {
    match.considered.value = option;
    match.selectedSite.value = siteOfOrder(board, option.order);
    requestAnimationFrame(() => showWeighed()?.focus({ preventScroll: true }));
  }
}

/** Orders that would teach more about a power's systems: weighed here, opened among the orders, added only there. */
import type { JSX } from 'preact';
import type { Option } from '../../shared/game/options.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { learningOrders } from '../model/intelligence.ts';
import { orderName } from './order-name.ts';
import { useRoom } from './room-context.tsx';

export function LearningOrders({ about }: { readonly about: Power }): JSX.Element | null {
  const { match, desk } = useRoom();
  const seat = match.seat.value;
  // In a replay there is nothing to order.
  if (seat === null || match.options.value.length === 0) return null;
  const open = learningOrders(match.board, match.options.value, about);
  return (
    <section aria-labelledby="learn-title">
      <h3 id="learn-title">{t('intelligence.learn')}</h3>
      {open.length === 0 ? (
        <p class="small dim">{t(about === seat ? 'intelligence.learn-none-own' : 'intelligence.learn-none')}</p>
      ) : null}
      <ul class="learn">
        {open.map((option) => (
          <li key={JSON.stringify(option.order)}>
            <button type="button" class="quiet" disabled={option.refusal !== null} onClick={() => weigh(option)}>
              {orderName(match.board, option.order)} <span class="dim small">{t('price.money', { count: option.money })}</span>
            </button>
            {option.refusal ? <span class="reason">{refusalSentence(match.board, option.refusal)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );

  function weigh(option: Option): void {
    match.considered.value = option;
    desk.open('orders');
  }
}

/** As it was in fact: what the reader's own seat did and said that quarter, each a press away from being weighed, none done by it. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Option } from '../../shared/game/options.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { SpokenInFact } from '../../shared/scenario/schema.ts';
import { quarterOf } from '../i18n/format.ts';
import { language } from '../i18n/language.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { inFact, sameWords, statementOf } from '../model/in-fact.ts';
import { sameOrder } from '../model/same-order.ts';
import { previewText } from './headline-text.tsx';
import { orderName, siteOfOrder } from './order-name.ts';
import { OwnWords } from './own-words.tsx';
import { useRoom } from './room-context.tsx';
import { showWeighed } from './show-weighed.ts';

/** The turn whose hint the reader has put away. */
const dismissedIn = signal(0);

/** Beside the orders everything; on the statement desk what was said. */
export function InFactHint({ only }: { readonly only?: 'words' }): JSX.Element | null {
  const { match } = useRoom();
  const { board } = match;
  const [view, options] = [match.view.value, match.options.value];
  const turn = view?.state.world.turn ?? 0;
  const power = view?.seat ?? null;
  const hint = useMemo(
    () => (view === null || power === null ? null : inFact({ board, state: view.state, power }, options)),
    [board, view, power, options],
  );
  if (hint === null || power === null || dismissedIn.value === turn) return null;
  const shown = only === 'words' ? [] : hint.options;
  if (shown.length + hint.spoken.length === 0) return null;
  return (
    <section class="suggestions in-fact" aria-labelledby="in-fact-title">
      <h3 id="in-fact-title">{t('in-fact.title')}</h3>
      <p class="small">
        <span class="dim">{t('turn.quarter', quarterOf(board.scenario.start, turn))}</span> {say(hint.text)}
      </p>
      <ul>
        {shown.map((option) => (
          <FactOrder key={JSON.stringify(option.order)} option={option} />
        ))}
        {hint.spoken.map((spoken) => (
          <FactWords key={JSON.stringify(spoken)} power={power} spoken={spoken} />
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

function FactWords({ power, spoken }: { readonly power: Power; readonly spoken: SpokenInFact }): JSX.Element {
  const { match, desk } = useRoom();
  const statement = statementOf(spoken, language.value);
  const isListed = match.draft.sheet.value.statements.some((one) => sameWords(one, spoken));
  return (
    <li>
      <button type="button" class="quiet" onClick={weigh}>
        {previewText(match.board, power, statement)} <OwnWords said={statement} />
      </button>
      {isListed ? <span class="tag">{t('orders.listed')}</span> : null}
    </li>
  );

  /** Put on the statement desk, where its effect stands beside it and every field may be changed. */
  function weigh(): void {
    match.draft.composing.value = statement;
    desk.open('statements');
  }
}

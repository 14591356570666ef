/** On the first turn, while the sheet has room: three ways to begin, each with its reason. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { language } from '../i18n/language.ts';
import { nameOf, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { emptyStatement } from '../model/composing.ts';
import { type Suggestion, suggestionsFrom } from '../model/suggestions.ts';
import { orderName, siteOfOrder } from './order-name.ts';
import { useRoom } from './room-context.tsx';
import { showWeighed } from './show-weighed.ts';

const dismissed = signal(false);

export function Suggestions(): JSX.Element | null {
  const { match } = useRoom();
  const { board } = match;
  const [view, options, briefing] = [match.view.value, match.options.value, match.briefing.value];
  const suggestions = useMemo(() => {
    if (view === null || view.seat === null || briefing === null || view.state.world.turn !== 1) return [];
    return suggestionsFrom({ board, state: view.state, power: view.seat, options, briefing });
  }, [board, view, options, briefing]);
  const isFull = match.draft.sheet.value.orders.length >= match.draft.slots.value.orders;
  if (suggestions.length === 0 || dismissed.value || isFull) return null;
  return (
    <section class="suggestions" aria-labelledby="suggest-title">
      <h3 id="suggest-title">{t('suggest.title')}</h3>
      <ul>
        {suggestions.map((suggestion) => (
          <SuggestionItem key={suggestion.aim} suggestion={suggestion} />
        ))}
      </ul>
      <button type="button" class="quiet small" onClick={() => (dismissed.value = true)}>
        {t('suggest.dismiss')}
      </button>
    </section>
  );
}

function SuggestionItem({ suggestion }: { readonly suggestion: Suggestion }): JSX.Element {
  const { match, desk } = useRoom();
  const { board } = match;
  const isCalm = suggestion.aim === 'calm';
  const reason = isCalm
    ? t('suggest.why.calm', { power: powerName(suggestion.toward) })
    : t(`suggest.why.${suggestion.reason}`, { about: nameOf(board, suggestion.about) });
  return (
    <li>
      <span class="dim">{t(`suggest.${suggestion.aim}`)}</span>
      <button type="button" class="quiet" onClick={follow}>
        {isCalm ? t('suggest.reassure', { power: powerName(suggestion.toward) }) : orderName(board, suggestion.option.order)}
      </button>
      <span class="small dim">{reason}</span>
    </li>
  );

  /** Opens what is proposed where it is weighed; nothing is ordered or said by it. */
  function follow(): void {
    const power = match.seat.value;
    if (suggestion.aim === 'calm') {
      if (power !== null)
        match.draft.composing.value = { ...emptyStatement(board, power, language.value), target: suggestion.toward };
      return desk.open('statements');
    }
    match.considered.value = suggestion.option;
    match.selectedSite.value = siteOfOrder(board, suggestion.option.order);
    // Opened in its own place in the list, where its price and its alarm stand beside it.
    requestAnimationFrame(() => showWeighed()?.focus({ preventScroll: true }));
  }
}

/** Somebody in the exercise: where he sits, whether he is there and has practised, and what a facilitator may do about it. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Participant } from '../../shared/protocol/exercise-view.ts';
import { PORTFOLIOS, type Portfolio } from '../../shared/protocol/portfolio.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { destinationsOf, isThere } from '../model/places.ts';
import { useConsole, useDesk } from './at-desk.tsx';
import { personName, placeText, worldName } from './world-name.ts';

/** Where a chip of the plan leads, and the console's key. */
export const moveId = ({ id }: Participant): string => `move-${id}`;

export function PersonRow({ person }: { readonly person: Participant }): JSX.Element {
  const view = useConsole();
  return (
    <li class={`person-row ${person.isHere ? '' : 'gone'}`}>
      <div class="person-head">
        <strong>{personName(person)}</strong>
        <span class="small dim">
          {worldName(view, person.place.world)}, {placeText(person.place)}
        </span>
        <span class="person-tags">
          {person.isHere ? null : <span class="tag">{t('seats.away')}</span>}
          {person.isMuted ? <span class="tag">{t('people.muted')}</span> : null}
          {person.hasPractised ? <span class="tag good">{t('people.practised')}</span> : null}
        </span>
      </div>
      <MoveTo person={person} />
      <More person={person} />
    </li>
  );
}

/** Choosing alone moves nobody: arrow keys run through the list. */
function MoveTo({ person }: { readonly person: Participant }): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const destinations = destinationsOf(view);
  const at = useSignal(destinations.findIndex((to) => isThere(person.place, to)));
  const chosen = destinations[at.value];
  return (
    <form class="move-to" onSubmit={(event) => move(event)}>
      <select
        id={moveId(person)}
        aria-label={t('people.move-where', { person: personName(person) })}
        onChange={(event) => (at.value = event.currentTarget.selectedIndex)}
      >
        {destinations.map((to, i) => (
          <option key={`${to.world} ${to.power}`} selected={i === at.value}>
            {worldName(view, to.world)}, {to.power === null ? t('people.observe') : powerName(to.power)}
          </option>
        ))}
      </select>
      <button type="submit" class="quiet" disabled={chosen === undefined || isThere(person.place, chosen)}>
        {t('people.move')}
        <span class="sr-only">: {personName(person)}</span>
      </button>
    </form>
  );

  function move(event: Event): void {
    event.preventDefault();
    if (chosen !== undefined) void desk.give({ name: 'place', body: { participant: person.id, ...chosen, portfolios: [] } });
  }
}

function More({ person }: { readonly person: Participant }): JSX.Element {
  const { desk } = useDesk();
  const { place } = person;
  return (
    <details>
      <summary class="small dim">
        {t('people.more')}
        <span class="sr-only">: {personName(person)}</span>
      </summary>
      {place.role === 'observer' ? null : (
        <fieldset class="portfolio-choice">
          <legend class="small dim">{t('people.portfolios')}</legend>
          {PORTFOLIOS.map((portfolio) => (
            <label key={portfolio} class="check">
              <input type="checkbox" checked={place.portfolios.includes(portfolio)} onChange={() => toggle(portfolio)} />
              <span>{t(`portfolio.${portfolio}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div class="look-ways">
        <button
          type="button"
          class="quiet"
          aria-pressed={person.isMuted}
          onClick={() => void desk.give({ name: 'mute', body: { participant: person.id, isMuted: !person.isMuted } })}
        >
          {t(person.isMuted ? 'people.unmute' : 'people.mute')}
        </button>
        <button type="button" class="quiet" onClick={() => void desk.give({ name: 'remove', body: { participant: person.id } })}>
          {t('people.remove')}
        </button>
      </div>
    </details>
  );

  function toggle(portfolio: Portfolio): void {
    if (place.role === 'observer') return;
    const { world, power } = place;
    const portfolios = PORTFOLIOS.filter((one) => (one === portfolio) !== place.portfolios.includes(one));
    void desk.give({ name: 'place', body: { participant: person.id, world, power, portfolios } });
  }
}

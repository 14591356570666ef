/** The worlds as people will be seated in them; one may be moved from seat to seat, dragged or by pressing here and there. */
import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ArrangedWorld } from '../../shared/exercise/arrangement.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { powerName, powerShort } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { change, isSameSpot, moveOne, plan, type Spot } from '../model/prepare.ts';
import { SeatMark } from '../panels/seat-mark.tsx';
import { portfolioNames } from './portfolio-names.ts';

/** From where somebody is about to be moved. */
type Picked = Signal<Spot | null>;

export function ArrangedWorlds({ arranged }: { readonly arranged: readonly ArrangedWorld[] }): JSX.Element {
  const picked: Picked = useSignal(null);
  const from = picked.value;
  return (
    <>
      <p class="small dim" role="status">
        {from === null ? t('prepare.move') : t('prepare.moving', { from: spotName(from) })}
      </p>
      <ul class="arranged" aria-label={t('prepare.arranged')}>
        {arranged.map((world) => (
          <World key={world.number} world={world} picked={picked} />
        ))}
      </ul>
      {plan.value.places === null ? null : (
        <button type="button" class="quiet" onClick={() => change({ places: null })}>
          {t('prepare.anew')}
        </button>
      )}
    </>
  );
}

const spotName = ({ world, where }: Spot): string =>
  `${t('world.name', { number: world })}, ${where === 'observer' ? t('people.observe') : powerName(where)}`;

function World({ world, picked }: { readonly world: ArrangedWorld; readonly picked: Picked }): JSX.Element {
  const tasks = [...new Set(world.observers)].map((task) => t(`task.${task}`)).join('; ');
  return (
    <li class="arranged-world">
      <h3>{t('world.name', { number: world.number })}</h3>
      <ul>
        {[...POWERS, 'observer' as const].map((where) => {
          const people = where === 'observer' ? world.observers.length : world.seats[where].length;
          return (
            <li key={where}>
              <Place spot={{ world: world.number, where }} people={people} picked={picked}>
                {where === 'observer' ? (
                  <span class="small dim">
                    {t('prepare.observers', { count: people })}
                    {tasks === '' ? '' : `: ${tasks}`}
                  </span>
                ) : (
                  <>
                    <SeatMark power={where} filled={people > 0} />
                    <span aria-hidden="true">{powerShort(where)}</span>
                    <span class="sr-only">{powerName(where)}</span>
                    <span class="small dim">
                      {people === 0 ? t('held.bot') : world.seats[where].map((held) => portfolioNames(held)).join(' · ')}
                    </span>
                  </>
                )}
              </Place>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

interface PlaceProps {
  readonly spot: Spot;
  readonly people: number;
  readonly picked: Picked;
  readonly children: JSX.Element;
}

/** Pressed: somebody is taken from here, or who was taken elsewhere comes here. */
function Place({ spot, people, picked, children }: PlaceProps): JSX.Element {
  const isOver = useSignal(false);
  const isPicked = picked.value !== null && isSameSpot(picked.value, spot);
  return (
    <div
      class={`arranged-seat ${spot.where} ${isPicked || isOver.value ? 'over' : ''}`}
      role="button"
      tabIndex={0}
      aria-pressed={isPicked}
      draggable={people > 0}
      onDragStart={(event) => {
        event.dataTransfer?.setData('text/plain', '');
        picked.value = spot;
      }}
      onDragEnd={() => (picked.value = null)}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={press}
      onClick={press}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ' ? press(event) : undefined)}
    >
      {children}
    </div>
  );

  function press(event: Event): void {
    event.preventDefault();
    isOver.value = false;
    const from = picked.value;
    if (from === null) {
      picked.value = people > 0 ? spot : null;
      return;
    }
    const places = moveOne(plan.value, from, spot);
    if (places !== null) change({ places });
    picked.value = null;
  }
}

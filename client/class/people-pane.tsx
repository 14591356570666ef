/** Who is in the exercise and where: drag somebody onto a seat, or choose where he moves; portfolios, silence, removal. */
import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Participant } from '../../shared/protocol/exercise-view.ts';
import { powerName, powerShort } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { peopleAt } from '../model/console-keys.ts';
import { type Destination, destinationsOf, isThere } from '../model/places.ts';
import { SeatMark } from '../panels/seat-mark.tsx';
import { useConsole, useDesk } from './at-desk.tsx';
import { moveId, PersonRow } from './person-row.tsx';
import { personName, worldName } from './world-name.ts';

export function PeoplePane(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const dragged = useSignal<string | null>(null);
  const people = peopleAt(view, desk.target.value);
  return (
    <>
      <p class="small dim">{t('people.says')}</p>
      <SeatPlan dragged={dragged} />
      <ul class="person-list">
        {people.length === 0 ? <li class="dim">{t('people.none')}</li> : null}
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      <Removed />
    </>
  );
}

/** Who was sent out: the code lets him in only once he is let back. */
function Removed(): JSX.Element | null {
  const { desk } = useDesk();
  const { removed } = useConsole();
  if (removed.length === 0) return null;
  return (
    <>
      <h3>{t('people.removed')}</h3>
      <ul class="person-list">
        {removed.map((person) => (
          <li key={person.id} class="person-row gone">
            <div class="person-head">
              <strong>{personName(person)}</strong>
              <button
                type="button"
                class="quiet"
                onClick={() => void desk.give({ name: 'readmit', body: { participant: person.id } })}
              >
                {t('people.readmit')}
                <span class="sr-only">: {personName(person)}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Dragging {
  readonly dragged: Signal<string | null>;
}

/** Each seat as a place to drop somebody; for the keyboard the list below does the same. */
function SeatPlan({ dragged }: Dragging): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const target = desk.target.value;
  const shown = destinationsOf(view).filter(({ world }) => target === 'all' || world === target);
  return (
    <div class="seat-plan" role="presentation">
      {shown.map((to) => (
        <Drop key={`${to.world} ${to.power}`} to={to} dragged={dragged} />
      ))}
    </div>
  );
}

function Drop({ to, dragged }: Dragging & { readonly to: Destination }): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const isOver = useSignal(false);
  const people = view.people.filter(({ place }) => isThere(place, to));
  return (
    <div
      class={`drop ${to.power ?? 'observers'} ${isOver.value ? 'over' : ''}`}
      role="group"
      aria-label={`${worldName(view, to.world)}, ${to.power === null ? t('people.observe') : powerName(to.power)}`}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={(event) => drop(event)}
    >
      <span class="drop-name small dim">
        {desk.target.value === 'all' ? `${worldName(view, to.world)} ` : ''}
        {to.power === null ? t('people.observe') : powerShort(to.power)}
        {to.power === null ? null : <SeatMark power={to.power} filled={people.length > 0} />}
      </span>
      {people.map((person) => (
        <Chip key={person.id} person={person} dragged={dragged} />
      ))}
    </div>
  );

  function drop(event: DragEvent): void {
    event.preventDefault();
    isOver.value = false;
    const participant = dragged.value;
    dragged.value = null;
    if (participant !== null) void desk.give({ name: 'place', body: { participant, ...to, portfolios: [] } });
  }
}

/** Dragged to a seat; pressed, it leads to the list in which he is moved without dragging. */
function Chip({ person, dragged }: Dragging & { readonly person: Participant }): JSX.Element {
  return (
    <span
      class={`chip ${person.isHere ? '' : 'gone'}`}
      role="button"
      tabIndex={0}
      draggable
      onDragStart={() => (dragged.value = person.id)}
      onDragEnd={() => (dragged.value = null)}
      onClick={find}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ' ? find(event) : undefined)}
    >
      {personName(person)}
    </span>
  );

  function find(event: Event): void {
    event.preventDefault();
    document.getElementById(moveId(person))?.focus();
  }
}

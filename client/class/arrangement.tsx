/** The second choice: how many people come, and what worlds, seats and portfolios that makes, drawn before anybody is there. */
import type { JSX } from 'preact';
import type { ArrangedWorld } from '../../shared/exercise/arrangement.ts';
import { worldsFor } from '../../shared/exercise/arrangement.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Portfolio } from '../../shared/protocol/portfolio.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { powerName, powerShort } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { arrangementOf, change, plan } from '../model/prepare.ts';
import { SeatMark } from '../panels/seat-mark.tsx';
import { portfolioNames } from './portfolio-names.ts';

const MOST_HEADS = 60;

export function Arrangement(): JSX.Element {
  const { heads, delegation, worlds } = plan.value;
  const arranged = arrangementOf(plan.value);
  const watching = arranged.reduce((sum, world) => sum + world.observers.length, 0);
  const bots = arranged.reduce((sum, { seats }) => sum + POWERS.filter((power) => seats[power].length === 0).length, 0);
  return (
    <section class="prepare-part" aria-labelledby="prepare-people">
      <h2 id="prepare-people">{t('prepare.people')}</h2>
      <div class="fields">
        <NumberField
          label={t('prepare.heads')}
          value={heads}
          most={MOST_HEADS}
          set={(next) => change({ heads: next ?? heads })}
        />
        <NumberField
          label={t('prepare.delegation')}
          value={delegation}
          most={LIMITS.delegation}
          set={(next) => change({ delegation: next ?? delegation })}
        />
        <NumberField
          label={t('prepare.worlds')}
          value={worlds}
          most={LIMITS.worlds}
          empty={String(worldsFor(heads, delegation))}
          set={(next) => change({ worlds: next })}
        />
      </div>
      <p class="arrangement-says" role="status">
        {t('prepare.makes', { count: arranged.length })} {watching > 0 ? t('prepare.watching', { count: watching }) : ''}{' '}
        {bots > 0 ? t('prepare.bots', { count: bots }) : ''}
      </p>
      <ul class="arranged" aria-label={t('prepare.arranged')}>
        {arranged.map((world) => (
          <World key={world.number} world={world} />
        ))}
      </ul>
      <p class="small dim">{t('prepare.late')}</p>
    </section>
  );
}

function World({ world }: { readonly world: ArrangedWorld }): JSX.Element {
  return (
    <li class="arranged-world">
      <h3>{t('world.name', { number: world.number })}</h3>
      <ul>
        {POWERS.map((power) => (
          <Seat key={power} power={power} people={world.seats[power]} />
        ))}
        {world.observers.length === 0 ? null : (
          <li class="small dim">
            {t('prepare.observers', { count: world.observers.length })}:{' '}
            {[...new Set(world.observers)].map((task) => t(`task.${task}`)).join('; ')}
          </li>
        )}
      </ul>
    </li>
  );
}

function Seat({ power, people }: { readonly power: Power; readonly people: readonly (readonly Portfolio[])[] }): JSX.Element {
  return (
    <li class={`arranged-seat ${power}`}>
      <SeatMark power={power} filled={people.length > 0} />
      <span aria-hidden="true">{powerShort(power)}</span>
      <span class="sr-only">{powerName(power)}</span>
      <span class="small dim">
        {people.length === 0 ? t('held.bot') : people.map((portfolios) => portfolioNames(portfolios)).join(' · ')}
      </span>
    </li>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number | null;
  readonly most: number;
  /** What an empty field stands for. */
  readonly empty?: string;
  readonly set: (next: number | null) => void;
}

function NumberField({ label, value, most, empty, set }: NumberProps): JSX.Element {
  return (
    <label class="choice">
      <span>{label}</span>
      <input
        type="number"
        min={1}
        max={most}
        value={value ?? ''}
        {...(empty === undefined ? { required: true } : { placeholder: t('prepare.automatic', { count: Number(empty) }) })}
        onChange={(event) => settle(event.currentTarget)}
      />
    </label>
  );

  function settle(field: HTMLInputElement): void {
    const typed = Math.round(field.valueAsNumber);
    const next = Number.isNaN(typed) ? null : Math.min(most, Math.max(1, typed));
    set(next);
    field.value = next === null ? String(empty === undefined ? (value ?? '') : '') : String(next);
  }
}

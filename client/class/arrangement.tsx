/** The second choice: how many people come, and what worlds, seats and portfolios that makes, drawn before anybody is there. */
import type { JSX } from 'preact';
import { worldsFor } from '../../shared/exercise/arrangement.ts';
import { LIMITS } from '../../shared/limits.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { t } from '../i18n/text.ts';
import { arrangementOf, change, plan } from '../model/prepare.ts';
import { ArrangedWorlds } from './arranged-worlds.tsx';

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
      <ArrangedWorlds arranged={arranged} />
      <p class="small dim">{t('prepare.late')}</p>
    </section>
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

/** The readiness gate: what is missing before turn 1, by world, and how to begin all the same. */
import type { JSX } from 'preact';
import type { GateLack } from '../../shared/protocol/exercise-view.ts';
import { listed } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { useConsole, useDesk } from './at-desk.tsx';
import { personOf, worldName } from './world-name.ts';

export function Gate(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const world = desk.target.value;
  const lacks = view.gate.filter((lack) => world === 'all' || lack.world === world);
  return (
    <section class="gate" aria-labelledby="gate-title">
      <h3 id="gate-title">{t(lacks.length === 0 ? 'gate.open' : 'gate.shut')}</h3>
      {lacks.length === 0 ? null : (
        <ul aria-label={t('gate.shut')}>
          {[...new Set(lacks.map((lack) => lack.world))].map((code) => (
            <li key={code} class="small">
              {world === 'all' ? <strong>{worldName(view, code)} </strong> : null}
              {lacks
                .filter((lack) => lack.world === code)
                .map(lackText)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
      <button type="button" class={lacks.length === 0 ? 'primary' : 'quiet'} onClick={() => begin(false)}>
        {t('command.begin')} <kbd>B</kbd>
      </button>
      {lacks.length === 0 ? null : (
        <button type="button" class="quiet" onClick={() => begin(true)}>
          {t('gate.override')}
        </button>
      )}
    </section>
  );

  function begin(override: boolean): void {
    void desk.give({ name: 'begin', body: { world, override } });
  }

  function lackText({ what, power, people }: GateLack): string {
    return t(`gate.${what}`, { power: powerName(power), people: listed(people.map((id) => personOf(view, id))) });
  }
}

/** The first choice: how many minutes there are, how a preset spends them, and which scenario is played. */
import type { JSX } from 'preact';
import { num } from '../i18n/format.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { change, plan, presetOf } from '../model/prepare.ts';
import { minutesOf, TIME_PRESETS, type TimePreset, turnMinutes } from '../model/time-presets.ts';
import type { ScenarioCard } from '../net/api.ts';

interface Props {
  readonly cards: readonly ScenarioCard[];
}

export function PrepareTime({ cards }: Props): JSX.Element {
  const chosen = presetOf(plan.value);
  const card = cards.find(({ id }) => id === plan.value.scenario);
  return (
    <section class="prepare-part" aria-labelledby="prepare-time">
      <h2 id="prepare-time">{t('prepare.time')}</h2>
      <fieldset class="preset-choice">
        <legend class="sr-only">{t('prepare.time')}</legend>
        {TIME_PRESETS.map((preset) => (
          <label key={preset.id} class={preset.id === chosen.id ? 'chosen' : ''}>
            <input
              type="radio"
              name="preset"
              value={preset.id}
              checked={preset.id === chosen.id}
              onChange={() => change({ preset: preset.id, scenario: preset.scenario })}
            />
            <strong>{t(`preset.${preset.id}`)}</strong>
            <span class="small dim">{t('preset.of', { count: preset.of })}</span>
          </label>
        ))}
      </fieldset>
      <Sum preset={chosen} turns={card?.turns ?? chosen.turns} />
      <ScenarioList cards={cards} />
    </section>
  );
}

/** Where the minutes go, as a bar and as a sum that anybody can check. */
function Sum({ preset, turns }: { readonly preset: TimePreset; readonly turns: number }): JSX.Element {
  const parts = [
    { id: 'join', minutes: preset.join },
    { id: 'practice', minutes: preset.practice },
    { id: 'turns', minutes: turns * turnMinutes(preset) },
    { id: 'crisis', minutes: preset.crisis },
    { id: 'debrief', minutes: preset.debrief },
  ].filter(({ minutes }) => minutes > 0);
  const sum = minutesOf(preset, turns);
  return (
    <div class="time-sum">
      <div class="time-bar" aria-hidden="true">
        {parts.map(({ id, minutes }) => (
          <span key={id} class={id} style={{ flexGrow: minutes }} />
        ))}
        {sum < preset.of ? <span class="rest" style={{ flexGrow: preset.of - sum }} /> : null}
      </div>
      <ul>
        {parts.map(({ id, minutes }) => (
          <li key={id} class={id}>
            <span>
              {id === 'turns' ? t('prepare.turns', { count: turns, each: num(turnMinutes(preset)) }) : t(`prepare.${id}`)}
            </span>
            <span class="figure">{num(minutes)}</span>
          </li>
        ))}
      </ul>
      <p class={sum > preset.of ? 'reason' : 'time-total'} role="status">
        {t(sum > preset.of ? 'prepare.too-long' : 'prepare.sum', { sum, of: preset.of })}
      </p>
    </div>
  );
}

function ScenarioList({ cards }: Props): JSX.Element {
  const chosen = cards.find(({ id }) => id === plan.value.scenario);
  return (
    <fieldset class="scenario-choice">
      <legend>{t('home.scenario')}</legend>
      {cards.map((card) => (
        <label key={card.id} class={card.id === plan.value.scenario ? 'chosen' : ''}>
          <input
            type="radio"
            name="scenario"
            value={card.id}
            checked={card.id === plan.value.scenario}
            onChange={() => change({ scenario: card.id })}
          />
          <span>
            <strong>{say(card.title)}</strong>
            <span class="small dim">{t('home.turns', { count: card.turns })}</span>
          </span>
        </label>
      ))}
      {chosen === undefined ? null : <p class="small dim">{say(chosen.summary)}</p>}
    </fieldset>
  );
}

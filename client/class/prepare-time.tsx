/** The first choice: how many minutes there are, how a preset spends them, and which scenario is played. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ScenarioText } from '../../shared/scenario/schema.ts';
import { num } from '../i18n/format.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { change, plan, presetOf } from '../model/prepare.ts';
import { minutesOf, TIME_PRESETS, type TimePreset, turnMinutes } from '../model/time-presets.ts';
import type { ScenarioCard } from '../net/api.ts';
import { Choice } from '../panels/choice.tsx';
import { useScenarios } from './use-scenarios.ts';

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

/** By what is to be learnt: only scenarios that serve it are offered, and of the chosen one all that it serves is told. */
function ScenarioList({ cards }: Props): JSX.Element {
  const scenarios = useScenarios(cards);
  const wanted = useSignal('');
  const goals = new Map(
    [...scenarios.values()].flatMap(({ objectives }) => objectives.map((goal) => [goal.id, goal.text] as const)),
  );
  const serves = (id: string): boolean =>
    wanted.value === '' || (scenarios.get(id)?.objectives.some((goal) => goal.id === wanted.value) ?? false);
  const chosen = cards.find(({ id }) => id === plan.value.scenario);
  const offered = cards.filter(({ id }) => serves(id) || id === plan.value.scenario);
  return (
    <>
      {goals.size === 0 ? null : (
        <Choice
          label={t('prepare.learn')}
          value={wanted.value}
          ids={['', ...goals.keys()]}
          name={(id) => sayOr(goals.get(id), t('prepare.learn.any'))}
          choose={(id) => learn(id)}
        />
      )}
      <fieldset class="scenario-choice">
        <legend>{t('home.scenario')}</legend>
        {offered.map((card) => (
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
      <ul class="goals small">
        {(scenarios.get(plan.value.scenario)?.objectives ?? []).map((goal) => (
          <li key={goal.id}>{say(goal.text)}</li>
        ))}
      </ul>
    </>
  );

  /** A scenario that does not serve it gives way to the first that does. */
  function learn(id: string): void {
    wanted.value = id;
    const first = cards.find((card) => serves(card.id));
    if (!serves(plan.value.scenario) && first !== undefined) change({ scenario: first.id });
  }
}

const sayOr = (text: ScenarioText | undefined, otherwise: string): string => (text === undefined ? otherwise : say(text));

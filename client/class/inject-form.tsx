/** An inject of one's own: the news that players read at once, and the effects, from a list, that are part of the next turn. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ConsoleBody } from '../../shared/protocol/exercise.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { num } from '../i18n/format.ts';
import { language } from '../i18n/language.ts';
import { powerName, say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { type InjectSubject, injectSubjects } from '../model/inject-subjects.ts';
import { Choice } from '../panels/choice.tsx';
import { useDesk } from './at-desk.tsx';
import { EYES, eyesName } from './eyes.ts';
import { WordsField } from './words-field.tsx';

type Effect = ConsoleBody<'inject'>['inject']['effects'][number];
const MOST_EFFECTS = 8;
const STEPS = [-20, -10, -5, -2, 2, 5, 10, 20] as const;

export function InjectForm(): JSX.Element {
  const { desk, scenario } = useDesk();
  const words = useSignal('');
  const to = useSignal<Power | 'all'>('all');
  const effects = useSignal<readonly Effect[]>([]);
  return (
    <form class="pane-part" onSubmit={(event) => void send(event)}>
      <h3>{t('inject.title')}</h3>
      <WordsField words={words} id="inject-words">
        <span>{t('inject.words')}</span>
      </WordsField>
      <ul class="inject-effects">
        {effects.value.map((effect, i) => (
          <li key={`${effect.subject} ${effect.variable} ${i}`}>
            <span>{t('inject.effect', { what: subjectText(scenario, effect), add: num(effect.add, '+') })}</span>
            <button type="button" class="quiet" onClick={() => (effects.value = effects.value.filter((_, at) => at !== i))}>
              {t('inject.take-off')}
              <span class="sr-only">: {subjectText(scenario, effect)}</span>
            </button>
          </li>
        ))}
      </ul>
      {effects.value.length < MOST_EFFECTS ? <AddEffect add={(effect) => (effects.value = [...effects.value, effect])} /> : null}
      <div class="form-foot">
        <Choice label={t('inject.to')} value={to.value} ids={EYES} name={eyesName} choose={(next) => (to.value = next)} />
        <button type="submit" class="quiet" disabled={words.value.trim() === ''}>
          {t('inject.send')}
        </button>
      </div>
    </form>
  );

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const inject = { words: words.value.trim(), language: language.value, to: to.value, effects: [...effects.value] };
    const answer = await desk.give({ name: 'inject', body: { world: desk.target.value, inject } });
    if (!answer?.ok) return;
    words.value = '';
    effects.value = [];
  }
}

function AddEffect({ add }: { readonly add: (effect: Effect) => void }): JSX.Element {
  const { scenario } = useDesk();
  const subjects = injectSubjects(scenario);
  const at = useSignal(0);
  const step = useSignal<number>(5);
  return (
    <div class="add-effect">
      <label class="choice">
        <span>{t('inject.moves')}</span>
        <select onChange={(event) => (at.value = event.currentTarget.selectedIndex)}>
          {subjects.map((subject) => (
            <option key={`${subject.subject} ${subject.variable}`}>{subjectText(scenario, subject)}</option>
          ))}
        </select>
      </label>
      <label class="choice">
        <span>{t('inject.by')}</span>
        <select onChange={(event) => (step.value = STEPS[event.currentTarget.selectedIndex] ?? 5)}>
          {STEPS.map((one) => (
            <option key={one} selected={one === step.value}>
              {num(one, '+')}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="quiet" onClick={put}>
        {t('inject.add')}
      </button>
    </div>
  );

  function put(): void {
    const subject = subjects[at.value];
    if (subject !== undefined) add({ ...subject, add: step.value });
  }
}

function subjectText(scenario: Scenario, { subject, variable }: InjectSubject): string {
  return t('ledger.of', { subject: subjectName(scenario, subject), variable: t(`variable.${variable}`) });
}

/** As the ledger calls it: a power, a pair, a third state, a host, or somebody's influence on a third state. */
function subjectName(scenario: Scenario, subject: string): string {
  const [collection, id = ''] = subject.split('/');
  const [from = '', to = ''] = id.split('>');
  const named = (one: string): string => {
    const found = [...scenario.thirds, ...scenario.hosts].find((thing) => thing.id === one);
    return found === undefined ? powerName(one) : say(found.name);
  };
  if (id === '') return t('subject.world');
  if (to === '') return named(id);
  return t(collection === 'leverage' ? 'subject.leverage' : 'subject.pair', { from: named(from), to: named(to) });
}

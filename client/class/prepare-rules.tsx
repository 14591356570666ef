/** The third choice: its name, what may be said, which theory the worlds play, and whether it is only a rehearsal. */
import type { JSX } from 'preact';
import { EXERCISE_SPEECH, THEORY_MIXES } from '../../shared/protocol/exercise.ts';
import { BOT_NAMES } from '../../shared/scenario/names.ts';
import { t } from '../i18n/text.ts';
import { change, plan, REHEARSAL_SPEEDS } from '../model/prepare.ts';
import { Choice } from '../panels/choice.tsx';
import { NameField } from '../panels/name-field.tsx';

export function PrepareRules(): JSX.Element {
  const { title, speech, theories, bot, rehearsalMs } = plan.value;
  return (
    <section class="prepare-part" aria-labelledby="prepare-rules">
      <h2 id="prepare-rules">{t('prepare.rules')}</h2>
      <label class="choice">
        <span>{t('prepare.name')}</span>
        <input
          type="text"
          maxLength={60}
          autoComplete="off"
          placeholder={t('prepare.untitled')}
          value={title}
          onInput={(event) => change({ title: event.currentTarget.value })}
        />
      </label>
      <NameField label={t('prepare.facilitator')} save={() => undefined} />
      <div class="fields one-by-one">
        <Choice
          label={t('lobby.speech')}
          value={speech}
          ids={EXERCISE_SPEECH}
          name={(id) => t(`speech.${id}`)}
          choose={(next) => change({ speech: next })}
        />
        <Choice
          label={t('prepare.theories')}
          value={theories}
          ids={THEORY_MIXES}
          name={(id) => t(`prepare.theories.${id}`)}
          choose={(next) => change({ theories: next })}
        />
        <Choice
          label={t('prepare.bot')}
          value={bot}
          ids={BOT_NAMES}
          name={(id) => t(`bot.${id}`)}
          choose={(next) => change({ bot: next })}
        />
        <Choice
          label={t('prepare.rehearsal')}
          value={String(rehearsalMs)}
          ids={REHEARSAL_SPEEDS.map(String)}
          name={(id) => (id === '0' ? t('prepare.rehearsal.none') : t('prepare.rehearsal.every', { count: Number(id) / 1000 }))}
          choose={(next) => change({ rehearsalMs: Number(next) })}
        />
      </div>
      <p class="small dim">{t('prepare.names')}</p>
    </section>
  );
}

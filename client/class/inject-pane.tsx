/** Words and events from outside: a message to a seat, an inject of one's own with what it moves, and the scenario's list (MSEL). */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { MselLine } from '../../shared/protocol/exercise-view.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { language } from '../i18n/language.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { targets } from '../model/console-keys.ts';
import { Choice } from '../panels/choice.tsx';
import { useConsole, useDesk } from './at-desk.tsx';
import { EYES, eyesName } from './eyes.ts';
import { InjectForm } from './inject-form.tsx';
import { WordsField } from './words-field.tsx';

export function InjectPane(): JSX.Element {
  return (
    <>
      <MessageForm />
      <InjectForm />
      <Msel />
    </>
  );
}

function MessageForm(): JSX.Element {
  const { desk } = useDesk();
  const words = useSignal('');
  const to = useSignal<Power | 'all'>('all');
  return (
    <form class="pane-part" onSubmit={(event) => void send(event)}>
      <h3>{t('message.title')}</h3>
      <WordsField words={words} id="message-words">
        <span>{t('message.words')}</span>
      </WordsField>
      <div class="form-foot">
        <Choice label={t('message.to')} value={to.value} ids={EYES} name={eyesName} choose={(next) => (to.value = next)} />
        <button type="submit" class="quiet" disabled={words.value.trim() === ''}>
          {t('message.send')}
        </button>
      </div>
    </form>
  );

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const body = { world: desk.target.value, to: to.value, words: words.value.trim(), language: language.value };
    const answer = await desk.give({ name: 'message', body });
    if (answer?.ok) words.value = '';
  }
}

function Msel(): JSX.Element | null {
  const view = useConsole();
  if (view.msel.length === 0) return null;
  return (
    <section class="pane-part" aria-labelledby="msel-title">
      <h3 id="msel-title">{t('msel.title')}</h3>
      <p class="small dim">{t('msel.says')}</p>
      <ol class="msel">
        {view.msel.map((line) => (
          <MselItem key={line.id} line={line} />
        ))}
      </ol>
    </section>
  );
}

function MselItem({ line }: { readonly line: MselLine }): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const world = desk.target.value;
  const cards = targets(view, world);
  const fired = cards.filter(({ code }) => line.fired.some((one) => one.world === code));
  return (
    <li>
      <p>{say(line.words)}</p>
      <p class="small dim">
        {whenText(line)} · {eyesName(line.to)} · {t('msel.fired', { fired: fired.length, of: cards.length })}
      </p>
      <button
        type="button"
        class="quiet"
        disabled={fired.length === cards.length}
        onClick={() => void desk.give({ name: 'msel', body: { world, inject: line.id } })}
      >
        {t('msel.fire')}
        <span class="sr-only">: {say(line.words)}</span>
      </button>
    </li>
  );
}

function whenText({ when }: MselLine): string {
  if (when.at === 'turn') return t('msel.at-turn', { turn: when.turn });
  return when.at === 'tension' ? t('msel.at-tension', { over: when.over }) : t('msel.by-hand');
}

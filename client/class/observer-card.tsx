/** An observer's work: what to watch for, and notes with their time, hung on the turn that they are about. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ObserverTask } from '../../shared/protocol/exercise-view.ts';
import { t } from '../i18n/text.ts';
import type { TakesPart } from '../model/takes-part.ts';
import { chosenOf, NoteEvent } from './note-event.tsx';
import { WordsField } from './words-field.tsx';

interface Props {
  readonly part: TakesPart;
  readonly task: ObserverTask;
}

export function ObserverCard({ part, task }: Props): JSX.Element {
  const words = useSignal('');
  const kept = useSignal(0);
  const turn = part.turn.value;
  const chosen = useSignal('');
  const events = (part.view.value?.bulletins ?? []).filter((one) => one.turn === turn);
  return (
    <form class="part-card observer-card" onSubmit={(event) => void keep(event)}>
      <p class="part-card-title">{t(`task.${task}`)}</p>
      <p class="small dim">{t(`task.${task}.how`)}</p>
      <WordsField words={words}>
        <span>{turn === 0 ? t('observer.note') : t('observer.note-on', { turn })}</span>
      </WordsField>
      <NoteEvent events={events} chosen={chosen} />
      <div class="form-foot">
        <p class="small dim" role="status">
          {kept.value === 0 ? '' : t('observer.kept', { count: kept.value })}
        </p>
        <button type="submit" class="quiet" disabled={words.value.trim() === ''}>
          {t('notes.keep')}
        </button>
      </div>
    </form>
  );

  async function keep(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await part.observe({ words: words.value.trim(), about: turn, event: chosenOf({ events, chosen }) });
    if (!answer.ok) return;
    kept.value += 1;
    words.value = '';
    chosen.value = '';
  }
}

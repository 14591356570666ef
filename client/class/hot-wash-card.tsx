/** The open card of the hot wash: one question, one answer, which may be bettered until the card is closed. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { HotWash } from '../../shared/protocol/exercise.ts';
import { t } from '../i18n/text.ts';
import type { TakesPart } from '../model/takes-part.ts';
import { WordsField } from './words-field.tsx';

interface Props {
  readonly part: TakesPart;
  readonly question: HotWash;
}

export function HotWashCard({ part, question }: Props): JSX.Element {
  const given = part.view.value?.answers.find((answer) => answer.question === question)?.words ?? '';
  const words = useSignal(given);
  const isSent = given !== '' && words.value.trim() === given;
  return (
    <form class="part-card hot-wash-card" onSubmit={(event) => void send(event)}>
      <WordsField words={words} rows={3}>
        <span class="part-card-title">{t(`hot-wash.${question}`)}</span>
      </WordsField>
      <div class="form-foot">
        <p class="small dim" role="status">
          {isSent ? t('hot-wash.sent') : t('hot-wash.who-reads')}
        </p>
        <button type="submit" class="primary" disabled={isSent || words.value.trim() === ''}>
          {t('hot-wash.send')}
        </button>
      </div>
    </form>
  );

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    await part.answer(question, words.value.trim());
  }
}

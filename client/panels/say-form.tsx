/** Words for a channel: typed where the game lets free text pass, else chosen from a list that everybody reads in his language. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '../../shared/limits.ts';
import { PHRASES, type Phrase } from '../../shared/protocol/channel.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { language } from '../i18n/language.ts';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';

export function SayForm({ partner }: { readonly partner: Power | 'all' }): JSX.Element {
  const { match } = useRoom();
  const words = useSignal('');
  const phrase = useSignal('');
  const { speech } = match.figures.value;
  const isWaiting = useSignal(false);
  return (
    <div class="say-form">
      <form onSubmit={(event) => sendPhrase(event)}>
        <label class="choice">
          <span>{t('talks.phrase')}</span>
          <select value={phrase.value} onChange={(event) => (phrase.value = event.currentTarget.value)}>
            <option value="">{t('talks.choose-phrase')}</option>
            {PHRASES.filter((each) => each !== 'please-sign' || partner === match.seat.value).map((each) => (
              <option key={each} value={each} selected={each === phrase.value}>
                {t(`phrase.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="quiet" disabled={phrase.value === ''}>
          {t('talks.say-phrase')}
        </button>
      </form>
      {speech === 'phrases' ? (
        <p class="small dim">{t('talks.phrases-only')}</p>
      ) : (
        <form onSubmit={(event) => send(event)}>
          <label class="choice">
            <span>{t('talks.words')}</span>
            <input
              type="text"
              maxLength={LIMITS.ownWordsLength}
              autoComplete="off"
              value={words.value}
              onInput={(event) => (words.value = event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="quiet" disabled={words.value.trim() === ''}>
            {t('talks.send')}
          </button>
        </form>
      )}
      {speech === 'approved' ? (
        <p class="small dim" role="status">
          {t(isWaiting.value ? 'talks.awaits' : 'talks.read-first')}
        </p>
      ) : null}
    </div>
  );

  /** Choosing sends nothing: with the keyboard one passes every phrase on the way to the one that is meant. */
  async function sendPhrase(event: Event): Promise<void> {
    event.preventDefault();
    const chosen = PHRASES.find((each) => each === phrase.value);
    if (chosen !== undefined && (await tell({ words: null, phrase: chosen }))) phrase.value = '';
  }

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const typed = words.value.trim();
    if (typed === '') return;
    const isSaid = await tell({ words: typed, phrase: null });
    // What was refused stays to be mended.
    if (isSaid && words.value.trim() === typed) words.value = '';
    isWaiting.value = isSaid;
  }

  async function tell(said: { readonly words: string | null; readonly phrase: Phrase | null }): Promise<boolean> {
    return (await match.dealings.ask('say', { to: partner, ...said, language: language.value })).ok;
  }
}

/** What a note is about: the turn as a whole, or something that came then from outside. */
import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Bulletin, BulletinWords } from '../../shared/protocol/exercise-view.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';

interface Props {
  readonly events: readonly (BulletinWords & Pick<Bulletin, 'id'>)[];
  /** Its id; empty: the turn. */
  readonly chosen: Signal<string>;
}

/** Nothing to choose where nothing came. */
export function NoteEvent({ events, chosen }: Props): JSX.Element | null {
  if (events.length === 0) return null;
  return (
    <label class="choice">
      <span>{t('notes.event')}</span>
      <select value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
        <option value="">{t('notes.whole-turn')}</option>
        {events.map(({ id, words, language }) => (
          <option key={id} value={id} {...(typeof words === 'string' ? { lang: language } : {})}>
            {typeof words === 'string' ? words : say(words)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** As the server is asked: nothing where none is chosen, or it is not of this turn any more. */
export const chosenOf = ({ events, chosen }: Props): string | undefined => events.find(({ id }) => id === chosen.value)?.id;

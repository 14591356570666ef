/** In an exercise, what came from outside the world: the facilitator's words and injects, the last first; else nothing. */
import type { JSX } from 'preact';
import type { Bulletin } from '../../shared/protocol/exercise-view.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import type { Match } from '../model/match.ts';

/** What a facilitator typed is in his language; what a scenario has, in the reader's. */
export const BulletinWords = ({ words, language }: Pick<Bulletin, 'words' | 'language'>): JSX.Element =>
  typeof words === 'string' ? <span lang={language}>{words}</span> : <span>{say(words)}</span>;

export function Bulletins({ match }: { readonly match: Match }): JSX.Element | null {
  const bulletins = match.exercise.value?.bulletins ?? [];
  if (bulletins.length === 0) return null;
  return (
    <section class="papers" aria-labelledby="bulletins-title">
      <h2 id="bulletins-title">{t('press.bulletins')}</h2>
      <ol class="headlines">
        {[...bulletins].reverse().map(({ id, kind, turn, words, language }) => (
          <li key={id} class="headline">
            <p class="dim small">
              {t('turn.short', { turn })} · {t(`bulletin.${kind}.from`)}
            </p>
            <h3>
              <BulletinWords words={words} language={language} />
            </h3>
          </li>
        ))}
      </ol>
    </section>
  );
}

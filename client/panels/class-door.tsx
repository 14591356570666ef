/** The third way in: whoever leads a class or an exercise prepares one, or goes back to one that is going on. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { leadAgain, prepare } from '../model/class-door.ts';
import { ledExercises } from '../net/exercise-memory.ts';

export function ClassDoor({ isOpening }: { readonly isOpening: boolean }): JSX.Element {
  const led = ledExercises();
  return (
    <section class="door class-door" aria-labelledby="door-class">
      <h2 id="door-class">{t('home.class')}</h2>
      <p class="small dim">{t('home.class-means')}</p>
      <div class="class-ways">
        <button type="button" class="quiet" disabled={isOpening} onClick={prepare}>
          {t('home.class-go')}
        </button>
        {led.slice(0, 2).map((code) => (
          <button type="button" class="quiet" key={code} disabled={isOpening} onClick={() => void leadAgain(code)}>
            {t('home.class-again')} <span class="figure">{code}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

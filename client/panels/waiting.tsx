/** Nothing to show yet: the first view, or the room itself, is on its way. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';

export function Waiting(): JSX.Element {
  return (
    <main class="waiting">
      <h1>{t('app.title')}</h1>
      <p>{t('waiting')}</p>
    </main>
  );
}

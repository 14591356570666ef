/** The head of a page outside the rooms: the name of the game, and the language. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { LanguageMenu } from './language-menu.tsx';

export function PageBar(): JSX.Element {
  return (
    <header class="home-bar">
      <span class="wordmark">{t('app.title')}</span>
      <LanguageMenu />
    </header>
  );
}

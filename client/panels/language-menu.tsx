/** The reader's language, to be changed at any time. */
import type { JSX } from 'preact';
import { LANGUAGES, type Language } from '../../shared/scenario/names.ts';
import { chooseLanguage, LANGUAGE_NAMES, language } from '../i18n/language.ts';
import { t } from '../i18n/text.ts';

export function LanguageMenu(): JSX.Element {
  return (
    <label class="language">
      <span class="sr-only">{t('language.label')}</span>
      <select value={language.value} onChange={(event) => void chooseLanguage(event.currentTarget.value as Language)}>
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each} selected={each === language.value}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A speaker's own words: a person's as typed, a bot's in the reader's language. */
import type { JSX } from 'preact';
import { TEXT_KEY_MARK } from '../../shared/bots/text-key.ts';
import { language } from '../i18n/language.ts';
import { hasText, t } from '../i18n/text.ts';

interface Words {
  readonly words: string;
  readonly language: string;
}

export function OwnWords({ said, block = false }: { readonly said: Words; readonly block?: boolean }): JSX.Element | null {
  if (said.words === '') return null;
  const { text, lang } = wordsOf(said);
  if (!block) return <q lang={lang}>{text}</q>;
  return (
    <blockquote lang={lang}>
      <p>{text}</p>
    </blockquote>
  );
}

function wordsOf({ words, language: typedIn }: Words): { readonly text: string; readonly lang: string } {
  const key = words.startsWith(TEXT_KEY_MARK) ? words.slice(TEXT_KEY_MARK.length) : '';
  return key !== '' && hasText(key) ? { text: t(key), lang: language.value } : { text: words, lang: typedIn };
}

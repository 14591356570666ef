/** Which language the reader reads: chosen by `?lang=`, then by memory, then by the browser; changed at any time. */
import { signal } from '@preact/signals';
import { LANGUAGES, type Language } from '../../shared/scenario/names.ts';

type Plural = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type Texts = Readonly<Record<string, string | Plural>>;

const MEMORY = 'threshold.language';
/** Each is fetched when first wanted: nobody waits for words that he does not read. A test sees to it that none lacks any. */
const LOADERS: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('../../assets/text/en.json')).default,
  ru: async () => (await import('../../assets/text/ru.json')).default,
  zh: async () => (await import('../../assets/text/zh.json')).default,
};
/** A language is called by its own name in every language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', zh: '中文' };

export const language = signal<Language>('en');
export const texts = signal<Texts>({});

/** Loads the language's texts, then switches: the page never shows half of each. */
export async function chooseLanguage(next: Language): Promise<void> {
  const loaded = await LOADERS[next]();
  // First, since whoever hears of the change may look there at once.
  document.documentElement.lang = next === 'zh' ? 'zh-Hans' : next;
  texts.value = loaded;
  language.value = next;
  remember(next);
}

/** The first of: the address, memory, the browser's list; English if none is ours. */
export function preferredLanguage(address: URLSearchParams, remembered: string | null, browser: readonly string[]): Language {
  const wishes = [address.get('lang'), remembered, ...browser.map((tag) => tag.slice(0, 2).toLowerCase())];
  return wishes.map(asLanguage).find((wish) => wish !== null) ?? 'en';
}

export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(MEMORY);
  } catch {
    return null; // Storage is closed in some private windows: the choice then lasts as long as the page.
  }
}

function remember(choice: Language): void {
  try {
    localStorage.setItem(MEMORY, choice);
  } catch {
    // As above: nothing is lost but the memory.
  }
}

function asLanguage(wish: string | null): Language | null {
  return LANGUAGES.find((known) => known === wish) ?? null;
}

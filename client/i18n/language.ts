/** Which language the reader reads: chosen by `?lang=`, then by memory, then by the browser; changed at any time. */
import { signal } from '@preact/signals';
import english from '../../assets/text/en.json';
import { LANGUAGES, type Language } from '../../shared/scenario/names.ts';

type Plural = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type Texts = Readonly<Record<string, string | Plural>>;

const MEMORY = 'threshold.language';
export const ENGLISH: Texts = english;
/** English comes with the page; the others are fetched when first wanted. */
const LOADERS: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => ENGLISH,
  ru: async () => (await import('../../assets/text/ru.json')).default,
  zh: async () => (await import('../../assets/text/zh.json')).default,
};
/** A language is called by its own name in every language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', zh: '中文' };

export const language = signal<Language>('en');
export const texts = signal<Texts>(ENGLISH);

/** Loads the language's texts, then switches: the page never shows half of each. */
export async function chooseLanguage(next: Language): Promise<void> {
  const loaded = await LOADERS[next]();
  texts.value = loaded;
  language.value = next;
  document.documentElement.lang = next === 'zh' ? 'zh-Hans' : next;
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

/** Which language the reader reads, and its words: chosen by `?lang=`, then by memory, then by the browser; changed at any time. */
import { signal } from '@preact/signals';
import { LANGUAGES, type Language } from '../../shared/scenario/names.ts';

type Plural = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type Texts = Readonly<Record<string, string | Plural>>;

const MEMORY = 'threshold.language';
type Loaders = Readonly<Record<Language, () => Promise<Texts>>>;
/** Each is fetched when first wanted: nobody waits for words that he does not read. A test sees to it that none lacks any. */
const FRONT: Loaders = {
  en: async () => (await import('../../assets/text/en.json?front')).default,
  ru: async () => (await import('../../assets/text/ru.json?front')).default,
  zh: async () => (await import('../../assets/text/zh.json?front')).default,
};
const GAME: Loaders = {
  en: async () => (await import('../../assets/text/en.json?game')).default,
  ru: async () => (await import('../../assets/text/ru.json?game')).default,
  zh: async () => (await import('../../assets/text/zh.json?game')).default,
};
/** A language is called by its own name in every language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', zh: '中文' };

export const language = signal<Language>('en');
export const texts = signal<Texts>({});

/** Whether the words of the game have been wanted: from then on every language comes with them. */
let isInGame = false;
/** One change of words after the other: a language chosen while words are on their way is not overtaken by them. */
let last: Promise<void> = Promise.resolve();
function inTurn(change: () => Promise<void>): Promise<void> {
  last = last.then(change, change);
  return last;
}

/** Loads the language's texts, then switches: the page never shows half of each. */
export function chooseLanguage(next: Language): Promise<void> {
  return inTurn(async () => {
    const parts = await Promise.all([FRONT[next](), isInGame ? GAME[next]() : {}]);
    // First, since whoever hears of the change may look there at once.
    document.documentElement.lang = next === 'zh' ? 'zh-Hans' : next;
    texts.value = Object.assign({}, ...parts);
    language.value = next;
    remember(next);
  });
}

/** What the front door and the lobby never say comes with the game. */
export function learnGame(): Promise<void> {
  return inTurn(async () => {
    if (isInGame) return;
    const words = await GAME[language.value]();
    isInGame = true;
    texts.value = { ...texts.value, ...words };
  });
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

/** The sentence for a key in the reader's language, with its plural form and its numbers written as the language does. */
import { formatNumber } from './format.ts';
import { language, type Texts, texts } from './language.ts';

export type Args = Readonly<Record<string, string | number>>;

/** `{name}` or `{name|form}`, form being a number format, or a grammatical case for `inflect`. */
const SLOT = /\{(\w+)(?:\|([^}]+))?\}/g;

/** The text of a key. A plural is chosen by the argument `count`. */
export function t(key: string, args: Args = {}): string {
  return textIn(texts.value, language.value, key, args);
}

/** Whether the key has a text: for keys that are made from data. */
export function hasText(key: string): boolean {
  return texts.value[key] !== undefined;
}

/** The same without signals: for tests, and for any language at hand. */
export function textIn(table: Texts, locale: string, key: string, args: Args = {}): string {
  const entry = table[key];
  if (entry === undefined) return readable(key, args);
  const pattern = typeof entry === 'string' ? entry : (entry[pluralOf(locale, args['count'])] ?? entry.other);
  return pattern.replace(SLOT, (whole, name: string, form: string | undefined) => {
    const value = args[name];
    if (value === undefined) return whole;
    if (typeof value === 'number') return formatNumber(locale, value, form);
    return form === undefined ? value : inflected(table, value, form);
  });
}

function pluralOf(locale: string, count: string | number | undefined): Intl.LDMLPluralRule {
  return new Intl.PluralRules(locale).select(Number(count ?? 0));
}

/** A power's name in a grammatical case: `power.us` in the genitive is the text `power.us.gen`. */
function inflected(table: Texts, value: string, form: string): string {
  const key = Object.keys(table).find((candidate) => candidate.startsWith('power.') && table[candidate] === value);
  const entry = key === undefined ? undefined : table[`${key}.${form}`];
  return typeof entry === 'string' ? entry : value;
}

/** A key without a text, as a person might have written it: only to be seen while the texts are being written. */
function readable(key: string, args: Args): string {
  const words = key.split('.').slice(1).join(' ').replaceAll('-', ' ') || key;
  const values = Object.values(args).join(', ');
  return values === '' ? words : `${words} (${values})`;
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Texts } from '../../client/i18n/language.ts';
import { ORDER_KINDS, POWERS, SPEAKERS, STATEMENT_KINDS, VENUES } from '../../shared/scenario/names.ts';
import { askedFor, fromTheRules, patterns, quoted } from './sources.ts';

const table = (language: string): Texts =>
  JSON.parse(readFileSync(new URL(`../../assets/text/${language}.json`, import.meta.url), 'utf8'));
const en = table('en');
const others = { ru: table('ru'), zh: table('zh') };
const keys = Object.keys(en);

/** Written alike in all languages: names, marks and abbreviations. */
const ALIKE = /^(app\.title|app\.page-title|aims\.of|.*\.short|unit\..*)$/;
/** Forms of a word that only one language has. */
const FORMS = /\.(gen|dat|acc|ins|pre|loc)$/;

const sentencesOf = (entry: Texts[string]): readonly string[] =>
  typeof entry === 'string' ? [entry] : Object.values(entry).filter((s) => s !== undefined);
const slotsOf = (entry: Texts[string]): string =>
  [...new Set(sentencesOf(entry).flatMap((s) => [...s.matchAll(/\{(\w+)/g)].map((m) => m[1])))].sort().join(' ');

describe('the texts', () => {
  it('have every key that the page asks for and every reason and refusal that the rules and the server give', () => {
    expect([...askedFor, ...fromTheRules].filter((key) => en[key] === undefined)).toEqual([]);
  });

  it('have a word for every order, statement, speaker, venue and power', () => {
    const wanted = [
      ...ORDER_KINDS.map((kind) => `order.${kind}`),
      ...STATEMENT_KINDS.map((kind) => `kind.${kind}`),
      ...SPEAKERS.map((speaker) => `speaker.${speaker}`),
      ...VENUES.map((venue) => `venue.${venue}`),
      ...POWERS.map((power) => `power.${power}`),
      ...STATEMENT_KINDS.map((kind) => `why.statement.${kind}`),
      'why.order.penaids',
      'why.order.dispersal',
      'why.exchange.strike',
      'why.exchange.accident',
    ];
    expect(wanted.filter((key) => en[key] === undefined)).toEqual([]);
  });

  it('have no key that nothing asks for', () => {
    expect(
      keys.filter(
        (key) =>
          !quoted.has(key) && !askedFor.includes(key) && !patterns.some((pattern) => pattern.test(key)) && !FORMS.test(key),
      ),
    ).toEqual([]);
  });

  for (const [language, texts] of Object.entries(others)) {
    it(`are complete in ${language}: nothing missing, nothing more, nothing left in English`, () => {
      expect(keys.filter((key) => texts[key] === undefined)).toEqual([]);
      expect(Object.keys(texts).filter((key) => en[key] === undefined && !FORMS.test(key))).toEqual([]);
      const untranslated = keys.filter(
        (key) =>
          JSON.stringify(texts[key]) === JSON.stringify(en[key]) &&
          /[a-z]{3}/i.test(
            sentencesOf(en[key] as Texts[string])
              .join(' ')
              .replace(/\{[^}]*\}/g, ''),
          ),
      );
      expect(untranslated.filter((key) => !ALIKE.test(key))).toEqual([]);
    });

    it(`say the same things in ${language}: every sentence has the same slots as in English`, () => {
      const differing = keys.filter((key) => slotsOf(texts[key] ?? '') !== slotsOf(en[key] as Texts[string]));
      expect(differing).toEqual([]);
    });
  }

  it('have the plural forms that Russian needs wherever they count', () => {
    const counted = keys.filter((key) => typeof en[key] !== 'string');
    expect(
      counted.filter((key) => {
        const ru = others.ru[key];
        return typeof ru !== 'object' || !('one' in ru && 'few' in ru && 'many' in ru);
      }),
    ).toEqual([]);
  });

  it("speak of third states, and of rogue states only as somebody's words", () => {
    const naming = Object.values(en)
      .flatMap(sentencesOf)
      .filter((s) => /rogue/i.test(s));
    expect(naming.filter((s) => !/[“"]rogue/i.test(s))).toEqual([]);
  });
});

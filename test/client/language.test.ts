import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countdown, formatNumber, quarterOf } from '../../client/i18n/format.ts';
import { preferredLanguage, type Texts } from '../../client/i18n/language.ts';
import { textIn } from '../../client/i18n/text.ts';

const table = (language: string): Texts =>
  JSON.parse(readFileSync(new URL(`../../assets/text/${language}.json`, import.meta.url), 'utf8'));
const count = (language: string, n: number): string => textIn(table(language), language, 'home.turns', { count: n });

describe('the language', () => {
  it('is that of the address, else the remembered one, else the first of the browser that there is', () => {
    expect(preferredLanguage(new URLSearchParams('lang=zh'), 'ru', ['en'])).toBe('zh');
    expect(preferredLanguage(new URLSearchParams('lang=xx'), 'ru', ['en'])).toBe('ru');
    expect(preferredLanguage(new URLSearchParams(), null, ['fr-FR', 'zh-CN'])).toBe('zh');
    expect(preferredLanguage(new URLSearchParams(), null, ['fr'])).toBe('en');
  });

  it('counts time down in hours where there are any', () => {
    expect([125_000, 0, -5, 59_001, 3_600_000, 86_395_000].map(countdown)).toEqual([
      '2:05',
      '0:00',
      '0:00',
      '1:00',
      '1:00:00',
      '23:59:55',
    ]);
  });

  it('counts as its speakers do', () => {
    expect([1, 2].map((n) => count('en', n))).toEqual(['1 turn', '2 turns']);
    expect([1, 3, 8, 21, 1.5].map((n) => count('ru', n))).toEqual(['1 ход', '3 хода', '8 ходов', '21 ход', '1,5 хода']);
    expect(count('zh', 8)).toBe('8回合');
  });

  it('declines the name of a power where a sentence asks for it', () => {
    const slot: Texts = { ...table('ru'), 'test.slot': 'против {power|gen}' };
    expect(textIn(slot, 'ru', 'test.slot', { power: 'Россия' })).toBe('против России');
  });

  it('writes numbers as it does, with a true minus and no minus before nothing', () => {
    expect(formatNumber('ru', 1.25, '2')).toBe('1,25');
    expect(formatNumber('en', -0.001, '2')).toBe('0.00');
    expect(formatNumber('en', -3, '0')).toBe('−3');
  });

  it('names the quarter of a turn across the turn of the year', () => {
    expect(quarterOf({ year: 2016, quarter: 4 }, 1)).toEqual({ year: 2016, quarter: 4 });
    expect(quarterOf({ year: 2016, quarter: 4 }, 6)).toEqual({ year: 2018, quarter: 1 });
  });
});

/** Numbers, times and quarters as the reader's language writes them. */
import { language } from './language.ts';

/** Formats by their short name: `0` to `2` decimals, `+` signed, `%` a share; without: at most two decimals. */
const FORMATS: Readonly<Record<string, Intl.NumberFormatOptions>> = {
  '0': { maximumFractionDigits: 0 },
  '1': { maximumFractionDigits: 1 },
  '2': { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  '+': { maximumFractionDigits: 1, signDisplay: 'exceptZero' },
  '+2': { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' },
  '%': { style: 'percent', maximumFractionDigits: 0 },
  plain: { maximumFractionDigits: 0, useGrouping: false },
};
const cache = new Map<string, Intl.NumberFormat>();

export function formatNumber(locale: string, value: number, form = ''): string {
  const key = `${locale} ${form}`;
  const known = cache.get(key) ?? new Intl.NumberFormat(locale, FORMATS[form] ?? { maximumFractionDigits: 2 });
  cache.set(key, known);
  // Rounding may leave "-0": nobody reads that as a number.
  return known.format(Math.abs(value) < 5e-3 ? 0 : value).replace('-', '−');
}

/** A number in the reader's language. */
export function num(value: number, form = ''): string {
  return formatNumber(language.value, value, form);
}

/** The time of day by the reader's clock, to the second. */
export function clockTime(epochMs: number): string {
  return new Intl.DateTimeFormat(language.value, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }).format(
    epochMs,
  );
}

/** A date by the reader's calendar. */
export function day(epochMs: number): string {
  return new Intl.DateTimeFormat(language.value, { day: 'numeric', month: 'long', year: 'numeric' }).format(epochMs);
}

/** `2:05` minutes and seconds left, `23:59:55` where there are hours. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The calendar quarter of a turn, from the scenario's start. */
export function quarterOf(
  start: { readonly year: number; readonly quarter: number },
  turn: number,
): { quarter: number; year: number } {
  const index = start.quarter - 1 + turn - 1;
  return { quarter: (index % 4) + 1, year: start.year + Math.floor(index / 4) };
}

/** Words in a row as the language joins them: `a, b and c`. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(language.value, { type: 'conjunction' }).format(words);
}

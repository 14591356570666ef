/**
 * The way back to a match. A tab remembers the match that it shows, so that loading the page anew loses nothing; the browser
 * keeps the last matches in which its person sat, so that a closed tab or a flat battery costs nothing either.
 */
const TAB = 'threshold.match';
const BROWSER = 'threshold.matches';
const READ = 'threshold.read';
/** Matches that a browser finds back to; older ones are over. */
const MOST_KEPT = 12;

export interface Remembered {
  readonly code: string;
  readonly scenario: string;
}

/** `isSeated`: whether to keep it for the browser too, beyond this tab. */
export function remember({ code, scenario }: Remembered, isSeated: boolean): void {
  const match = { code, scenario };
  write(() => sessionStorage, TAB, match);
  if (isSeated) write(() => localStorage, BROWSER, [match, ...others(code)].slice(0, MOST_KEPT));
}

/** The match that this tab shows. */
export function recall(): Remembered | null {
  return read<Remembered>(() => sessionStorage, TAB);
}

/** Matches in which this browser's person sat, the last one first. */
export function recent(): readonly Remembered[] {
  return read<readonly Remembered[]>(() => localStorage, BROWSER) ?? [];
}

export function forget(): void {
  write(() => sessionStorage, TAB, null);
}

/** How many lines of the channels were read in this tab, of the match that it shows. */
export function linesRead(code: string): number {
  const kept = read<{ readonly code: string; readonly lines: number }>(() => sessionStorage, READ);
  return kept?.code === code ? kept.lines : 0;
}

export function noteLinesRead(code: string, lines: number): void {
  write(() => sessionStorage, READ, { code, lines });
}

/** A match that the server no longer knows, or that is over. */
export function letGo(code: string): void {
  write(() => localStorage, BROWSER, others(code));
}

const others = (code: string): readonly Remembered[] => recent().filter((kept) => kept.code !== code);

function read<T>(storage: () => Storage, key: string): T | null {
  try {
    return JSON.parse(storage().getItem(key) ?? 'null') as T | null;
  } catch {
    return null; // Storage is closed in some private windows: the match then lasts as long as the page.
  }
}

function write(storage: () => Storage, key: string, value: unknown): void {
  try {
    storage().setItem(key, JSON.stringify(value));
  } catch {
    // As above: nothing is lost but the way back.
  }
}

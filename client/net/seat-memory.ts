/**
 * The way back to a seat. A tab remembers the match that it shows, so that loading the page anew loses nothing; the browser
 * keeps the keys of its last seats, so that a closed tab or a flat battery costs nothing either: the same link leads back.
 */
const TAB = 'threshold.match';
const BROWSER = 'threshold.seats';
/** Games that a browser finds back to; older ones are over. */
const MOST_KEPT = 12;

export interface Remembered {
  readonly code: string;
  /** Null for a spectator. */
  readonly seatKey: string | null;
  readonly scenario: string;
}

export function remember(match: Remembered): void {
  write(sessionStorage, TAB, match);
  if (match.seatKey === null) return;
  write(localStorage, BROWSER, [match, ...keptSeats().filter((kept) => kept.code !== match.code)].slice(0, MOST_KEPT));
}

/** The match that this tab shows. */
export function recall(): Remembered | null {
  return read<Remembered>(sessionStorage, TAB);
}

/** The seat that this browser holds in a match, if any. */
export function seatIn(code: string): Remembered | null {
  return keptSeats().find((kept) => kept.code === code) ?? null;
}

export function forget(): void {
  write(sessionStorage, TAB, null);
}

/** A seat that the server no longer knows. */
export function letGo(code: string): void {
  write(
    localStorage,
    BROWSER,
    keptSeats().filter((kept) => kept.code !== code),
  );
}

const keptSeats = (): readonly Remembered[] => read<readonly Remembered[]>(localStorage, BROWSER) ?? [];

function read<T>(storage: Storage, key: string): T | null {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null') as T | null;
  } catch {
    return null; // Storage is closed in some private windows: the match then lasts as long as the page.
  }
}

function write(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // As above: nothing is lost but the way back.
  }
}

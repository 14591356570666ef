/** Keeps the way back to a seat while the tab lives, so that loading the page anew loses nothing. */
const MEMORY = 'threshold.match';

export interface Remembered {
  readonly code: string;
  /** Null for a spectator. */
  readonly seatKey: string | null;
  readonly scenario: string;
}

export function remember(match: Remembered): void {
  try {
    sessionStorage.setItem(MEMORY, JSON.stringify(match));
  } catch {
    // Storage is closed in some private windows: the match then lasts as long as the page.
  }
}

export function recall(): Remembered | null {
  try {
    return JSON.parse(sessionStorage.getItem(MEMORY) ?? 'null') as Remembered | null;
  } catch {
    return null;
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(MEMORY);
  } catch {
    // As above.
  }
}

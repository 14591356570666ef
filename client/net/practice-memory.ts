/** Whether this browser's owner has played a practice turn: then its door no longer stands out. */
const MEMORY = 'threshold.practised';

export function hasPractised(): boolean {
  try {
    return localStorage.getItem(MEMORY) !== null;
  } catch {
    return false; // Storage is closed in some private windows: the door then stands out each time.
  }
}

export function notePractised(): void {
  try {
    localStorage.setItem(MEMORY, 'yes');
  } catch {
    // As above.
  }
}

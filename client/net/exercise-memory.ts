/** The exercises that this browser's person leads: a closed tab or a flat battery costs a facilitator nothing. */
const BROWSER = 'threshold.exercises';
const MOST_KEPT = 8;

/** The last one first. */
export function ledExercises(): readonly string[] {
  try {
    return JSON.parse(localStorage.getItem(BROWSER) ?? '[]') as readonly string[];
  } catch {
    return []; // Storage is closed in some private windows: the address of the console is then the way back.
  }
}

export const rememberLed = (code: string): void => keep([code, ...ledExercises().filter((kept) => kept !== code)]);
export const forgetLed = (code: string): void => keep(ledExercises().filter((kept) => kept !== code));

function keep(codes: readonly string[]): void {
  try {
    localStorage.setItem(BROWSER, JSON.stringify(codes.slice(0, MOST_KEPT)));
  } catch {
    // As above.
  }
}

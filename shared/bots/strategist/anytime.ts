/** Thinking that can be stopped: what it has come to when its budget, of time or of trials, is spent. */

/** What a thought came to last; null: to nothing. After the budget is over no other trial begins, but one is always made. */
export function thoughtUntil<T>(isOver: () => boolean, thinking: Iterator<T, unknown>): T | null {
  let last: T | null = null;
  do {
    const next = thinking.next();
    if (next.done) break;
    last = next.value;
  } while (!isOver());
  return last;
}

/** The same by so many trials: where a game has to repeat; with a clock beside, by whichever is spent first. */
export function thoughtFor<T>(iterations: number, thinking: Iterator<T, unknown>, isOver = (): boolean => false): T | null {
  let left = iterations;
  return thoughtUntil(() => --left <= 0 || isOver(), thinking);
}

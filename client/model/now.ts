/** The time, as often as a clock on the wall needs it. */
import { signal } from '@preact/signals';

const TICK_MS = 500;
export const nowMs = signal(Date.now());
setInterval(() => {
  nowMs.value = Date.now();
}, TICK_MS);

/** Which world a facilitator looks into just now; null: he is at his desk. */
import { type Signal, signal } from '@preact/signals';
import type { Looking } from './look.ts';

export const looking: Signal<Looking | null> = signal(null);

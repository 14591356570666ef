/** The address that is given to others: the page's own, or, where that means this machine alone, the one its server knows. */
import { signal } from '@preact/signals';
import { ask } from './api.ts';

const THIS_MACHINE = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const told = signal<string | null>(null);
let isAsked = false;

/** Asks the server the first time it matters; whoever reads it while drawing is drawn again with the answer. */
export function originForOthers(): string {
  if (!THIS_MACHINE.test(location.hostname)) return location.origin;
  if (!isAsked) {
    isAsked = true;
    void ask<{ readonly origin: string | null }>('/api/address').then((answer) => {
      if (answer.ok) told.value = answer.value.origin;
    });
  }
  return told.value ?? location.origin;
}

/** Requests about the table and the channels: what was asked last, whether the answer is out, and why it was no. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { Refusal } from '../../shared/state/refusal.ts';
import type { MatchBodies, Outbox } from '../net/outbox.ts';

export interface Dealings {
  /** Why the last request was refused; null: it was not. */
  readonly refusal: ReadonlySignal<Refusal | null>;
  /** Whether an answer is out: buttons wait for it. */
  readonly isBusy: ReadonlySignal<boolean>;
  ask<N extends keyof MatchBodies>(name: N, body: MatchBodies[N]): Promise<Answer>;
}

export function createDealings(outbox: Outbox): Dealings {
  const refusal = signal<Refusal | null>(null);
  const out = signal(0);
  const isBusy = signal(false);
  const count = (by: 1 | -1): void => {
    out.value += by;
    isBusy.value = out.value > 0;
  };
  return {
    refusal,
    isBusy,
    async ask(name, body) {
      refusal.value = null;
      count(1);
      const answer = await outbox.request(name, body);
      count(-1);
      if (!answer.ok) refusal.value = answer.refusal;
      return answer;
    },
  };
}

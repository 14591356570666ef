/** One line of a match's log: what a person handed in, or how a step was resolved. The log is the match. */
import type { CrisisChoice, Step } from '../../shared/game/game.ts';
import type { Sheet } from '../../shared/orders/sheet.ts';
import type { Power } from '../../shared/scenario/names.ts';

export type Entry =
  | { readonly kind: 'draft' | 'lock'; readonly power: Power; readonly turn: number; readonly sheet: Sheet }
  | { readonly kind: 'unlock'; readonly power: Power; readonly turn: number }
  | {
      readonly kind: 'choose';
      readonly power: Power;
      readonly turn: number;
      readonly round: number;
      readonly choice: CrisisChoice;
    }
  /** A person sat down in a seat that a bot held; the hash is of the key that gets him back to it. */
  | { readonly kind: 'sat'; readonly power: Power; readonly keyHash: string }
  /** `turn` and `round` are where it was played; `hash` is of the state after it, so that a re-made match proves itself. */
  | { readonly kind: 'resolved'; readonly turn: number; readonly round: number; readonly step: Step; readonly hash: string };

export interface LoggedEntry {
  readonly atMs: number;
  readonly entry: Entry;
}

/** Where entries go. The promise is kept once the entry cannot be lost any more: receipts wait for it (law 3). */
export interface Journal {
  append(code: string, logged: LoggedEntry): Promise<void>;
}

/** For worlds that nobody needs again: demonstrations and tests. */
export const FORGETFUL: Journal = { append: () => Promise.resolve() };

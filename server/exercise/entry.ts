/** One line of an exercise's log: who came and where he sits, what facilitators did, what was noted and answered. */
import type { HotWash } from '../../shared/protocol/exercise.ts';
import type { ExercisePlace, Note } from '../../shared/protocol/exercise-view.ts';

export type ExerciseEntry =
  /** A world was opened; they are numbered in the order in which they were. */
  | { readonly kind: 'world'; readonly code: string }
  /** Somebody came. `name`: who that is, for facilitators only. */
  | { readonly kind: 'joined'; readonly person: string; readonly nickname: string; readonly name: string }
  | { readonly kind: 'placed'; readonly id: string; readonly place: ExercisePlace; readonly isByHand: boolean }
  | { readonly kind: 'removed'; readonly id: string }
  /** He goes on at another device, which is another person to us. */
  | { readonly kind: 'moved'; readonly id: string; readonly person: string; readonly nickname: string }
  | { readonly kind: 'practised'; readonly id: string }
  | { readonly kind: 'muted'; readonly id: string; readonly isMuted: boolean }
  | { readonly kind: 'facilitator'; readonly person: string; readonly nickname: string }
  /** An invitation for a co-facilitator, and that it was used; by its hash, since it serves once. */
  | { readonly kind: 'invited' | 'accepted'; readonly hash: string }
  /** `role` was not written once: a facilitator's then. */
  | {
      readonly kind: 'note';
      readonly world: string;
      readonly by: string;
      readonly role?: Note['role'];
      readonly about: number;
      readonly words: string;
      readonly language?: string | undefined;
      readonly event?: Note['event'];
    }
  | { readonly kind: 'asked'; readonly question: HotWash | null }
  | {
      readonly kind: 'answered';
      readonly id: string;
      readonly question: HotWash;
      readonly words: string;
      readonly language?: string | undefined;
    }
  | { readonly kind: 'numbers'; readonly isShown: boolean }
  /** What a facilitator did to a world, for the record. */
  | {
      readonly kind: 'led';
      readonly by: string;
      readonly name: string;
      readonly world: string;
      readonly detail: string;
      readonly how?: string;
    };

export interface LoggedExerciseEntry {
  readonly atMs: number;
  readonly entry: ExerciseEntry;
}

/** What somebody who takes part in an exercise knows of it, and what he may say to it, beside the world that he plays. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { HotWash, ParticipantBody } from '../../shared/protocol/exercise.ts';
import type { ParticipantView } from '../../shared/protocol/exercise-view.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { language } from '../i18n/language.ts';
import type { Table } from './table.ts';

export interface TakesPart {
  /** Null: his world belongs to no exercise. */
  readonly view: ReadonlySignal<ParticipantView | null>;
  readonly turn: ReadonlySignal<number>;
  /** Whether he holds a seat: whoever was removed does not, though the last word that he heard says so. */
  readonly isSeated: ReadonlySignal<boolean>;
  /** Bulletins that he has put away, by id. */
  readonly read: Signal<readonly string[]>;
  answer(question: HotWash, words: string): Promise<Answer>;
  observe(note: Omit<ParticipantBody<'observe'>, 'language'>): Promise<Answer>;
  practised(): Promise<Answer>;
}

export function takesPartAt({ exercise, figures, dealings, place }: Table): TakesPart {
  return {
    view: exercise,
    turn: computed(() => figures.value.turn),
    isSeated: computed(() => place.value !== null),
    read: signal<readonly string[]>([]),
    answer: (question, words) => dealings.ask('answer', { question, words, language: language.value }),
    observe: (note) => dealings.ask('observe', { ...note, language: language.value }),
    practised: () => dealings.ask('practised', {}),
  };
}

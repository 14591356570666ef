/** What a world's room has to do with the exercise that it belongs to: it shows each his place in it, and passes on what he asks. */
import type { ParticipantAsk } from '../../shared/protocol/exercise.ts';
import { type Answer, CLOSE } from '../../shared/protocol/messages.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { ExerciseHall } from '../exercise/exercise-hall.ts';
import type { Match } from '../match/match.ts';
import { type Guest, personOf } from './guest.ts';

export function exerciseOf(exercises: ExerciseHall, { plan }: Match): Exercise | undefined {
  return plan.exercise === undefined ? undefined : exercises.find(plan.exercise);
}

export function sendExercise(clients: Iterable<Guest>, exercise: Exercise | undefined): void {
  if (exercise === undefined) return;
  for (const client of clients) {
    const view = exercise.participant(personOf(client));
    if (view) client.send('exercise', view);
  }
}

/** The same after a change: who was sent out goes. */
export function showExercise(clients: Iterable<Guest>, exercise: Exercise | undefined): void {
  const here = [...clients];
  for (const client of here) if (exercise?.isRemoved(personOf(client))) client.leave(CLOSE.removed);
  sendExercise(here, exercise);
}

export async function askExercise(exercise: Exercise | undefined, client: Guest, ask: ParticipantAsk): Promise<Answer> {
  const refusal = exercise === undefined ? refuse('refusal.not-in-exercise') : await asked(exercise, personOf(client), ask);
  return refusal === null ? { ok: true, receipt: null } : { ok: false, refusal };
}

function asked(exercise: Exercise, person: string, ask: ParticipantAsk): Promise<Refusal | null> {
  switch (ask.name) {
    case 'practised':
      return exercise.practised(person);
    case 'answer':
      return exercise.answer(person, ask.body);
    case 'observe':
      return exercise.observed(person, ask.body);
  }
}

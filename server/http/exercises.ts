/** Exercises over plain HTTP: a new one, a place in one, the console, and a look at a world. */
import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import { createExerciseSchema, joinExerciseSchema, lookSchema, openConsoleSchema } from '../../shared/protocol/exercise.ts';
import { isRefusal, type Refusal } from '../../shared/state/refusal.ts';
import type { ExerciseHall } from '../exercise/exercise-hall.ts';
import type { Hall } from '../match/hall.ts';
import { noSuchMatch, readAsked, sendRefusal } from './asked.ts';

interface Halls {
  readonly hall: Hall;
  readonly exercises: ExerciseHall;
}

export function addExercises(router: Router, { hall, exercises }: Halls): void {
  /** Asked, checked, done and answered; null: no exercise has the code. */
  const answering =
    <S extends z.ZodType>(schema: S, status: number, work: (person: string, code: string, body: z.infer<S>) => Work) =>
    async (request: Request<{ code?: string }>, response: Response): Promise<void> => {
      const asked = await readAsked(hall, request, schema);
      if (isRefusal(asked)) return sendRefusal(response, asked);
      const code = request.params.code ?? '';
      const answer = await work(asked.person, code, asked.body);
      if (answer === null) return sendRefusal(response, noSuchMatch(code));
      if (isRefusal(answer)) return sendRefusal(response, answer);
      response.status(status).json(answer);
    };
  router.post(
    '/exercises',
    answering(createExerciseSchema, 201, (person, _code, wish) => exercises.create(person, wish)),
  );
  router.post(
    '/exercises/:code/join',
    answering(joinExerciseSchema, 200, (person, code, wish) => exercises.join(person, code, wish)),
  );
  router.post(
    '/exercises/:code/console',
    answering(openConsoleSchema, 200, (person, code, wish) => exercises.open(person, code, wish)),
  );
  router.post(
    '/exercises/:code/look',
    answering(lookSchema, 200, (person, code, wish) => exercises.look(person, code, wish)),
  );
}

type Work = Promise<object | Refusal | null> | object | Refusal | null;

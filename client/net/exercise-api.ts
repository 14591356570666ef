/** The HTTP part of exercises: one is made, joined, led, and its worlds are looked into. */
import type { CreateExercise, JoinExercise, Look, OpenConsole } from '../../shared/protocol/exercise.ts';
import type { ConsoleAdmission, ExerciseAdmission } from '../../shared/protocol/exercise-view.ts';
import type { Admission } from '../../shared/protocol/lobby.ts';
import { type ApiAnswer, ask } from './api.ts';

export const createExercise = (body: CreateExercise): Promise<ApiAnswer<ConsoleAdmission>> => ask('/api/exercises', body);
export const joinExercise = (code: string, body: JoinExercise): Promise<ApiAnswer<ExerciseAdmission>> =>
  ask(`${of(code)}/join`, body);
export const openConsole = (code: string, body: OpenConsole): Promise<ApiAnswer<ConsoleAdmission>> =>
  ask(`${of(code)}/console`, body);
/** A ticket into a world's room, seen from the seat that was asked for. */
export const lookInto = (code: string, body: Look): Promise<ApiAnswer<Admission>> => ask(`${of(code)}/look`, body);

const of = (code: string): string => `/api/exercises/${encodeURIComponent(code)}`;

/** A class on a real server: people who come with its code, and the facilitator's console. */
import { Client, type Room } from '@colyseus/sdk';
import type { CreateExercise } from '../../shared/protocol/exercise.ts';
import type { ConsoleAdmission, ConsoleView, ExerciseAdmission, ParticipantView } from '../../shared/protocol/exercise-view.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { type Guest, join, newBearer, newRequestId, post, until } from './house.ts';

export const EXERCISE: CreateExercise = {
  scenario: 'quick',
  title: 'Class 9b',
  worlds: 2,
  clock: 'lesson',
  speech: 'free',
  theories: 'alternate',
  delegation: 3,
  bot: 'dove',
  nickname: 'Teacher',
  rehearsalMs: 0,
  seed: 'class',
};

/** A facilitator at his console. */
export interface Desk {
  readonly code: string;
  readonly bearer: string;
  readonly room: Room;
  /** What the console shows now. */
  view(): ConsoleView;
  ask(name: string, body: object): Promise<Answer>;
}

export async function openClass(origin: string, wish: Partial<CreateExercise> = {}): Promise<Desk> {
  const bearer = newBearer();
  const answer = await post(origin, '/api/exercises', { ...EXERCISE, ...wish }, bearer);
  const made = (await answer.json()) as ConsoleAdmission;
  if (!answer.ok) throw new Error(JSON.stringify(made));
  return sitAtDesk(origin, made, bearer);
}

/** The same facilitator once more, as after a restart of the server; or another one with an invitation. */
export async function comeBack(origin: string, code: string, bearer: string, invitation?: string): Promise<Desk> {
  const body = { nickname: 'Teacher', ...(invitation === undefined ? {} : { invitation }) };
  const answer = await post(origin, `/api/exercises/${code}/console`, body, bearer);
  return sitAtDesk(origin, (await answer.json()) as ConsoleAdmission, bearer);
}

async function sitAtDesk(origin: string, { exercise, ticket }: ConsoleAdmission, bearer: string): Promise<Desk> {
  const room: Room = await new Client(origin).joinById(exercise, { ticket });
  room.reconnection.enabled = false;
  let last: ConsoleView | null = null;
  room.onMessage('console', (view: ConsoleView) => {
    last = view;
  });
  // All that a stranger is shown.
  let isShown = false;
  room.onMessage('projector', () => {
    isShown = true;
  });
  const view = (): ConsoleView => {
    if (last === null) throw new Error('the console has been shown');
    return last;
  };
  const ask = async (name: string, body: object): Promise<Answer> =>
    (await room.request(name, { id: newRequestId(), ...body })) as Answer;
  await until(() => last !== null || isShown);
  return { code: exercise, bearer, room, view, ask };
}

/** The next step of a world or of all, from where the desk sees them stand; a world that has gone on since stays where it is. */
export function advance(desk: Desk, world = 'all'): Promise<Answer> {
  const seen = Object.fromEntries(desk.view().worlds.map(({ code, turn, round }) => [code, { turn, round }]));
  return desk.ask('advance', { world, seen });
}

/** A pupil in his world. */
export interface Pupil extends Guest {
  readonly admission: ExerciseAdmission;
  readonly bearer: string;
  /** What he was last told of the exercise. */
  told(): ParticipantView | null;
}

export async function comeToClass(origin: string, code: string, nickname: string, bearer = newBearer()): Promise<Pupil> {
  const answer = await post(origin, `/api/exercises/${code}/join`, { nickname, name: `${nickname} by name` }, bearer);
  const admission = (await answer.json()) as ExerciseAdmission;
  if (!answer.ok) throw new Error(JSON.stringify(admission));
  const guest = await join(origin, admission.admission.code, admission.admission.ticket);
  await guest.ask('practised', {});
  return { ...guest, admission, bearer, told: () => guest.exercises.at(-1) ?? null };
}

/** The line to an exercise's room: what its facilitators ask, and what they and the wall are shown. */
import type { ConsoleBody, ConsoleName } from '../../shared/protocol/exercise.ts';
import type { ConsoleAdmission, ConsoleView, ProjectorView } from '../../shared/protocol/exercise-view.ts';
import { openConsole } from './exercise-api.ts';
import { nickname } from './person.ts';
import { type Line, openLine } from './room-line.ts';

export type ConsoleBodies = { readonly [N in ConsoleName]: ConsoleBody<N> };

export interface ExerciseHearing {
  console(view: ConsoleView): void;
  projector(view: ProjectorView): void;
}

export function openExerciseLine(admission: ConsoleAdmission, hearing: ExerciseHearing): Line<ConsoleBodies> {
  const { exercise: code, ticket } = admission;
  return openLine<ConsoleBodies>({
    code,
    ticket,
    renew: async () => {
      const answer = await openConsole(code, { nickname: nickname() });
      return answer.ok ? { ok: true, value: answer.value.ticket } : answer;
    },
    listen: (room) => {
      room.onMessage('console', (view: ConsoleView) => hearing.console(view));
      room.onMessage('projector', (view: ProjectorView) => hearing.projector(view));
    },
  });
}

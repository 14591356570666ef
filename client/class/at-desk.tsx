/** The facilitator's desk, where every part of the console finds it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConsoleView } from '../../shared/protocol/exercise-view.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { ExerciseDesk } from '../model/exercise-desk.ts';

export interface Desked {
  readonly desk: ExerciseDesk;
  readonly scenario: Scenario;
}

export const AtDesk = createContext<Desked | null>(null);

export function useDesk(): Desked {
  const desked = useContext(AtDesk);
  if (desked === null) throw new Error('This part stands on a console.');
  return desked;
}

/** What the console shows; parts stand there only once something does. */
export function useConsole(): ConsoleView {
  const view = useDesk().desk.view.value;
  if (view === null) throw new Error('The console has been shown something.');
  return view;
}

/** The screens of a class or an exercise: how one is prepared, led, shown on the wall, and printed. */
import type { ConsoleAdmission } from '../../shared/protocol/exercise-view.ts';

export type ClassScreen =
  | { readonly show: 'prepare' }
  | { readonly show: 'console'; readonly admission: ConsoleAdmission }
  | { readonly show: 'projector'; readonly admission: ConsoleAdmission }
  | { readonly show: 'print'; readonly admission: ConsoleAdmission };

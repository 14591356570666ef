/** Whether a battery is there: as soon as work on it has begun, or only once it could shoot. */
import type { State } from '../state/state.ts';

/** Built, being built or at rest. */
export const stands = (state: State, battery: string): boolean =>
  (state.batteries[battery]?.status ?? 'withdrawn') !== 'withdrawn';

/** Built, whether it watches or rests. */
export const isBuilt = (state: State, battery: string): boolean => {
  const status = state.batteries[battery]?.status;
  return status === 'active' || status === 'suspended';
};

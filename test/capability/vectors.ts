/** The worked values of SCIENCE, typed; tolerance 1e-3 relative unless a test says otherwise. */
import file from './science-vectors.json' with { type: 'json' };

export const VECTORS = file;

/** Whether two numbers agree to a share of the expected one, or to half a unit in its last printed digit. */
export function agrees(actual: number, expected: number, { relative = 1e-3, absolute = 6e-5 } = {}): boolean {
  return Math.abs(actual - expected) <= Math.max(absolute, Math.abs(expected) * relative);
}

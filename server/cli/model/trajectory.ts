/** `threshold model trajectory`: the flight to a range, of least energy or with a given apogee (SCIENCE 3.1). */
import { LONGEST_RANGE_KM, lofted, minimumEnergy } from '../../../shared/capability/trajectory.ts';
import type { Model, Options } from './options.ts';

const HIGHEST_KM = 100_000;

export const trajectory: Model = {
  options: ['range-km', 'apogee-km'],
  answer(options: Options) {
    const rangeKm = options.number('range-km', { least: 1, most: Math.floor(LONGEST_RANGE_KM) });
    if (!options.has('apogee-km')) return minimumEnergy(rangeKm);
    return lofted(rangeKm, options.number('apogee-km', { least: 1, most: HIGHEST_KM }));
  },
};

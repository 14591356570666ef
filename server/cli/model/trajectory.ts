/** `threshold model trajectory`: the flight to a range, of least energy or with a given apogee (SCIENCE 3.1). */
import { whyTrajectory } from '../../../shared/capability/explain-flight.ts';
import { LONGEST_RANGE_KM, lofted, minimumEnergy } from '../../../shared/capability/trajectory.ts';
import type { Model, Options } from './options.ts';

const HIGHEST_KM = 100_000;

export const trajectory: Model = {
  needs: ['range-km'],
  options: ['apogee-km'],
  flags: ['why'],
  answer(options: Options) {
    const rangeKm = options.number('range-km', { least: 1, most: Math.floor(LONGEST_RANGE_KM) });
    const isLofted = options.has('apogee-km');
    const made = isLofted ? lofted(rangeKm, options.number('apogee-km', { least: 1, most: HIGHEST_KM })) : minimumEnergy(rangeKm);
    return options.has('why') ? { ...made, why: whyTrajectory(made, isLofted) } : made;
  },
};

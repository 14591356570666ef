/** `threshold model horizon`: how far a target of an altitude stands above an elevation (SCIENCE 3.2). */
import { horizonRangeKm } from '../../../shared/capability/radar.ts';
import type { Model, Options } from './options.ts';

const HIGHEST_KM = 100_000;

export const horizon: Model = {
  options: ['altitude-km', 'elevation-deg'],
  answer(options: Options) {
    const altitudeKm = options.number('altitude-km', { least: 0, most: HIGHEST_KM });
    const elevationDeg = options.number('elevation-deg', { least: 0, most: 90, otherwise: 0 });
    return { groundRangeKm: horizonRangeKm(altitudeKm, elevationDeg) };
  },
};

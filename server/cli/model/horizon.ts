/** `threshold model horizon`: how far a target of an altitude stands above an elevation (SCIENCE 3.2). */
import { whyHorizon } from '../../../shared/capability/explain-flight.ts';
import { horizonRangeKm } from '../../../shared/capability/radar.ts';
import type { Model, Options } from './options.ts';

const HIGHEST_KM = 100_000;

export const horizon: Model = {
  needs: ['altitude-km'],
  options: ['elevation-deg'],
  flags: ['why'],
  answer(options: Options) {
    const altitudeKm = options.number('altitude-km', { least: 0, most: HIGHEST_KM });
    const elevationDeg = options.number('elevation-deg', { least: 0, most: 90, otherwise: 0 });
    const answer = { groundRangeKm: horizonRangeKm(altitudeKm, elevationDeg) };
    return options.has('why') ? { ...answer, why: { groundRangeKm: whyHorizon(altitudeKm, elevationDeg) } } : answer;
  },
};

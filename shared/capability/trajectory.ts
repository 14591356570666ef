/** Ballistic flight between two points of the ground: an impulse at the surface, two bodies, no air (SCIENCE 3.1). */
import { acos, asin, atan2, cos, sin } from '../math/real.ts';
import { DEGREE, EARTH_RADIUS_KM, MU_KM3_S2 } from './earth.ts';

/** Half the circumference: no great circle is longer. */
export const LONGEST_RANGE_KM = Math.PI * EARTH_RADIUS_KM;

/**
 * Newton steps for Kepler's equation, from the apogee: there every ballistic flight starts well, and 6 leave only
 * rounding, lofted tests included (4 leave a centimetre). A fixed count gives the same last bit everywhere.
 */
const KEPLER_STEPS = 6;

export interface Trajectory {
  readonly rangeKm: number;
  readonly burnoutSpeedKmS: number;
  /** Above the local horizontal, at burnout. */
  readonly loftAngleDeg: number;
  readonly apogeeKm: number;
  /** Free flight from burnout to impact; the boost comes on top. */
  readonly flightTimeS: number;
  readonly eccentricity: number;
  readonly semiMajorAxisKm: number;
}

export interface TrackPosition {
  readonly downrangeKm: number;
  readonly altitudeKm: number;
}

/** The trajectory that reaches a range with the least burnout speed (SCIENCE G2 to G7). Throws RangeError. */
export function minimumEnergy(rangeKm: number): Trajectory {
  requireRange(rangeKm);
  const half = rangeKm / EARTH_RADIUS_KM / 2;
  return lofted(rangeKm, (EARTH_RADIUS_KM / 2) * (cos(half) + sin(half) - 1));
}

/** The trajectory of a given range and apogee, lofted or depressed (SCIENCE G9, time by G7). Throws RangeError. */
export function lofted(rangeKm: number, apogeeKm: number): Trajectory {
  requireRange(rangeKm);
  if (!(apogeeKm > 0 && apogeeKm <= 1e6)) throw new RangeError('apogeeKm must lie above 0 and at most 1,000,000.');
  const half = rangeKm / EARTH_RADIUS_KM / 2;
  const apogeeRadiusKm = EARTH_RADIUS_KM + apogeeKm;
  const eccentricity = apogeeKm / (apogeeRadiusKm - EARTH_RADIUS_KM * cos(half));
  const parameterKm = apogeeRadiusKm * (1 - eccentricity);
  const semiMajorAxisKm = parameterKm / (1 - eccentricity * eccentricity);
  const speed = Math.sqrt(MU_KM3_S2 * (2 / EARTH_RADIUS_KM - 1 / semiMajorAxisKm));
  const horizontal = Math.sqrt(MU_KM3_S2 * parameterKm) / EARTH_RADIUS_KM;
  const trueAnomaly = Math.PI - half;
  const quarter = meanAnomaly(eccentricAnomaly(trueAnomaly, eccentricity), eccentricity);
  return {
    rangeKm,
    burnoutSpeedKmS: speed,
    loftAngleDeg: acos(horizontal / speed) / DEGREE,
    apogeeKm,
    flightTimeS: (2 * (Math.PI - quarter)) / meanMotion(semiMajorAxisKm),
    eccentricity,
    semiMajorAxisKm,
  };
}

/** How far a burnout speed carries at most; half the circumference from circular speed up (SCIENCE G8). */
export function rangeOfSpeedKm(burnoutSpeedKmS: number): number {
  if (!(burnoutSpeedKmS > 0)) throw new RangeError('burnoutSpeedKmS must be above 0.');
  const q = (burnoutSpeedKmS * burnoutSpeedKmS * EARTH_RADIUS_KM) / MU_KM3_S2;
  return q >= 1 ? LONGEST_RANGE_KM : 2 * EARTH_RADIUS_KM * asin(q / (2 - q));
}

/** Where the missile is so many seconds after burnout; times outside the flight are taken as its ends. */
export function positionAt(trajectory: Trajectory, timeS: number): TrackPosition {
  const { eccentricity: e, semiMajorAxisKm: a, rangeKm, flightTimeS } = trajectory;
  if (timeS <= 0) return { downrangeKm: 0, altitudeKm: 0 };
  if (timeS >= flightTimeS) return { downrangeKm: rangeKm, altitudeKm: 0 };
  // Counted from the apogee, about which the flight is symmetrical, so that neither end gathers error.
  const mean = Math.PI + meanMotion(a) * (timeS - flightTimeS / 2);
  let anomaly = Math.PI;
  for (let step = 0; step < KEPLER_STEPS; step++) {
    anomaly -= (anomaly - e * sin(anomaly) - mean) / (1 - e * cos(anomaly));
  }
  const past = anomaly - Math.PI;
  // With the anomaly counted from the apogee, cos and sin change sign.
  const angle = atan2(Math.sqrt(1 - e * e) * sin(past), cos(past) + e);
  return {
    downrangeKm: rangeKm / 2 + angle * EARTH_RADIUS_KM,
    altitudeKm: Math.max(0, a * (1 + e * cos(past)) - EARTH_RADIUS_KM),
  };
}

function requireRange(rangeKm: number): void {
  if (rangeKm > 0 && rangeKm < LONGEST_RANGE_KM) return;
  throw new RangeError('rangeKm must lie above 0 and below 20,015, half the circumference of the Earth.');
}

const meanMotion = (semiMajorAxisKm: number): number =>
  Math.sqrt(MU_KM3_S2 / (semiMajorAxisKm * semiMajorAxisKm * semiMajorAxisKm));

const meanAnomaly = (anomaly: number, e: number): number => anomaly - e * sin(anomaly);

const eccentricAnomaly = (trueAnomaly: number, e: number): number =>
  atan2(Math.sqrt(1 - e * e) * sin(trueAnomaly), e + cos(trueAnomaly));

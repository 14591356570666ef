/** Why a flight is as fast, high and long as it is, and how far a radar sees: G2 to G10 of SCIENCE 3, symbol by symbol. */
import { cos } from '../math/real.ts';
import { DEGREE, EARTH_RADIUS_KM, MU_KM3_S2 } from './earth.ts';
import { horizonRangeKm } from './radar.ts';
import type { Trajectory } from './trajectory.ts';
import { constant, given, type Part, reckoned, type Why } from './why.ts';

const R = constant('R', EARTH_RADIUS_KM, 'radius of the Earth in km');
const MU = constant('mu', MU_KM3_S2, 'gravitation of the Earth in km3/s2');
const PI = constant('pi', Math.PI, 'half the circumference of a circle of radius 1');
const PER_RADIAN = constant('perRadian', 1 / DEGREE, 'degrees in a radian');

const flown = (what: string, value: number, formula: string, parts: readonly Part[]): Why => ({
  what,
  value,
  formula,
  parts,
  sources: ['two-body'],
});

/** Of every number of a trajectory; `isLofted`: the apogee was given and not sought. */
export function whyTrajectory(made: Trajectory, isLofted: boolean): Readonly<Record<keyof Trajectory, Why>> {
  const range = given('rangeKm', made.rangeKm);
  const angle = made.rangeKm / EARTH_RADIUS_KM / 2;
  const half = reckoned('half', flown('half the angle flown', angle, 'rangeKm / R / 2', [range, R]));
  const least = '(R / 2) * (cos(half) + sin(half) - 1)';
  const apogeeKm = isLofted
    ? flown('apogee', made.apogeeKm, 'apogeeKm', [given('apogeeKm', made.apogeeKm)])
    : flown('apogee of the flight of least energy', made.apogeeKm, least, [R, half]);
  const apogee = reckoned('apogee', apogeeKm);
  const eccentricity = flown('eccentricity', made.eccentricity, 'apogee / (R + apogee - R * cos(half))', [apogee, R, half]);
  const e = reckoned('e', eccentricity);
  const p = (EARTH_RADIUS_KM + made.apogeeKm) * (1 - made.eccentricity);
  const parameter = reckoned('p', flown('parameter of the ellipse in km', p, '(R + apogee) * (1 - e)', [R, apogee, e]));
  const semiMajorAxisKm = flown('semi-major axis', made.semiMajorAxisKm, 'p / (1 - e * e)', [parameter, e]);
  const a = reckoned('a', semiMajorAxisKm);
  const burnoutSpeedKmS = flown('burnout speed', made.burnoutSpeedKmS, 'sqrt(mu * (2 / R - 1 / a))', [MU, R, a]);
  const speed = reckoned('speed', burnoutSpeedKmS);
  return {
    rangeKm: flown('range', made.rangeKm, 'rangeKm', [range]),
    burnoutSpeedKmS,
    loftAngleDeg: flown('loft angle', made.loftAngleDeg, 'acos(min(1, sqrt(mu * p) / R / speed)) * perRadian', [
      MU,
      parameter,
      R,
      speed,
      PER_RADIAN,
    ]),
    apogeeKm,
    flightTimeS: flown('time of free flight', made.flightTimeS, '2 * (pi - anomaly + e * sin(anomaly)) * sqrt(a * a * a / mu)', [
      PI,
      anomalyPart(made, e, half),
      e,
      a,
      MU,
    ]),
    eccentricity,
    semiMajorAxisKm,
  };
}

/** Eccentric anomaly at burnout, from the true one. */
function anomalyPart({ eccentricity: e, flightTimeS, semiMajorAxisKm: a }: Trajectory, part: Part, half: Part): Part {
  const nu = flown('true anomaly at burnout', Math.PI - half.value, 'pi - half', [PI, half]);
  const cosine = (e + cos(nu.value)) / (1 + e * cos(nu.value));
  const value = anomalyOf({ e, cosine, halfTime: flightTimeS / 2 / Math.sqrt((a * a * a) / MU_KM3_S2) });
  return reckoned(
    'anomaly',
    flown('eccentric anomaly at burnout', value, 'acos((e + cos(nu)) / (1 + e * cos(nu)))', [part, reckoned('nu', nu)]),
  );
}

/** The same angle by Newton's method from the time of flight, which is known already. */
function anomalyOf({ e, cosine, halfTime }: { readonly e: number; readonly cosine: number; readonly halfTime: number }): number {
  let anomaly = cosine > 0 ? 1 : 2;
  for (let step = 0; step < 40; step++) {
    const sine = Math.sqrt(Math.max(0, 1 - cos(anomaly) * cos(anomaly)));
    anomaly -= (anomaly - e * sine - (Math.PI - halfTime)) / (1 - e * cos(anomaly));
  }
  return anomaly;
}

/** G10. */
export function whyHorizon(altitudeKm: number, elevationDeg: number): Why {
  const elevation = reckoned(
    'el',
    flown('elevation in radians', elevationDeg * DEGREE, 'elevationDeg / perRadian', [
      given('elevationDeg', elevationDeg),
      PER_RADIAN,
    ]),
  );
  const formula = 'R * max(0, acos(R * cos(el) / (R + altitudeKm)) - el)';
  const parts = [R, elevation, given('altitudeKm', altitudeKm)];
  return flown('ground range of the horizon', horizonRangeKm(altitudeKm, elevationDeg), formula, parts);
}

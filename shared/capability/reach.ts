/**
 * How soon an interceptor can be at a point: Lambert's theorem gives the two orbits of its burnout speed through launch
 * site and point in closed form, and the sooner one that leaves upwards is taken (SCIENCE G11).
 */
import { asin, cos, sin } from '../math/real.ts';
import { EARTH_RADIUS_KM, MU_KM3_S2 } from './earth.ts';

/** Just under escape speed at the surface: faster interceptors are taken as this fast, so that orbits stay ellipses. */
const FASTEST_KM_S = 11.1;

/** What of an interceptor's orbit depends on its burnout speed alone. */
export interface InterceptorOrbit {
  readonly semiMajorAxisKm: number;
  readonly secondsPerRadian: number;
}

export function interceptorOrbit(burnoutSpeedKmS: number): InterceptorOrbit {
  if (!(burnoutSpeedKmS > 0)) throw new RangeError('burnoutSpeedKmS must be above 0.');
  const speed = Math.min(burnoutSpeedKmS, FASTEST_KM_S);
  const a = 1 / (2 / EARTH_RADIUS_KM - (speed * speed) / MU_KM3_S2);
  return { semiMajorAxisKm: a, secondsPerRadian: Math.sqrt((a * a * a) / MU_KM3_S2) };
}

/** Least free flight from the ground to a point at a ground range and altitude; infinite out of reach. */
export function flightTimeS(orbit: InterceptorOrbit, groundRangeKm: number, altitudeKm: number): number {
  return timeToPointS(orbit, cos(groundRangeKm / EARTH_RADIUS_KM), EARTH_RADIUS_KM + altitudeKm);
}

/** The same, for a point given by the cosine of its angle from the site and its radius: the form the hot loop has. */
export function timeToPointS(orbit: InterceptorOrbit, cosAngle: number, radiusKm: number): number {
  const a = orbit.semiMajorAxisKm;
  const chordSquared = EARTH_RADIUS_KM * EARTH_RADIUS_KM + radiusKm * radiusKm - 2 * EARTH_RADIUS_KM * radiusKm * cosAngle;
  const chord = Math.sqrt(Math.max(0, chordSquared));
  if (chord === 0) return 0;
  const perimeter = EARTH_RADIUS_KM + radiusKm + chord;
  const sinHalfAlpha = Math.sqrt(perimeter / (4 * a));
  if (sinHalfAlpha > 1) return Number.POSITIVE_INFINITY;
  const sinHalfBeta = Math.sqrt(Math.max(0, perimeter - 2 * chord) / (4 * a));
  const alpha = 2 * asin(sinHalfAlpha);
  const beta = 2 * asin(sinHalfBeta);
  const back = beta - sin(beta);
  const cosChord = (radiusKm * cosAngle - EARTH_RADIUS_KM) / chord;
  if (leavesUpwards(sinHalfAlpha, sinHalfBeta, cosChord)) return orbit.secondsPerRadian * (alpha - sin(alpha) - back);
  // The quick orbit starts into the ground (only above circular speed); the other leaves steeply and goes over the top.
  return orbit.secondsPerRadian * (2 * Math.PI - alpha + sin(alpha) - back);
}

/** Whether the quick orbit's vertical speed at launch is upwards, by the terminal velocities of Lambert's problem. */
function leavesUpwards(sinHalfAlpha: number, sinHalfBeta: number, cosChord: number): boolean {
  if (sinHalfBeta === 0) return true; // Straight overhead.
  const cotAlpha = Math.sqrt(1 - sinHalfAlpha * sinHalfAlpha) / sinHalfAlpha;
  const cotBeta = Math.sqrt(1 - sinHalfBeta * sinHalfBeta) / sinHalfBeta;
  return (cotBeta + cotAlpha) * cosChord + (cotBeta - cotAlpha) >= 0;
}

/** What a radar sees: above its horizon, inside its sector, within its range (SCIENCE 3.2, 3.4). */
import { acos, atan2, cos, sin } from '../math/real.ts';
import type { LatLon, UnitVector } from './earth.ts';
import { bearingDeg, DEGREE, distanceKm, dot, EARTH_RADIUS_KM, unitVector } from './earth.ts';

/** How a radar stands. Range is the slant range, from the radar to the target. */
export interface RadarGeometry {
  readonly lat: number;
  readonly lon: number;
  readonly rangeKm: number;
  readonly boresightDeg: number;
  readonly halfWidthDeg: number;
  readonly minElevationDeg: number;
}

/** Greatest ground range at which a target of an altitude stands above an elevation (SCIENCE G10). */
export function horizonRangeKm(altitudeKm: number, elevationDeg: number): number {
  if (!(altitudeKm >= 0)) throw new RangeError('altitudeKm must be 0 or more.');
  if (!(elevationDeg >= 0 && elevationDeg <= 90)) throw new RangeError('elevationDeg must lie between 0 and 90.');
  const elevation = elevationDeg * DEGREE;
  // At no altitude rounding may leave a hair below none.
  const angle = acos((EARTH_RADIUS_KM * cos(elevation)) / (EARTH_RADIUS_KM + altitudeKm)) - elevation;
  return EARTH_RADIUS_KM * Math.max(0, angle);
}

/** Elevation of a target of an altitude at a ground range; negative below the horizon. Inverse of horizonRangeKm. */
export function elevationDeg(groundRangeKm: number, altitudeKm: number): number {
  const angle = groundRangeKm / EARTH_RADIUS_KM;
  const up = cos(angle) - EARTH_RADIUS_KM / (EARTH_RADIUS_KM + altitudeKm);
  return atan2(up, sin(angle)) / DEGREE;
}

/** Distance in a straight line from the ground to a target. */
export function slantRangeKm(groundRangeKm: number, altitudeKm: number): number {
  const radius = EARTH_RADIUS_KM + altitudeKm;
  const half = sin(groundRangeKm / EARTH_RADIUS_KM / 2);
  return Math.sqrt(altitudeKm * altitudeKm + 4 * EARTH_RADIUS_KM * radius * half * half);
}

/** Whether a radar sees a target above a place. The slow and plain form of `viewFrom`. */
export function sees(radar: RadarGeometry, target: LatLon, altitudeKm: number): boolean {
  const groundKm = distanceKm(radar, target);
  if (slantRangeKm(groundKm, altitudeKm) > radar.rangeKm) return false;
  if (elevationDeg(groundKm, altitudeKm) < radar.minElevationDeg) return false;
  const off = Math.abs(bearingDeg(radar, target) - radar.boresightDeg) % 360;
  return Math.min(off, 360 - off) <= radar.halfWidthDeg;
}

/** A radar made ready for many targets. */
export interface RadarFrame {
  readonly up: UnitVector;
  readonly boresight: UnitVector;
  readonly right: UnitVector;
  readonly cosHalfWidth: number;
  readonly sinMinElevation: number;
}

export function radarFrame(radar: Omit<RadarGeometry, 'rangeKm'>): RadarFrame {
  const up = unitVector(radar);
  const lon = radar.lon * DEGREE;
  const east: UnitVector = { x: -sin(lon), y: cos(lon), z: 0 };
  const north = cross(up, east);
  const c = cos(radar.boresightDeg * DEGREE);
  const s = sin(radar.boresightDeg * DEGREE);
  return {
    up,
    boresight: combined(c, north, s, east),
    right: combined(-s, north, c, east),
    cosHalfWidth: cos(radar.halfWidthDeg * DEGREE),
    sinMinElevation: sin(radar.minElevationDeg * DEGREE),
  };
}

/** Slant range to a target in the sector and above the lowest elevation; infinite outside. No trigonometry. */
export function viewFrom(frame: RadarFrame, target: UnitVector, radiusKm: number): number {
  const up = radiusKm * dot(target, frame.up) - EARTH_RADIUS_KM;
  const ahead = radiusKm * dot(target, frame.boresight);
  const right = radiusKm * dot(target, frame.right);
  const slantKm = Math.sqrt(up * up + ahead * ahead + right * right);
  if (up < frame.sinMinElevation * slantKm) return Number.POSITIVE_INFINITY;
  if (ahead < frame.cosHalfWidth * Math.sqrt(ahead * ahead + right * right)) return Number.POSITIVE_INFINITY;
  return slantKm;
}

function cross(a: UnitVector, b: UnitVector): UnitVector {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x };
}

function combined(shareA: number, a: UnitVector, shareB: number, b: UnitVector): UnitVector {
  return { x: shareA * a.x + shareB * b.x, y: shareA * a.y + shareB * b.y, z: shareA * a.z + shareB * b.z };
}

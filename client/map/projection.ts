// The projection: azimuthal equidistant about the North Pole, 100 W pointing down, in integer-friendly world units.
// Distances from the Pole are true, a US-Russia or US-China great circle is nearly straight, Russia is not cut at 180.
import type { LatLon } from './picture.ts';

/** Twenty units per degree of arc: one unit is 5.6 km, half a pixel on a 1080-line screen at the widest view. */
export const UNITS_PER_DEGREE = 20;

/** Beyond 105 degrees from the Pole the south is stretched beyond use, and nothing of the game stands there. */
export const CLIP_DEG = 105;

export const CLIP_RADIUS = CLIP_DEG * UNITS_PER_DEGREE;

/** The meridian that points down: the United States stand upright at the foot of the map. */
export const DOWN_MERIDIAN_DEG = -100;

export const KM_PER_DEGREE = 111.194_93;

export interface Point {
  readonly x: number;
  readonly y: number;
}

const RADIANS = Math.PI / 180;

/** World position of a place; y grows downwards, the Pole is (0, 0). */
export function project(place: LatLon): Point {
  const radius = (90 - place.lat) * UNITS_PER_DEGREE;
  const angle = (place.lon - DOWN_MERIDIAN_DEG) * RADIANS;
  return { x: radius * Math.sin(angle), y: radius * Math.cos(angle) };
}

/** The place at a world position, longitude in (-180, 180]; the inverse of project. */
export function unproject(point: Point): LatLon {
  const radius = Math.hypot(point.x, point.y);
  const lon = Math.atan2(point.x, point.y) / RADIANS + DOWN_MERIDIAN_DEG;
  return { lat: 90 - radius / UNITS_PER_DEGREE, lon: lon > 180 ? lon - 360 : lon <= -180 ? lon + 360 : lon };
}

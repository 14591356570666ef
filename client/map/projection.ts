// The two projections: azimuthal about the North Pole, and flat (equidistant cylindrical), in integer-friendly world units.
// Polar: distances from the Pole are true, a US-Russia or US-China great circle is nearly straight, Russia is not cut at 180.
// Flat: cut at 30 W in mid-Atlantic, so that of all land only the east of Greenland is parted; shapes are true at 55 N.
import type { LatLon } from './picture.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type ProjectionName = 'polar' | 'flat';

export interface Projection {
  readonly name: ProjectionName;
  /** World position of a place; y grows downwards. */
  project(place: LatLon): Point;
  /** The place at a world position, longitude in (-180, 180]; the inverse of project. */
  unproject(point: Point): LatLon;
  /** World units after which the plane repeats to the right; 0: it does not. */
  readonly turn: number;
  /** What the fit must show, in world units. */
  readonly fit: Box;
  /** How much closer than the fit one may come. */
  readonly closest: number;
  /** The nearest point on which a view may be centred. */
  bounded(point: Point): Point;
}

/** Twenty units per degree of arc: one unit is 5.6 km, half a pixel on a 1080-line screen at the widest view. */
export const UNITS_PER_DEGREE = 20;

/** Beyond 105 degrees from the Pole the south is stretched beyond use, and nothing of the game stands there. */
export const CLIP_DEG = 105;

export const CLIP_RADIUS = CLIP_DEG * UNITS_PER_DEGREE;

/** The meridian that points down: the United States stand upright at the foot of the map. */
export const DOWN_MERIDIAN_DEG = -100;

/** The middle of the flat map: Europe stands left of it, America right. */
export const MIDDLE_MERIDIAN_DEG = 150;
/** The flat map ends here in the south. */
export const FLAT_SOUTH_DEG = -30;
/** Cosine of 55 degrees: east-west and north-south agree on the latitude of Moscow. */
export const FLAT_SQUEEZE = 0.573_576_436;
/** The middle latitude of the flat map's plane. */
export const FLAT_LEVEL_DEG = 50;

export const KM_PER_DEGREE = 111.194_93;

const RADIANS = Math.PI / 180;
const FARTHEST_CENTRE_DEG = 72;

/** 25 N upwards and downwards, and across from Hawaii to Rota. */
const POLAR_FIT = degrees({ left: -60, right: 57, top: -66.5, bottom: 65 });

export const POLAR: Projection = {
  name: 'polar',
  project(place) {
    const radius = (90 - place.lat) * UNITS_PER_DEGREE;
    const angle = (place.lon - DOWN_MERIDIAN_DEG) * RADIANS;
    return { x: radius * Math.sin(angle), y: radius * Math.cos(angle) };
  },
  unproject(point) {
    const radius = Math.hypot(point.x, point.y);
    const lon = Math.atan2(point.x, point.y) / RADIANS + DOWN_MERIDIAN_DEG;
    return { lat: 90 - radius / UNITS_PER_DEGREE, lon: normalLon(lon) };
  },
  turn: 0,
  fit: POLAR_FIT,
  closest: 7,
  bounded(point) {
    const limit = FARTHEST_CENTRE_DEG * UNITS_PER_DEGREE;
    const away = Math.hypot(point.x, point.y);
    return away <= limit ? point : { x: (point.x * limit) / away, y: (point.y * limit) / away };
  },
};

export const FLAT: Projection = {
  name: 'flat',
  project(place) {
    return {
      x: normalLon(place.lon - MIDDLE_MERIDIAN_DEG) * FLAT_SQUEEZE * UNITS_PER_DEGREE,
      y: (FLAT_LEVEL_DEG - place.lat) * UNITS_PER_DEGREE,
    };
  },
  unproject(point) {
    return {
      lat: FLAT_LEVEL_DEG - point.y / UNITS_PER_DEGREE,
      lon: normalLon(point.x / UNITS_PER_DEGREE / FLAT_SQUEEZE + MIDDLE_MERIDIAN_DEG),
    };
  },
  turn: 360 * FLAT_SQUEEZE * UNITS_PER_DEGREE,
  // From Rota to the east of the United States, and from Guam to the Pole.
  fit: degrees({ left: -164 * FLAT_SQUEEZE, right: 148 * FLAT_SQUEEZE, top: -40, bottom: 40 }),
  closest: 10,
  bounded(point) {
    const [across, up, down] = [150 * FLAT_SQUEEZE * UNITS_PER_DEGREE, -35 * UNITS_PER_DEGREE, 45 * UNITS_PER_DEGREE];
    return { x: Math.max(-across, Math.min(across, point.x)), y: Math.max(up, Math.min(down, point.y)) };
  },
};

export const PROJECTIONS: Readonly<Record<ProjectionName, Projection>> = { polar: POLAR, flat: FLAT };

/** A longitude in (-180, 180]. */
export function normalLon(lon: number): number {
  const turned = ((((lon + 180) % 360) + 360) % 360) - 180;
  return turned === -180 ? 180 : turned;
}

function degrees(box: Box): Box {
  return {
    left: box.left * UNITS_PER_DEGREE,
    right: box.right * UNITS_PER_DEGREE,
    top: box.top * UNITS_PER_DEGREE,
    bottom: box.bottom * UNITS_PER_DEGREE,
  };
}

/** Distances and bearings on the Earth as a sphere that does not rotate (RULES 3). */
import { asin, atan2, cos, sin } from '../math/real.ts';

export const EARTH_RADIUS_KM = 6371;
/** Gravitational parameter of the Earth. */
export const MU_KM3_S2 = 398600.4418;
export const DEGREE = Math.PI / 180;

/** Degrees: north and east positive. */
export interface LatLon {
  readonly lat: number;
  readonly lon: number;
}

/** A place on the unit sphere: x through (0, 0), y through (0, 90 E), z through the north pole. */
export interface UnitVector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Great-circle distance by the haversine, accurate for near points too (SCIENCE G1). */
export function distanceKm(a: LatLon, b: LatLon): number {
  const halfLat = sin(((b.lat - a.lat) * DEGREE) / 2);
  const halfLon = sin(((b.lon - a.lon) * DEGREE) / 2);
  const h = halfLat * halfLat + cos(a.lat * DEGREE) * cos(b.lat * DEGREE) * halfLon * halfLon;
  return 2 * EARTH_RADIUS_KM * asin(Math.sqrt(h));
}

/** Initial bearing of the great circle from a to b, clockwise from north, in [0, 360). */
export function bearingDeg(a: LatLon, b: LatLon): number {
  const latA = a.lat * DEGREE;
  const latB = b.lat * DEGREE;
  const lon = (b.lon - a.lon) * DEGREE;
  const east = sin(lon) * cos(latB);
  const north = cos(latA) * sin(latB) - sin(latA) * cos(latB) * cos(lon);
  const degrees = atan2(east, north) / DEGREE;
  return degrees < 0 ? degrees + 360 : degrees;
}

/** Where one comes out after so many kilometres on a bearing: the inverse of bearingDeg and distanceKm. */
export function destination(from: LatLon, towardsDeg: number, farKm: number): LatLon {
  const angle = farKm / EARTH_RADIUS_KM;
  const lat = from.lat * DEGREE;
  const bearing = towardsDeg * DEGREE;
  const sinLat = sin(lat) * cos(angle) + cos(lat) * sin(angle) * cos(bearing);
  const east = sin(bearing) * sin(angle) * cos(lat);
  const north = cos(angle) - sin(lat) * sinLat;
  return { lat: asin(sinLat) / DEGREE, lon: wrapped(from.lon + atan2(east, north) / DEGREE) };
}

/** The point at a share (0 to 1) of the great circle from one place to another. */
export function along(from: LatLon, to: LatLon, share: number): LatLon {
  return destination(from, bearingDeg(from, to), share * distanceKm(from, to));
}

export function unitVector(place: LatLon): UnitVector {
  const cosLat = cos(place.lat * DEGREE);
  return {
    x: cosLat * cos(place.lon * DEGREE),
    y: cosLat * sin(place.lon * DEGREE),
    z: sin(place.lat * DEGREE),
  };
}

/** Cosine of the angle between two unit vectors. */
export function dot(a: UnitVector, b: UnitVector): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

/** Longitude brought into [-180, 180). */
function wrapped(lon: number): number {
  return lon - 360 * Math.floor((lon + 180) / 360);
}

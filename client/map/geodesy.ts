// Lines on the sphere: where a bearing and a distance lead, and the points of a great circle.
import { geoDistance, geoInterpolate } from 'd3-geo';
import type { LatLon } from './picture.ts';
import { KM_PER_DEGREE, normalLon } from './projection.ts';

const RADIANS = Math.PI / 180;
const EARTH_RADIUS_KM = KM_PER_DEGREE / RADIANS;

/** The place reached from here along a great circle on an initial bearing (degrees clockwise from north). */
export function destination(from: LatLon, bearingDeg: number, rangeKm: number): LatLon {
  const arc = rangeKm / EARTH_RADIUS_KM;
  const [lat, bearing] = [from.lat * RADIANS, bearingDeg * RADIANS];
  const sine = Math.sin(lat) * Math.cos(arc) + Math.cos(lat) * Math.sin(arc) * Math.cos(bearing);
  const turn = Math.atan2(Math.sin(bearing) * Math.sin(arc) * Math.cos(lat), Math.cos(arc) - Math.sin(lat) * sine);
  return { lat: Math.asin(Math.max(-1, Math.min(1, sine))) / RADIANS, lon: normalLon(from.lon + turn / RADIANS) };
}

export function distanceKm(from: LatLon, to: LatLon): number {
  return geoDistance([from.lon, from.lat], [to.lon, to.lat]) * EARTH_RADIUS_KM;
}

/** A great circle as steps + 1 places, both ends included. */
export function greatCircle(from: LatLon, to: LatLon, steps: number): readonly LatLon[] {
  const along = geoInterpolate([from.lon, from.lat], [to.lon, to.lat]);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const [lon, lat] = along(i / steps);
    return { lat, lon };
  });
}

/** The place at a part of the way from one to the other, 0 to 1. */
export function placeOn({ from, to }: { readonly from: LatLon; readonly to: LatLon }, part: number): LatLon {
  const [lon, lat] = geoInterpolate([from.lon, from.lat], [to.lon, to.lat])(part);
  return { lat, lon };
}

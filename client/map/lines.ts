// Lines and areas of the sphere in the plane of the map: where the plane repeats, they run out over one edge and in over the other.
import { geoInterpolate } from 'd3-geo';
import { toScreen, type View } from './camera.ts';
import type { LatLon } from './picture.ts';
import { normalLon, type Point, type Projection } from './projection.ts';

/** Neighbouring points of a drawn line are no farther apart than this, in degrees of longitude, near the Pole too. */
const LONGEST_STEP_DEG = 5;
const DEEPEST = 9;

/** World points of a line; where the plane repeats they run on past its edge, so that no two neighbours are a world apart. */
export function planeLine(projection: Projection, places: readonly LatLon[]): readonly Point[] {
  if (projection.turn === 0) return places.map((place) => projection.project(place));
  const fine = places.flatMap((place, i) => {
    const before = places[i - 1];
    return before === undefined ? [place] : [...between(before, place, DEEPEST), place];
  });
  let [last, shift] = [0, 0];
  return fine.map((place, i) => {
    const point = projection.project(place);
    if (i > 0 && point.x + shift - last > projection.turn / 2) shift -= projection.turn;
    else if (i > 0 && last - point.x - shift > projection.turn / 2) shift += projection.turn;
    last = point.x + shift;
    return { x: last, y: point.y };
  });
}

/** Places between two on their great circle, as many as the turn of longitude asks for: many beside the Pole. */
function between(a: LatLon, b: LatLon, depth: number): readonly LatLon[] {
  if (depth === 0 || Math.abs(normalLon(b.lon - a.lon)) <= LONGEST_STEP_DEG) return [];
  const [lon, lat] = geoInterpolate([a.lon, a.lat], [b.lon, b.lat])(0.5);
  const middle = { lat, lon };
  return [...between(a, middle, depth - 1), middle, ...between(middle, b, depth - 1)];
}

/** Starts a path along places, for a stroke. */
export function traceLine(ctx: CanvasRenderingContext2D, places: readonly LatLon[], view: View): void {
  const line = planeLine(view.projection, places);
  ctx.beginPath();
  for (const shift of shiftsOf(view.projection)) follow(ctx, line, shift, view);
}

/** Starts a path round an area, for a fill; one about the Pole takes in the whole top of a map that has the Pole as a line. */
export function traceArea(ctx: CanvasRenderingContext2D, outline: readonly LatLon[], view: View): void {
  const { projection } = view;
  const line = closedLine(projection, outline);
  ctx.beginPath();
  for (const shift of shiftsOf(projection)) {
    follow(ctx, line, shift, view);
    ctx.closePath();
  }
}

/** The boundary of an area as a line for a stroke: its first place is its last too. */
export function around(outline: readonly LatLon[]): readonly LatLon[] {
  return outline.length === 0 ? outline : [...outline, outline[0] as LatLon];
}

/** World points round an area, with the two corners over the Pole that an outline about the Pole leaves open. */
export function closedLine(projection: Projection, outline: readonly LatLon[]): readonly Point[] {
  const line = planeLine(projection, around(outline));
  const [first, last] = [line[0], line.at(-1)];
  if (projection.turn === 0 || first === undefined || last === undefined) return line;
  if (Math.abs(last.x - first.x) < projection.turn / 2) return line;
  const top = projection.project({ lat: 90, lon: 0 }).y;
  return [...line, { x: last.x, y: top }, { x: first.x, y: top }];
}

/** The same thing is drawn once for each of these: what leaves the plane on one side comes in on the other. */
export function shiftsOf(projection: Projection): readonly number[] {
  return projection.turn === 0 ? [0] : [-projection.turn, 0, projection.turn];
}

function follow(ctx: CanvasRenderingContext2D, line: readonly Point[], shift: number, view: View): void {
  for (const [i, point] of line.entries()) {
    const at = toScreen(view, { x: point.x + shift, y: point.y });
    if (i === 0) ctx.moveTo(at.x, at.y);
    else ctx.lineTo(at.x, at.y);
  }
}

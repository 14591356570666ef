// What scripts/land.ts does to lines: densify along parallels, clip to a convex ring, simplify, write as SVG path text.
import type { GeoJSON, Position } from 'geojson';

export type Line = readonly (readonly [number, number])[];

// Longer straight runs of the source are lines of latitude in the plane (49 N), which bend in a polar projection.
const LONGEST_STEP_DEG = 0.7;

/** The same geometry with long segments cut up in longitude and latitude, across 180 by the short way. */
export function densify<G extends GeoJSON>(geometry: G): G {
  const walk = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    return Array.isArray(value[0]) && typeof value[0][0] === 'number' ? densifyLine(value as Position[]) : value.map(walk);
  };
  return 'coordinates' in geometry ? { ...geometry, coordinates: walk(geometry.coordinates) } : geometry;
}

function densifyLine(line: readonly Position[]): Position[] {
  return line.flatMap((to, i) => {
    const from = line[i - 1];
    if (from === undefined) return [to];
    const [lon = 0, lat = 0] = from;
    const rise = (to[1] ?? 0) - lat;
    const turn = (((to[0] ?? 0) - lon + 540) % 360) - 180;
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(turn), Math.abs(rise)) / LONGEST_STEP_DEG));
    return Array.from({ length: steps }, (_, k) =>
      k === steps - 1 ? to : [lon + (turn * (k + 1)) / steps, lat + (rise * (k + 1)) / steps],
    );
  });
}

/** The part of a ring inside a convex one (Sutherland and Hodgman); the convex ring may wind either way. */
export function clipToConvex(subject: readonly Position[], convex: readonly Position[]): Position[] {
  const winding = convex.reduce((sum, from, i) => sum + cross([0, 0], from, convex[(i + 1) % convex.length] as Position), 0);
  const clip = winding > 0 ? convex : [...convex].reverse();
  return clip.reduce<Position[]>(
    (ring, a, i) => {
      const b = clip[(i + 1) % clip.length] as Position;
      return ring.flatMap((to, k) => {
        const from = ring[(k + ring.length - 1) % ring.length] as Position;
        const [sideFrom, sideTo] = [cross(a, b, from), cross(a, b, to)];
        const crossing = sideFrom >= 0 === sideTo >= 0 ? [] : [between(from, to, sideFrom / (sideFrom - sideTo))];
        return sideTo >= 0 ? [...crossing, to] : crossing;
      });
    },
    [...subject],
  );
}

function cross(o: Position, a: Position, b: Position): number {
  const [ox = 0, oy = 0] = o;
  return ((a[0] ?? 0) - ox) * ((b[1] ?? 0) - oy) - ((a[1] ?? 0) - oy) * ((b[0] ?? 0) - ox);
}

function between(a: Position, b: Position, t: number): Position {
  return [(a[0] ?? 0) + t * ((b[0] ?? 0) - (a[0] ?? 0)), (a[1] ?? 0) + t * ((b[1] ?? 0) - (a[1] ?? 0))];
}

/** Visvalingam and Whyatt: drops the vertex of the smallest triangle while it is below the tolerance at that place. */
export function simplify(line: Line, tolerance: (x: number, y: number) => number, closed: boolean): Line {
  const points = line.slice();
  const least = closed ? 4 : 2;
  for (;;) {
    let worst = -1;
    let worstRatio = 1;
    for (let i = closed ? 0 : 1; i < points.length - (closed ? 0 : 1); i += 1) {
      const [a, b, c] = [points[(i + points.length - 1) % points.length], points[i], points[(i + 1) % points.length]];
      if (a === undefined || b === undefined || c === undefined) continue;
      const ratio = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2 / tolerance(b[0], b[1]);
      if (ratio < worstRatio) [worst, worstRatio] = [i, ratio];
    }
    if (worst < 0 || points.length <= least) return points;
    points.splice(worst, 1);
  }
}

/** Integer relative path text that starts at an absolute point, so that texts can be joined; lines that shrink to a point are left out. */
export function encodePath(lines: readonly Line[], closed: boolean): string {
  let [penX, penY] = [0, 0];
  const text = lines
    .map((line) => {
      const whole = line
        .map(([x, y]) => [Math.round(x), Math.round(y)] as const)
        .filter(([x, y], i, all) => i === 0 || x !== all[i - 1]?.[0] || y !== all[i - 1]?.[1]);
      if (whole.length < (closed ? 3 : 2)) return '';
      const steps = whole.map(([x, y]) => {
        const step = `${x - penX}${y - penY < 0 ? '' : ' '}${y - penY}`;
        [penX, penY] = [x, y];
        return step;
      });
      const [start = '', ...rest] = steps;
      const path = `m${start}l${rest.map((step, i) => (i === 0 || step.startsWith('-') ? step : ` ${step}`)).join('')}`;
      if (!closed) return path;
      // Closing moves the pen back to the start of the ring; the next relative move counts from there.
      [penX, penY] = whole[0] as readonly [number, number];
      return `${path}z`;
    })
    .join('');
  return text.replace('m', 'M');
}

// Builds assets/map/land.json and land-flat.json from world-atlas and the policy in assets/map/disputed.json; run by hand
// after a change: node scripts/land.ts
// The output is integer relative SVG paths in the map's own projections: no browser projects a coast or parses topology.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type GeoProjection, geoAzimuthalEquidistant, geoContains, geoEquirectangular, geoStream, geoTransform } from 'd3-geo';
import type { Feature, FeatureCollection, GeoJSON, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type {
  GeometryCollection,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import {
  CLIP_DEG,
  DOWN_MERIDIAN_DEG,
  FLAT,
  FLAT_LEVEL_DEG,
  FLAT_SOUTH_DEG,
  FLAT_SQUEEZE,
  MIDDLE_MERIDIAN_DEG,
  POLAR,
  type Projection,
  UNITS_PER_DEGREE,
} from '../client/map/projection.ts';
import { clipToConvex, densify, encodePath, type Line, simplify } from './land-lines.ts';

interface Named {
  readonly name: string;
}
type Country = TopoPolygon<Named> | TopoMultiPolygon<Named>;
type Atlas = Topology<{ countries: GeometryCollection<Named> }>;
type Shape = Feature<Polygon | MultiPolygon, Named>;

interface Area {
  readonly id: string;
  readonly samples: readonly Position[];
  readonly country?: string;
  readonly within?: string;
  readonly rings?: readonly (readonly Position[])[];
  readonly lines?: readonly Position[];
  readonly edge?: readonly Position[];
}
interface Policy {
  readonly areas: readonly Area[];
  readonly dashedBetween: readonly { readonly pair: readonly [string, string] }[];
}

// Detail by distance from the Pole: fine where the game is played, coarse in the faded south (square units).
const AREA_NORTH = 0.8;
const AREA_SOUTH = 40;
const SOUTH_FROM_DEG = 72;
const AREA_STRETCHED = 3;
const AREA_SQUEEZED = 0.5;
const STRETCHED_FROM_DEG = 68;
// Islets smaller than this are noise at every zoom; those of the policy are kept whatever their size.
const SMALLEST_ISLAND = 5;

const here = new URL('..', import.meta.url);
const atlas = JSON.parse(readFileSync(new URL('node_modules/world-atlas/countries-50m.json', here), 'utf8')) as Atlas;
const policy = JSON.parse(readFileSync(new URL('assets/map/disputed.json', here), 'utf8')) as Policy;
const countries = atlas.objects.countries;
const shapes = (feature(atlas, countries) as FeatureCollection<Polygon | MultiPolygon, Named>).features;

/** One of the map's projections, and how the ground is drawn in it. */
interface Sheet {
  readonly file: string;
  readonly plane: Projection;
  /** Where the sheet ends, for a test to compare with what the client draws. */
  readonly ends: Readonly<Record<string, number>>;
  readonly stream: GeoProjection['stream'];
  /** Detail by place, in square units. */
  readonly tolerance: (x: number, y: number) => number;
}

const UNITS_PER_RADIAN = (UNITS_PER_DEGREE * 180) / Math.PI;

const polarSheet: Sheet = {
  file: 'land.json',
  plane: POLAR,
  ends: { clipDeg: CLIP_DEG },
  stream: (sink) =>
    geoAzimuthalEquidistant()
      .rotate([-DOWN_MERIDIAN_DEG, -90])
      .clipAngle(CLIP_DEG)
      .scale(UNITS_PER_RADIAN)
      .translate([0, 0])
      .precision(0)
      .stream(sink),
  tolerance: (x, y) => (Math.hypot(x, y) > SOUTH_FROM_DEG * UNITS_PER_DEGREE ? AREA_SOUTH : AREA_NORTH),
};

const flatSheet: Sheet = {
  file: 'land-flat.json',
  plane: FLAT,
  ends: { middleDeg: MIDDLE_MERIDIAN_DEG, southDeg: FLAT_SOUTH_DEG },
  stream: (sink) => {
    const [east, south] = [180 * UNITS_PER_DEGREE, (FLAT_LEVEL_DEG - FLAT_SOUTH_DEG) * UNITS_PER_DEGREE];
    const plane = geoEquirectangular()
      .rotate([-MIDDLE_MERIDIAN_DEG, 0])
      .scale(UNITS_PER_RADIAN)
      .translate([0, FLAT_LEVEL_DEG * UNITS_PER_DEGREE])
      .clipExtent([
        [-east, (FLAT_LEVEL_DEG - 90) * UNITS_PER_DEGREE],
        [east, south],
      ])
      .precision(0);
    // d3 draws plate carree; the game's flat map is squeezed, so that shapes are true where the game is played.
    return plane.stream(squeezed.stream(sink));
  },
  tolerance: (_x, y) => {
    const lat = FLAT_LEVEL_DEG - y / UNITS_PER_DEGREE;
    if (lat < 90 - SOUTH_FROM_DEG) return AREA_SOUTH;
    // The far north is stretched, and shows no more for it.
    return lat > STRETCHED_FROM_DEG ? AREA_STRETCHED : AREA_SQUEEZED;
  },
};

const squeezed = geoTransform({
  point(x, y) {
    this.stream.point(x * FLAT_SQUEEZE, y);
  },
});

function build(sheet: Sheet): void {
  const { tolerance } = sheet;
  const coast = rings(sheet, densify(merge(atlas, countries.geometries as Country[])));
  const hatched = policy.areas.map((area) => ({ id: area.id, rings: outline(sheet, area) }));
  const borders = sortBorders(sheet);
  const keep = (ring: Line): boolean => Math.abs(ringArea(ring)) >= SMALLEST_ISLAND || nearAnArea(sheet, ring);
  const output = {
    units: UNITS_PER_DEGREE,
    ...sheet.ends,
    land: encodePath(
      coast.filter(keep).map((ring) => simplify(ring, tolerance, true)),
      true,
    ),
    borders: encodePath(
      join(borders.solid).map((line) => simplify(line, tolerance, false)),
      false,
    ),
    dashed: encodePath(
      [...join(borders.dashed), ...edges(sheet)].map((line) => simplify(line, tolerance, false)),
      false,
    ),
    hatched: hatched.map((area) => ({
      id: area.id,
      path: encodePath(
        area.rings.map((ring) => simplify(ring, () => 0.5, true)),
        true,
      ),
    })),
  };
  const text = `${JSON.stringify(output, null, 0)}\n`;
  writeFileSync(new URL(`assets/map/${sheet.file}`, here), text);
  const parts = [output.land, output.borders, output.dashed].map((path) => `${(path.length / 1000).toFixed(1)}k`).join(' ');
  console.error(
    `${sheet.file} ${(text.length / 1000).toFixed(1)} kB, gz ${(gzipSync(text, { level: 9 }).length / 1000).toFixed(1)} kB (land borders dashed: ${parts})`,
  );
}

/** Every ring or line of a geometry after projection and clipping. */
function rings(sheet: Sheet, geometry: GeoJSON): Line[] {
  const out: Line[] = [];
  let current: [number, number][] = [];
  geoStream(
    geometry,
    sheet.stream({
      point: (x, y) => {
        current.push([x, y]);
      },
      lineStart: () => {
        current = [];
      },
      lineEnd: () => {
        if (current.length > 1) out.push(current);
      },
      polygonStart: () => undefined,
      polygonEnd: () => undefined,
    }),
  );
  return out;
}

function ringArea(ring: Line): number {
  return (
    ring.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0) / 2
  );
}

function nearAnArea(sheet: Sheet, ring: Line): boolean {
  const [x, y] = ring[0] ?? [0, 0];
  const { lat, lon } = sheet.plane.unproject({ x, y });
  return policy.areas.some((area) => (area.rings ?? []).some((outer) => inRing(outer, [lon, lat])));
}

function named(name: string): Shape {
  const found = shapes.find((shape) => shape.properties.name === name);
  if (found === undefined) throw new Error(`disputed.json names "${name}", which world-atlas does not have`);
  return found;
}

/** The hatched rings of an area, projected. */
function outline(sheet: Sheet, area: Area): Line[] {
  if (area.country !== undefined) return rings(sheet, densify(named(area.country).geometry));
  const wanted = area.rings ?? [];
  const within = area.within;
  const polygons =
    within === undefined
      ? wanted.map((ring) => ring.map((point) => [...point]))
      : wanted.flatMap((ring) => polygonsOf(named(within)).map((polygon) => clipToConvex(polygon[0] ?? [], ring)));
  return polygons.filter((ring) => ring.length > 2).map((ring) => projectRing(sheet, ring));
}

function polygonsOf(shape: Shape): Position[][][] {
  return shape.geometry.type === 'Polygon' ? [shape.geometry.coordinates] : shape.geometry.coordinates;
}

/** Hand-made rings may wind either way, which d3 reads as the rest of the globe; a line has no such trap. */
function projectRing(sheet: Sheet, ring: readonly Position[]): Line {
  const closed = [...ring, ring[0] as Position];
  return (rings(sheet, densify({ type: 'LineString', coordinates: closed }))[0] ?? []).slice(0, -1);
}

function edges(sheet: Sheet): Line[] {
  return policy.areas.flatMap((area) =>
    area.edge === undefined
      ? []
      : rings(sheet, densify({ type: 'LineString', coordinates: area.edge.map((point) => [...point]) })),
  );
}

/** Parts the border lines into those all draw and those in dispute, segment by segment. */
function sortBorders(sheet: Sheet): { readonly solid: Line[]; readonly dashed: Line[] } {
  const pairs = new Set(
    policy.dashedBetween.flatMap(({ pair }) => {
      pair.forEach(named);
      return [pair.join('|'), [...pair].reverse().join('|')];
    }),
  );
  const isPair = (a: Country, b: Country): boolean => pairs.has(`${a.properties?.name}|${b.properties?.name}`);
  const some = (test: (a: Country, b: Country) => boolean): MultiLineString =>
    mesh(atlas, countries, (a, b) => a !== b && test(a as Country, b as Country));
  const dashed: Position[][] = some(isPair).coordinates.map((line) => [...line]);
  const solid: Position[][] = [];
  for (const line of some((a, b) => !isPair(a, b)).coordinates) {
    for (let i = 1; i < line.length; i += 1) {
      const [from, to] = [line[i - 1] as Position, line[i] as Position];
      const middle = [((from[0] ?? 0) + (to[0] ?? 0)) / 2, ((from[1] ?? 0) + (to[1] ?? 0)) / 2];
      ([from, to, middle].some(inDispute) ? dashed : solid).push([from, to]);
    }
  }
  return { solid: projectLines(sheet, solid), dashed: projectLines(sheet, dashed) };
}

function projectLines(sheet: Sheet, lines: readonly Position[][]): Line[] {
  return lines.flatMap((line) => rings(sheet, densify({ type: 'LineString', coordinates: line })));
}

function inDispute(place: Position): boolean {
  return policy.areas.some((area) => {
    if (area.lines !== undefined && inRing(area.lines, place)) return true;
    // Areas cut at a border end there: that border is drawn by every claimant, so only strict insides count.
    if (area.within !== undefined || area.country !== undefined) return false;
    return (area.rings ?? []).some((ring) => inRing(ring, place));
  });
}

function inRing(ring: readonly Position[], [lon = 0, lat = 0]: Position): boolean {
  let inside = false;
  ring.forEach(([x = 0, y = 0], i) => {
    const [px = 0, py = 0] = ring[(i + ring.length - 1) % ring.length] ?? [];
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
  });
  return inside;
}

/** Joins segments that meet end to end, so that dashes run on and the path stays short. */
function join(lines: readonly Line[]): Line[] {
  const key = ([x, y]: readonly [number, number]): string => `${x.toFixed(2)},${y.toFixed(2)}`;
  const out: (readonly [number, number])[][] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const end = last?.at(-1);
    if (last !== undefined && end !== undefined && line[0] !== undefined && key(end) === key(line[0]))
      last.push(...line.slice(1));
    else out.push([...line]);
  }
  return out;
}

for (const area of policy.areas) {
  for (const sample of area.samples) {
    if (area.within !== undefined && !geoContains(named(area.within), sample as [number, number])) {
      throw new Error(`a sample of ${area.id} lies outside ${area.within}`);
    }
  }
}
build(polarSheet);
build(flatSheet);

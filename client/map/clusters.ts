// Clusters: which sites share one badge at this zoom, and where every mark stands so that no two lie on one another.
import type { MapSite } from './picture.ts';
import type { Point } from './projection.ts';

export interface Mark {
  /** The site's id, or "cluster:" and the id of the site of most weight in it. */
  readonly id: string;
  /** The sites it stands for, heaviest first; one of them when it is no cluster. */
  readonly sites: readonly MapSite[];
  /** Where the place really is on the screen, and where the mark is drawn. */
  readonly anchor: Point;
  readonly at: Point;
  readonly radius: number;
}

export interface Spot {
  readonly site: MapSite;
  readonly at: Point;
  readonly radius: number;
}

export interface ClusterOptions {
  readonly distance: number;
  /** A site that must stand alone: the selected one. */
  readonly alone: string | null;
}

export interface Screen {
  readonly width: number;
  readonly height: number;
}

/** Marks never leave their place by more than this; a thin leader shows the true place. */
const FARTHEST_PUSH = 26;
const ROUNDS = 40;
const GAP = 3;
/** Air between a mark and the edge of the screen. */
const EDGE = 2;

/** Gathers sites of one side that are nearer than the distance to a heavier one; cities are never gathered. */
export function cluster(spots: readonly Spot[], options: ClusterOptions): readonly Mark[] {
  const order = spots.toSorted((a, b) => b.site.priority - a.site.priority || (a.site.id < b.site.id ? -1 : 1));
  const taken = new Set<string>();
  const marks: Mark[] = [];
  for (const seed of order) {
    if (taken.has(seed.site.id)) continue;
    const mayGather = seed.site.glyph !== 'city' && seed.site.id !== options.alone;
    const near = mayGather ? order.filter((spot) => !taken.has(spot.site.id) && gathers(seed, spot, options)) : [seed];
    for (const spot of near) taken.add(spot.site.id);
    const anchor = near.length === 1 ? seed.at : middle(near);
    marks.push({
      id: near.length === 1 ? seed.site.id : `cluster:${seed.site.id}`,
      sites: near.map((spot) => spot.site),
      anchor,
      at: anchor,
      radius: seed.radius,
    });
  }
  return marks;
}

function gathers(seed: Spot, spot: Spot, options: ClusterOptions): boolean {
  if (spot === seed) return true;
  if (spot.site.side !== seed.site.side || spot.site.glyph === 'city' || spot.site.id === options.alone) return false;
  return Math.hypot(spot.at.x - seed.at.x, spot.at.y - seed.at.y) < options.distance;
}

function middle(spots: readonly Spot[]): Point {
  const sum = spots.reduce((total, { at }) => ({ x: total.x + at.x, y: total.y + at.y }), { x: 0, y: 0 });
  return { x: sum.x / spots.length, y: sum.y / spots.length };
}

/** Pushes marks that touch apart, the lighter one more; cities do not move, they are places. None is pushed off the screen. */
export function pushApart(marks: readonly Mark[], screen: Screen): readonly Mark[] {
  const at = marks.map((mark) => ({ ...mark.at }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (let i = 0; i < marks.length; i += 1) {
      for (let j = i + 1; j < marks.length; j += 1) moved = part(marks, at, i, j) || moved;
    }
    if (!moved) break;
    for (const [i, mark] of marks.entries()) at[i] = onScreen(mark, at[i] ?? mark.at, screen);
  }
  return marks.map((mark, i) => ({ ...mark, at: onScreen(mark, withinReach(mark.anchor, at[i] ?? mark.at), screen) }));
}

/** Where a mark is wholly to be seen, if its place is; what lies beyond an edge may stay there. */
function onScreen({ anchor, radius }: Mark, at: Point, { width, height }: Screen): Point {
  const along = (place: number, wanted: number, size: number): number => {
    const [least, most] = [Math.min(place, radius + EDGE), Math.max(place, size - radius - EDGE)];
    return place < 0 || place > size ? wanted : Math.max(least, Math.min(most, wanted));
  };
  return { x: along(anchor.x, at.x, width), y: along(anchor.y, at.y, height) };
}

function part(marks: readonly Mark[], at: { x: number; y: number }[], i: number, j: number): boolean {
  const [a, b, p, q] = [marks[i], marks[j], at[i], at[j]];
  if (a === undefined || b === undefined || p === undefined || q === undefined) return false;
  const wanted = a.radius + b.radius + GAP;
  let [dx, dy] = [q.x - p.x, q.y - p.y];
  if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) return false;
  let apart = Math.hypot(dx, dy);
  if (apart >= wanted) return false;
  // Two marks on one point part along a direction that depends on their order only, so every browser agrees.
  if (apart < 0.01) [dx, dy, apart] = [Math.cos(i + 2 * j), Math.sin(i + 2 * j), 1];
  const overlap = wanted - Math.hypot(q.x - p.x, q.y - p.y);
  const [firstMoves, secondMoves] = shares(a, b);
  p.x -= (dx / apart) * overlap * firstMoves;
  p.y -= (dy / apart) * overlap * firstMoves;
  q.x += (dx / apart) * overlap * secondMoves;
  q.y += (dy / apart) * overlap * secondMoves;
  return overlap > 0.05;
}

/** Which part of an overlap each of two marks gives way by; the first is the heavier. */
function shares(a: Mark, b: Mark): readonly [number, number] {
  const [aIsCity, bIsCity] = [a.sites[0]?.glyph === 'city', b.sites[0]?.glyph === 'city'];
  if (aIsCity === bIsCity) return [0.35, 0.65];
  return aIsCity ? [0, 1] : [1, 0];
}

function withinReach(anchor: Point, at: Point): Point {
  const away = Math.hypot(at.x - anchor.x, at.y - anchor.y);
  if (away <= FARTHEST_PUSH) return at;
  return { x: anchor.x + ((at.x - anchor.x) * FARTHEST_PUSH) / away, y: anchor.y + ((at.y - anchor.y) * FARTHEST_PUSH) / away };
}

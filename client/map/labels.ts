// Labels: which names can be written, and where, so that none touches another, an icon or the edge of the screen.
import type { Point } from './projection.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelWish {
  readonly id: string;
  readonly at: Point;
  /** Distance from the point to the nearest edge of the text. */
  readonly clear: number;
  readonly width: number;
  readonly height: number;
  readonly priority: number;
  /** A sea's name lies over its point; a site's stands beside it. */
  readonly isCentred: boolean;
  /** Where nothing beside it is free, the text may stand farther off at the end of a thin line. */
  readonly mayStray: boolean;
}

/** A thin line from a mark to a label that had to stand off. */
export interface Leader {
  readonly from: Point;
  readonly to: Point;
}

export interface PlacedLabel extends Rect {
  readonly id: string;
  readonly leader: Leader | null;
}

export interface LabelRoom {
  readonly width: number;
  readonly height: number;
  /** Nothing may cover these. */
  readonly hard: readonly Rect[];
  /** Points better left free: tracks run through them. */
  readonly soft: readonly Point[];
}

const EDGE = 4;
const BETWEEN = 2;

/**
 * Greedy by priority: each wish takes the anchor that covers the fewest soft points. What finds none may afterwards stray,
 * again by priority, so that nobody loses his place to a stray; the rest is not written at all.
 */
export function placeLabels(wishes: readonly LabelWish[], room: LabelRoom): readonly PlacedLabel[] {
  const order = wishes.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  const placed: PlacedLabel[] = [];
  const isFree = (rect: Rect): boolean => fits(rect, room) && !placed.some((other) => touch(rect, other, BETWEEN));
  for (const wish of order) {
    const best = cheapest(anchors(wish).filter(isFree), room);
    // A sea's name is an ornament: it gives way even to a track.
    if (best !== null && !(wish.isCentred && softHits(best, room.soft) > 0)) placed.push({ id: wish.id, ...best, leader: null });
  }
  const isPlaced = new Set(placed.map(({ id }) => id));
  for (const wish of order.filter(({ id, mayStray }) => mayStray && !isPlaced.has(id))) {
    const stray = STRAYS.map((way) => strayAt(wish, way)).find(
      ({ rect, leader }) => isFree(rect) && !liesOnLeader(rect, placed) && isClear(leader, placed, room),
    );
    if (stray !== undefined) placed.push({ id: wish.id, ...stray.rect, leader: stray.leader });
  }
  return placed;
}

function cheapest(rects: readonly Rect[], room: LabelRoom): Rect | null {
  let [best, least]: [Rect | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const rect of rects) {
    const cost = softHits(rect, room.soft);
    if (cost < least) [best, least] = [rect, cost];
  }
  return best;
}

interface Way {
  readonly angle: number;
  readonly distance: number;
}

const STRAY_DISTANCES_PX = [14, 26, 40, 56, 74, 92] as const;
const DIRECTIONS = 24;
/** Nearer before farther, to the right before the left. */
const STRAYS: readonly Way[] = STRAY_DISTANCES_PX.flatMap((distance) =>
  Array.from({ length: DIRECTIONS }, (_, i) => {
    const step = i % 2 === 0 ? -i / 2 : (i + 1) / 2;
    return { angle: (step * 2 * Math.PI) / DIRECTIONS, distance };
  }),
);
const LEADER_STEP_PX = 5;

function strayAt({ at, clear, width, height }: LabelWish, { angle, distance }: Way): { rect: Rect; leader: Leader } {
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  const end = { x: at.x + x * (clear + distance), y: at.y + y * (clear + distance) };
  const rect = {
    x: Math.round(end.x + (x * width) / 2 - width / 2),
    y: Math.round(end.y + (y * height) / 2 - height / 2),
    width,
    height,
  };
  return { rect, leader: { from: { x: at.x + x * (clear - 3), y: at.y + y * (clear - 3) }, to: end } };
}

function liesOnLeader(rect: Rect, placed: readonly PlacedLabel[]): boolean {
  return placed.some(({ leader }) => leader !== null && dotsOf(leader).some((dot) => touch(rect, dot, BETWEEN)));
}

/** A leader runs through no icon, no label and no other leader's end: else nobody could tell whose it is. */
function isClear(leader: Leader, placed: readonly PlacedLabel[], room: LabelRoom): boolean {
  return dotsOf(leader).every((dot) => {
    const isOnLeader = placed.some(
      (other) => other.leader !== null && distanceTo(other.leader, dot.x + 1, dot.y + 1) < LEADER_STEP_PX,
    );
    return !isOnLeader && !room.hard.some((rect) => touch(rect, dot, 0)) && !placed.some((label) => touch(label, dot, 0));
  });
}

/** Squares of 2 px along a leader, both ends among them, LEADER_STEP_PX apart or less. */
function dotsOf({ from, to }: Leader): readonly Rect[] {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / LEADER_STEP_PX);
  return Array.from({ length: steps + 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / steps - 1,
    y: from.y + ((to.y - from.y) * i) / steps - 1,
    width: 2,
    height: 2,
  }));
}

function distanceTo({ from, to }: Leader, x: number, y: number): number {
  const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2 || 1;
  const part = Math.max(0, Math.min(1, ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / length));
  return Math.hypot(from.x + part * (to.x - from.x) - x, from.y + part * (to.y - from.y) - y);
}

/** Right, left, above and below to the right, above, below, above and below to the left; a reader looks to the right first. */
function anchors({ at, clear, width, height, isCentred }: LabelWish): readonly Rect[] {
  const rect = (x: number, y: number): Rect => ({ x: Math.round(x), y: Math.round(y), width, height });
  const middle = at.y - height / 2;
  if (isCentred)
    return [rect(at.x - width / 2, middle), rect(at.x - width / 2, middle + height), rect(at.x - width / 2, middle - height)];
  const near = clear * 0.55;
  return [
    rect(at.x + clear, middle),
    rect(at.x - clear - width, middle),
    rect(at.x + near, at.y - clear - height * 0.75),
    rect(at.x + near, at.y + clear - height * 0.25),
    rect(at.x - width / 2, at.y - clear - height),
    rect(at.x - width / 2, at.y + clear),
    rect(at.x - near - width, at.y - clear - height * 0.75),
    rect(at.x - near - width, at.y + clear - height * 0.25),
  ];
}

function fits(rect: Rect, room: LabelRoom): boolean {
  if (rect.x < EDGE || rect.y < EDGE || rect.x + rect.width > room.width - EDGE || rect.y + rect.height > room.height - EDGE)
    return false;
  return !room.hard.some((other) => touch(rect, other, 0));
}

export function touch(a: Rect, b: Rect, gap: number): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

function softHits(rect: Rect, points: readonly Point[]): number {
  return points.filter((p) => p.x > rect.x && p.x < rect.x + rect.width && p.y > rect.y && p.y < rect.y + rect.height).length;
}

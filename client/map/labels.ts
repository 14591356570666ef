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
}

export interface PlacedLabel extends Rect {
  readonly id: string;
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

/** Greedy by priority: each wish takes the anchor that covers the fewest soft points, or is not written at all. */
export function placeLabels(wishes: readonly LabelWish[], room: LabelRoom): readonly PlacedLabel[] {
  const order = wishes.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  const placed: PlacedLabel[] = [];
  for (const wish of order) {
    const free = anchors(wish).filter((rect) => fits(rect, room) && !placed.some((other) => touch(rect, other, BETWEEN)));
    const best = free
      .map((rect) => ({ rect, cost: softHits(rect, room.soft) }))
      .reduce<{ rect: Rect; cost: number } | null>(
        (least, next) => (least === null || next.cost < least.cost ? next : least),
        null,
      );
    // A sea's name is an ornament: it gives way even to a track.
    if (best !== null && !(wish.isCentred && best.cost > 0)) placed.push({ id: wish.id, ...best.rect });
  }
  return placed;
}

/** Right, left, above right, below right, above, below; a reader looks to the right first. */
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

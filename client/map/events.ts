// Marks of what has happened at a place: each kind has a shape of its own, in the colour of whose it was.
import { placeOnScreen, type View } from './camera.ts';
import { accent } from './palette.ts';
import type { MapEvent } from './picture.ts';
import type { Point } from './projection.ts';

/** Outside an icon's frame and its ring. */
export const EVENT_RADIUS = 18;

type Kind = MapEvent['kind'];

export function paintEvents(ctx: CanvasRenderingContext2D, events: readonly MapEvent[], view: View): void {
  for (const event of events) {
    const at = placeOnScreen(view, event);
    ctx.strokeStyle = 'rgba(3, 9, 17, 0.8)';
    ctx.lineWidth = 4;
    strokeEvent(ctx, event.kind, at);
    ctx.strokeStyle = accent(event.side, 0.95);
    ctx.lineWidth = 1.6;
    strokeEvent(ctx, event.kind, at);
  }
}

function strokeEvent(ctx: CanvasRenderingContext2D, kind: Kind, at: Point): void {
  ctx.lineCap = 'round';
  ctx.beginPath();
  SHAPES[kind](ctx, at);
  ctx.stroke();
  ctx.lineCap = 'butt';
}

type Shape = (ctx: CanvasRenderingContext2D, at: Point) => void;

const SHAPES: Readonly<Record<Kind, Shape>> = {
  /** Four arcs: something was ordered here. */
  order: (ctx, at) => arcs(ctx, at, { radius: EVENT_RADIUS, count: 4, half: 0.4 }),
  /** A ring of short rays, as of troops drawn up. */
  exercise: (ctx, at) => rays(ctx, at, { from: EVENT_RADIUS - 2, to: EVENT_RADIUS + 4, count: 12 }),
  /** A peak over the place and its foot: what goes up comes down. */
  test(ctx, at) {
    const [wide, high] = [EVENT_RADIUS * 0.8, EVENT_RADIUS + 7];
    ctx.moveTo(at.x - wide, at.y - EVENT_RADIUS + 2);
    ctx.quadraticCurveTo(at.x - wide * 0.3, at.y - high, at.x, at.y - high);
    ctx.quadraticCurveTo(at.x + wide * 0.3, at.y - high, at.x + wide, at.y - EVENT_RADIUS + 2);
    arcs(ctx, at, { radius: EVENT_RADIUS, count: 1, half: 0.9 });
  },
  /** Two brackets, as round words. */
  statement(ctx, at) {
    for (const side of [-1, 1]) {
      const x = at.x + side * EVENT_RADIUS;
      ctx.moveTo(x - side * 5, at.y - EVENT_RADIUS * 0.7);
      ctx.lineTo(x, at.y - EVENT_RADIUS * 0.7);
      ctx.lineTo(x, at.y + EVENT_RADIUS * 0.7);
      ctx.lineTo(x - side * 5, at.y + EVENT_RADIUS * 0.7);
    }
  },
  /** Rays to the four corners, as of a clash. */
  incident: (ctx, at) => rays(ctx, at, { from: EVENT_RADIUS - 3, to: EVENT_RADIUS + 6, count: 4, turned: Math.PI / 4 }),
  /** Arrowheads from four sides: the site is held at risk. */
  forward(ctx, at) {
    for (const [x, y] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const [tip, tail, wing] = [EVENT_RADIUS - 2, EVENT_RADIUS + 5, 5];
      ctx.moveTo(at.x + x * tail + y * wing, at.y + y * tail + x * wing);
      ctx.lineTo(at.x + x * tip, at.y + y * tip);
      ctx.lineTo(at.x + x * tail - y * wing, at.y + y * tail - x * wing);
    }
  },
  /** An eye's two lids over and under the place. */
  inspection(ctx, at) {
    for (const lid of [-1, 1]) {
      ctx.moveTo(at.x - EVENT_RADIUS - 3, at.y);
      ctx.quadraticCurveTo(at.x, at.y + lid * EVENT_RADIUS * 1.9, at.x + EVENT_RADIUS + 3, at.y);
    }
  },
  crisis(ctx, at) {
    arcs(ctx, at, { radius: EVENT_RADIUS, count: 4, half: 0.4 });
    arcs(ctx, at, { radius: EVENT_RADIUS + 4, count: 4, half: 0.4 });
  },
  /** A small cross on the path. */
  interception(ctx, at) {
    for (const slope of [-1, 1]) {
      ctx.moveTo(at.x - 4, at.y - 4 * slope);
      ctx.lineTo(at.x + 4, at.y + 4 * slope);
    }
  },
  /** A closed ring. */
  arrival: (ctx, at) => arcs(ctx, at, { radius: 9, count: 1, half: Math.PI }),
};

interface Arcs {
  readonly radius: number;
  readonly count: number;
  readonly half: number;
}

/** Arcs spread evenly from the lower right on; a single one stands below. */
function arcs(ctx: CanvasRenderingContext2D, at: Point, { radius, count, half }: Arcs): void {
  for (let i = 0; i < count; i += 1) {
    const middle = count === 1 ? Math.PI / 2 : (i * 2 * Math.PI) / count + Math.PI / 4;
    ctx.moveTo(at.x + radius * Math.cos(middle - half), at.y + radius * Math.sin(middle - half));
    ctx.arc(at.x, at.y, radius, middle - half, middle + half);
  }
}

interface Rays {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly turned?: number;
}

function rays(ctx: CanvasRenderingContext2D, at: Point, { from, to, count, turned = 0 }: Rays): void {
  for (let i = 0; i < count; i += 1) {
    const angle = turned + (i * 2 * Math.PI) / count;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    ctx.moveTo(at.x + x * from, at.y + y * from);
    ctx.lineTo(at.x + x * to, at.y + y * to);
  }
}

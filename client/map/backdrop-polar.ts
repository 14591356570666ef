// The polar map's backdrop: a round plotting table about the Pole.
import {
  type Backdrop,
  FRAME,
  GRATICULE_STEP_DEG,
  graded,
  MERIDIAN_STEP_DEG,
  paintLatitudes,
  SEA_STOPS,
  tickLength,
  toUnits,
} from './backdrop.ts';
import { toScreen, type View } from './camera.ts';
import { ROOM } from './palette.ts';
import { CLIP_RADIUS, DOWN_MERIDIAN_DEG, POLAR } from './projection.ts';

const FRAME_RADIUS = CLIP_RADIUS * 0.972;
const FIGURES_BEYOND_PX = 22;

export function polarBackdrop(): Backdrop {
  return {
    edge: disc(CLIP_RADIUS),
    graticule: graticule(),
    stage: disc(CLIP_RADIUS * 0.94),
    sea: (ctx) => graded(ctx.createRadialGradient(0, 0, 0, 0, 0, CLIP_RADIUS), SEA_STOPS),
    land: (ctx) =>
      graded(ctx.createRadialGradient(0, 0, 0, 0, 0, CLIP_RADIUS * 0.9), [
        [0, ROOM.landCore],
        [1, ROOM.landRim],
      ]),
    paintFade,
    paintFrame,
    paintDegrees,
  };
}

function disc(radius: number): Path2D {
  const path = new Path2D();
  path.arc(0, 0, radius, 0, 2 * Math.PI);
  return path;
}

function graticule(): Path2D {
  const path = new Path2D();
  for (let degrees = GRATICULE_STEP_DEG; degrees <= 100; degrees += GRATICULE_STEP_DEG) path.addPath(disc(toUnits(degrees)));
  for (let lon = -180; lon < 180; lon += MERIDIAN_STEP_DEG) {
    const [from, to] = [POLAR.project({ lat: 80, lon }), POLAR.project({ lat: -10, lon })];
    path.moveTo(from.x, from.y);
    path.lineTo(to.x, to.y);
  }
  return path;
}

/** The south sinks into the dark before the projection stretches it. */
function paintFade(ctx: CanvasRenderingContext2D): void {
  ctx.fillStyle = graded(ctx.createRadialGradient(0, 0, 0, 0, 0, CLIP_RADIUS), [
    [0, 'rgba(2, 6, 12, 0)'],
    [0.7, 'rgba(2, 6, 12, 0)'],
    [0.87, 'rgba(2, 6, 12, 0.55)'],
    [0.97, 'rgba(2, 6, 12, 1)'],
  ]);
  ctx.fillRect(-CLIP_RADIUS, -CLIP_RADIUS, 2 * CLIP_RADIUS, 2 * CLIP_RADIUS);
}

function paintFrame(ctx: CanvasRenderingContext2D, pixel: number): void {
  ctx.strokeStyle = FRAME.line;
  ctx.lineWidth = pixel;
  ctx.stroke(disc(FRAME_RADIUS));
  const ticks = new Path2D();
  for (let lon = -180; lon < 180; lon += 5) {
    const angle = (lon * Math.PI) / 180;
    const outer = FRAME_RADIUS + tickLength(lon) * pixel;
    ticks.moveTo(FRAME_RADIUS * Math.sin(angle), FRAME_RADIUS * Math.cos(angle));
    ticks.lineTo(outer * Math.sin(angle), outer * Math.cos(angle));
  }
  ctx.strokeStyle = FRAME.ticks;
  ctx.stroke(ticks);
}

/** On two ocean meridians and round the frame. */
function paintDegrees(ctx: CanvasRenderingContext2D, view: View): void {
  paintLatitudes(ctx, view, [-28, -170]);
  for (let lon = -180; lon < 180; lon += MERIDIAN_STEP_DEG) {
    const angle = ((lon - DOWN_MERIDIAN_DEG) * Math.PI) / 180;
    const reach = FRAME_RADIUS + FIGURES_BEYOND_PX / view.scale;
    const at = toScreen(view, { x: reach * Math.sin(angle), y: reach * Math.cos(angle) });
    ctx.fillText(`${Math.abs(lon)}°`, at.x, at.y);
  }
}

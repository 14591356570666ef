// The flat map's backdrop: a chart with the Pole as its upper edge, cut in mid-Atlantic, and dark towards the south.
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
import { FLAT, FLAT_LEVEL_DEG, FLAT_SOUTH_DEG, MIDDLE_MERIDIAN_DEG } from './projection.ts';

const HALF = FLAT.turn / 2;
const TOP = toUnits(FLAT_LEVEL_DEG - 90);
const BOTTOM = toUnits(FLAT_LEVEL_DEG - FLAT_SOUTH_DEG);
/** The chart is brightest over the Bering Sea, where the tracks of all three powers gather. */
const BRIGHT = { x: toUnits(6), y: toUnits(-12), radius: HALF * 1.25 } as const;
/** The cut fades over this width, so that nobody takes it for a coast. */
const CUT_FADE = toUnits(5);
const FIGURES_BEYOND_PX = 11;
/** As high as the widest screen leaves free above the chart. */
const GLOW = toUnits(48);

export function flatBackdrop(): Backdrop {
  return {
    edge: sheet(0),
    graticule: graticule(),
    stage: sheet(1),
    sea: (ctx) => graded(ctx.createRadialGradient(BRIGHT.x, BRIGHT.y, 0, BRIGHT.x, BRIGHT.y, BRIGHT.radius), SEA_STOPS),
    land: (ctx) =>
      graded(ctx.createLinearGradient(0, TOP, 0, BOTTOM), [
        [0, ROOM.landCore],
        [0.55, ROOM.landCore],
        [1, ROOM.landRim],
      ]),
    paintFade,
    paintFrame,
    paintDegrees,
  };
}

function sheet(inset: number): Path2D {
  const path = new Path2D();
  // Land is cut off in the south by a straight line, which would be drawn as a coast.
  path.rect(-HALF + inset, TOP, 2 * (HALF - inset), BOTTOM - TOP - toUnits(4));
  return path;
}

function graticule(): Path2D {
  const path = new Path2D();
  for (let lat = 80; lat > FLAT_SOUTH_DEG; lat -= GRATICULE_STEP_DEG) {
    path.moveTo(-HALF, toUnits(FLAT_LEVEL_DEG - lat));
    path.lineTo(HALF, toUnits(FLAT_LEVEL_DEG - lat));
  }
  for (let lon = -180; lon < 180; lon += MERIDIAN_STEP_DEG) {
    const { x } = FLAT.project({ lat: 0, lon });
    path.moveTo(x, TOP);
    path.lineTo(x, BOTTOM);
  }
  return path;
}

function paintFade(ctx: CanvasRenderingContext2D): void {
  ctx.fillStyle = graded(ctx.createLinearGradient(0, toUnits(FLAT_LEVEL_DEG - 16), 0, BOTTOM), [
    [0, 'rgba(2, 6, 12, 0)'],
    [0.5, 'rgba(2, 6, 12, 0.6)'],
    [0.9, 'rgba(2, 6, 12, 1)'],
  ]);
  ctx.fillRect(-HALF, TOP, 2 * HALF, BOTTOM - TOP);
  for (const [from, to] of [
    [-HALF, -HALF + CUT_FADE],
    [HALF, HALF - CUT_FADE],
  ] as const) {
    ctx.fillStyle = graded(ctx.createLinearGradient(from, 0, to, 0), [
      [0, 'rgba(2, 6, 12, 0.9)'],
      [1, 'rgba(2, 6, 12, 0)'],
    ]);
    ctx.fillRect(Math.min(from, to), TOP, CUT_FADE, BOTTOM - TOP);
  }
}

/** The Pole's line with its ticks, and the two sides of the cut, dashed: the same meridian twice. */
function paintFrame(ctx: CanvasRenderingContext2D, pixel: number): void {
  paintGlow(ctx);
  ctx.lineWidth = pixel;
  ctx.strokeStyle = FRAME.line;
  const frame = new Path2D();
  frame.moveTo(-HALF, TOP);
  frame.lineTo(HALF, TOP);
  ctx.stroke(frame);
  const cut = new Path2D();
  for (const x of [-HALF, HALF]) {
    cut.moveTo(x, TOP);
    cut.lineTo(x, toUnits(FLAT_LEVEL_DEG + 5));
  }
  ctx.setLineDash([2 * pixel, 4 * pixel]);
  ctx.stroke(cut);
  ctx.setLineDash([]);
  const ticks = new Path2D();
  for (let lon = -180; lon < 180; lon += 5) {
    const { x } = FLAT.project({ lat: 90, lon });
    ticks.moveTo(x, TOP);
    ticks.lineTo(x, TOP - tickLength(lon) * pixel);
  }
  ctx.strokeStyle = FRAME.ticks;
  ctx.stroke(ticks);
}

/** Above the Pole there is no Earth: a screen taller than the chart shows a night sky over it rather than a bar. */
function paintGlow(ctx: CanvasRenderingContext2D): void {
  ctx.fillStyle = graded(ctx.createLinearGradient(0, TOP, 0, TOP - GLOW), [
    [0, 'rgba(24, 78, 118, 0.55)'],
    [0.3, 'rgba(14, 48, 78, 0.38)'],
    [1, 'rgba(8, 29, 50, 0)'],
  ]);
  ctx.fillRect(-HALF, TOP - GLOW, 2 * HALF, GLOW);
}

/** On two ocean meridians and along the Pole's line. */
function paintDegrees(ctx: CanvasRenderingContext2D, view: View): void {
  paintLatitudes(ctx, view, [-40, -175]);
  for (let lon = -180; lon < 180; lon += MERIDIAN_STEP_DEG) {
    if (lon === MIDDLE_MERIDIAN_DEG - 180) continue;
    const at = toScreen(view, FLAT.project({ lat: 90, lon }));
    ctx.fillText(`${Math.abs(lon)}°`, at.x, at.y - FIGURES_BEYOND_PX - 8);
  }
}

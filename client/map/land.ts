// The ground: sea, land, borders and hatched disputed land, painted by Path2D into a canvas.
import type { Backdrop } from './backdrop.ts';
import type { View } from './camera.ts';
import { FONT_FAMILY, ROOM } from './palette.ts';

/** Land as scripts/land.ts wrote it: SVG paths in the world units of one projection. */
interface LandPaths {
  readonly land: string;
  readonly borders: string;
  readonly dashed: string;
  readonly hatched: readonly { readonly path: string }[];
}

export interface Ground {
  readonly backdrop: Backdrop;
  paint(ctx: CanvasRenderingContext2D, view: View, sharpness: number): void;
}

const HATCH_SPACING_PX = 5;
/** The glow of water along the coast: wide and faint to narrow and less so, in screen pixels. */
const COAST_GLOW = [
  [22, 0.035],
  [13, 0.05],
  [7, 0.075],
  [3.4, 0.13],
] as const;

/** Parses the paths once; paint draws the view at sharpness device pixels per CSS pixel. */
export function createGround(land: LandPaths, backdrop: Backdrop): Ground {
  const paths = {
    backdrop,
    land: new Path2D(land.land),
    borders: new Path2D(land.borders),
    dashed: new Path2D(land.dashed),
    hatched: new Path2D(land.hatched.map((area) => area.path).join('')),
  };
  return {
    backdrop,
    paint(ctx, view, sharpness) {
      const pixel = 1 / view.scale;
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.fillStyle = ROOM.outside;
      ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
      const world = worldTransform(view, sharpness);
      ctx.setTransform(world);
      ctx.save();
      ctx.clip(backdrop.edge);
      paintSea(ctx, paths, pixel);
      paintLand(ctx, paths, pixel);
      paintHatch(ctx, paths, world, sharpness);
      paintBorders(ctx, paths, pixel);
      backdrop.paintFade(ctx);
      ctx.restore();
      backdrop.paintFrame(ctx, pixel);
      ctx.setTransform(sharpness, 0, 0, sharpness, 0, 0);
      ctx.font = `400 10px ${FONT_FAMILY}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillStyle = 'rgba(140, 190, 228, 0.42)';
      backdrop.paintDegrees(ctx, view);
    },
  };
}

interface Paths {
  readonly land: Path2D;
  readonly borders: Path2D;
  readonly dashed: Path2D;
  readonly hatched: Path2D;
  readonly backdrop: Backdrop;
}

/** From world units to the device pixels of a canvas that shows the view. */
export function worldTransform(view: View, sharpness: number): DOMMatrix {
  const k = view.scale * sharpness;
  return new DOMMatrix([k, 0, 0, k, (view.width / 2) * sharpness - view.x * k, (view.height / 2) * sharpness - view.y * k]);
}

function paintSea(ctx: CanvasRenderingContext2D, paths: Paths, pixel: number): void {
  ctx.fillStyle = paths.backdrop.sea(ctx);
  ctx.fill(paths.backdrop.edge);
  ctx.strokeStyle = 'rgba(120, 180, 225, 0.085)';
  ctx.lineWidth = pixel * 0.8;
  ctx.stroke(paths.backdrop.graticule);
  ctx.lineJoin = 'round';
  for (const [width, opacity] of COAST_GLOW) {
    ctx.strokeStyle = `rgba(72, 160, 222, ${opacity})`;
    ctx.lineWidth = width * pixel;
    ctx.stroke(paths.land);
  }
}

function paintLand(ctx: CanvasRenderingContext2D, paths: Paths, pixel: number): void {
  ctx.fillStyle = paths.backdrop.land(ctx);
  ctx.fill(paths.land, 'evenodd');
  ctx.save();
  ctx.clip(paths.land, 'evenodd');
  ctx.strokeStyle = 'rgba(140, 195, 232, 0.045)';
  for (const width of [16, 8, 4]) {
    ctx.lineWidth = width * pixel;
    ctx.stroke(paths.land);
  }
  ctx.strokeStyle = 'rgba(120, 180, 225, 0.04)';
  ctx.lineWidth = pixel * 0.8;
  ctx.stroke(paths.backdrop.graticule);
  ctx.restore();
  ctx.strokeStyle = ROOM.coast;
  ctx.lineWidth = pixel * 0.85;
  ctx.stroke(paths.land);
}

/** Diagonal hatching in the one neutral tone, the same for every area, cut at the coast. */
function paintHatch(ctx: CanvasRenderingContext2D, paths: Paths, world: DOMMatrix, sharpness: number): void {
  ctx.save();
  ctx.clip(paths.land, 'evenodd');
  ctx.clip(paths.hatched);
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  const { width, height } = ctx.canvas;
  const step = HATCH_SPACING_PX * sharpness;
  // Lines hang on the world's origin, so that they do not crawl when the picture is drawn again after a pan.
  paintHatching(ctx, { width, height, step, start: (((world.e + world.f) % step) + step) % step, line: sharpness });
  ctx.restore();
}

interface Hatching {
  readonly width: number;
  readonly height: number;
  readonly step: number;
  /** Where the first line meets the upper edge. */
  readonly start: number;
  readonly line: number;
}

/** Fills a rectangle from the corner with the hatching of disputed land. */
export function paintHatching(ctx: CanvasRenderingContext2D, { width, height, step, start, line }: Hatching): void {
  ctx.fillStyle = 'rgba(178, 200, 220, 0.10)';
  ctx.fillRect(0, 0, width, height);
  ctx.beginPath();
  for (let sum = start; sum < width + height; sum += step) {
    ctx.moveTo(sum, 0);
    ctx.lineTo(sum - height, height);
  }
  ctx.strokeStyle = 'rgba(190, 212, 232, 0.42)';
  ctx.lineWidth = line;
  ctx.stroke();
}

function paintBorders(ctx: CanvasRenderingContext2D, paths: Paths, pixel: number): void {
  ctx.strokeStyle = 'rgba(146, 184, 214, 0.36)';
  ctx.lineWidth = pixel * 0.65;
  ctx.stroke(paths.borders);
  ctx.save();
  ctx.clip(paths.land, 'evenodd');
  ctx.setLineDash([4 * pixel, 3.2 * pixel]);
  ctx.strokeStyle = 'rgba(190, 212, 232, 0.62)';
  ctx.lineWidth = pixel * 0.9;
  ctx.stroke(paths.dashed);
  ctx.restore();
}

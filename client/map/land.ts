// The ground: sea, land, borders, hatched disputed land and graticule, painted by Path2D into a canvas.
import land from '../../assets/map/land.json' with { type: 'json' };
import { toScreen, type View } from './camera.ts';
import { FONT_FAMILY, ROOM } from './palette.ts';
import { CLIP_RADIUS, project, UNITS_PER_DEGREE } from './projection.ts';

export interface Ground {
  paint(ctx: CanvasRenderingContext2D, view: View, sharpness: number): void;
}

const HATCH_SPACING_PX = 5;
const GRATICULE_STEP_DEG = 10;
const MERIDIAN_STEP_DEG = 30;
/** The glow of water along the coast: wide and faint to narrow and less so, in screen pixels. */
const COAST_GLOW = [
  [22, 0.035],
  [13, 0.05],
  [7, 0.075],
  [3.4, 0.13],
] as const;

/** Parses the paths once; paint draws the view at sharpness device pixels per CSS pixel. */
export function createGround(): Ground {
  const paths = {
    land: new Path2D(land.land),
    borders: new Path2D(land.borders),
    dashed: new Path2D(land.dashed),
    hatched: new Path2D(land.hatched.map((area) => area.path).join('')),
    graticule: graticule(),
    disc: disc(CLIP_RADIUS),
  };
  return {
    paint(ctx, view, sharpness) {
      const pixel = 1 / view.scale;
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.fillStyle = ROOM.outside;
      ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
      const world = worldTransform(view, sharpness);
      ctx.setTransform(world);
      ctx.save();
      ctx.clip(paths.disc);
      paintSea(ctx, paths, pixel);
      paintLand(ctx, paths, pixel);
      paintHatch(ctx, paths, world, sharpness);
      paintBorders(ctx, paths, pixel);
      paintFade(ctx);
      ctx.restore();
      paintBezel(ctx, pixel);
      ctx.setTransform(sharpness, 0, 0, sharpness, 0, 0);
      paintDegrees(ctx, view);
    },
  };
}

interface Paths {
  readonly land: Path2D;
  readonly borders: Path2D;
  readonly dashed: Path2D;
  readonly hatched: Path2D;
  readonly graticule: Path2D;
  readonly disc: Path2D;
}

function worldTransform(view: View, sharpness: number): DOMMatrix {
  const k = view.scale * sharpness;
  return new DOMMatrix([k, 0, 0, k, (view.width / 2) * sharpness - view.x * k, (view.height / 2) * sharpness - view.y * k]);
}

function disc(radius: number): Path2D {
  const path = new Path2D();
  path.arc(0, 0, radius, 0, 2 * Math.PI);
  return path;
}

function graticule(): Path2D {
  const path = new Path2D();
  for (let degrees = GRATICULE_STEP_DEG; degrees <= 100; degrees += GRATICULE_STEP_DEG)
    path.addPath(disc(degrees * UNITS_PER_DEGREE));
  for (let lon = -180; lon < 180; lon += MERIDIAN_STEP_DEG) {
    const [from, to] = [project({ lat: 80, lon }), project({ lat: -10, lon })];
    path.moveTo(from.x, from.y);
    path.lineTo(to.x, to.y);
  }
  return path;
}

function paintSea(ctx: CanvasRenderingContext2D, paths: Paths, pixel: number): void {
  const sea = ctx.createRadialGradient(0, 0, 0, 0, 0, CLIP_RADIUS);
  sea.addColorStop(0, ROOM.seaCore);
  sea.addColorStop(0.42, ROOM.seaMiddle);
  sea.addColorStop(0.85, ROOM.seaRim);
  ctx.fillStyle = sea;
  ctx.fill(paths.disc);
  ctx.strokeStyle = 'rgba(120, 180, 225, 0.085)';
  ctx.lineWidth = pixel * 0.8;
  ctx.stroke(paths.graticule);
  ctx.lineJoin = 'round';
  for (const [width, opacity] of COAST_GLOW) {
    ctx.strokeStyle = `rgba(72, 160, 222, ${opacity})`;
    ctx.lineWidth = width * pixel;
    ctx.stroke(paths.land);
  }
}

function paintLand(ctx: CanvasRenderingContext2D, paths: Paths, pixel: number): void {
  const tone = ctx.createRadialGradient(0, 0, 0, 0, 0, CLIP_RADIUS * 0.9);
  tone.addColorStop(0, ROOM.landCore);
  tone.addColorStop(1, ROOM.landRim);
  ctx.fillStyle = tone;
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
  ctx.stroke(paths.graticule);
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
  ctx.fillStyle = 'rgba(178, 200, 220, 0.10)';
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  const { width, height } = ctx.canvas;
  const step = HATCH_SPACING_PX * sharpness;
  // Lines hang on the world's origin, so that they do not crawl when the picture is drawn again after a pan.
  const start = (((world.e + world.f) % step) + step) % step;
  ctx.beginPath();
  for (let sum = start; sum < width + height; sum += step) {
    ctx.moveTo(sum, 0);
    ctx.lineTo(sum - height, height);
  }
  ctx.strokeStyle = 'rgba(190, 212, 232, 0.42)';
  ctx.lineWidth = sharpness;
  ctx.stroke();
  ctx.restore();
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

/** The south sinks into the dark before the projection stretches it. */
function paintFade(ctx: CanvasRenderingContext2D): void {
  const fade = ctx.createRadialGradient(0, 0, 0, 0, 0, CLIP_RADIUS);
  fade.addColorStop(0, 'rgba(2, 6, 12, 0)');
  fade.addColorStop(0.7, 'rgba(2, 6, 12, 0)');
  fade.addColorStop(0.87, 'rgba(2, 6, 12, 0.55)');
  fade.addColorStop(0.97, 'rgba(2, 6, 12, 1)');
  ctx.fillStyle = fade;
  ctx.fillRect(-CLIP_RADIUS, -CLIP_RADIUS, 2 * CLIP_RADIUS, 2 * CLIP_RADIUS);
}

/** A thin ring with ticks round the whole map, as on a plotting table. */
function paintBezel(ctx: CanvasRenderingContext2D, pixel: number): void {
  const radius = CLIP_RADIUS * 0.972;
  ctx.strokeStyle = 'rgba(120, 180, 225, 0.20)';
  ctx.lineWidth = pixel;
  ctx.stroke(disc(radius));
  const ticks = new Path2D();
  for (let lon = -180; lon < 180; lon += 5) {
    const angle = (lon * Math.PI) / 180;
    const length = lon % 30 === 0 ? 11 : lon % 10 === 0 ? 7 : 4;
    ticks.moveTo(radius * Math.sin(angle), radius * Math.cos(angle));
    ticks.lineTo((radius + length * pixel) * Math.sin(angle), (radius + length * pixel) * Math.cos(angle));
  }
  ctx.strokeStyle = 'rgba(120, 180, 225, 0.30)';
  ctx.stroke(ticks);
}

/** Small figures on two ocean meridians and on the bezel; digits need no translation. */
function paintDegrees(ctx: CanvasRenderingContext2D, view: View): void {
  ctx.font = `400 10px ${FONT_FAMILY}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = 'rgba(140, 190, 228, 0.42)';
  for (const lat of [30, 40, 50, 60, 70, 80]) {
    for (const lon of [-28, -170]) {
      const at = toScreen(view, project({ lat, lon }));
      ctx.fillText(`${lat}°`, at.x, at.y);
    }
  }
  for (let lon = -180; lon < 180; lon += MERIDIAN_STEP_DEG) {
    const angle = ((lon + 100) * Math.PI) / 180;
    const reach = CLIP_RADIUS * 0.972 + 22 / view.scale;
    const at = toScreen(view, { x: reach * Math.sin(angle), y: reach * Math.cos(angle) });
    ctx.fillText(`${Math.abs(lon)}°`, at.x, at.y);
  }
}

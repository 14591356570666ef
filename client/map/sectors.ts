// Radar sectors and reach rings: true geodesic outlines, and how they are drawn.
import { placeOnScreen, type View } from './camera.ts';
import { destination, greatCircle } from './geodesy.ts';
import { around, traceArea, traceLine } from './lines.ts';
import { accent } from './palette.ts';
import type { LatLon, MapReach, MapSector } from './picture.ts';
import { KM_PER_DEGREE, UNITS_PER_DEGREE } from './projection.ts';

/** A point at least every three degrees of azimuth keeps the arc smooth at the closest view. */
const STEP_DEG = 3;
const SPOKE_STEPS = 24;
const RANGE_MARK_KM = 1000;

/** An arc of equal range, from one azimuth clockwise to the other. */
export function rangeArc(centre: LatLon, rangeKm: number, fromDeg: number, toDeg: number): readonly LatLon[] {
  const steps = Math.max(2, Math.ceil((toDeg - fromDeg) / STEP_DEG));
  return Array.from({ length: steps + 1 }, (_, i) => destination(centre, fromDeg + ((toDeg - fromDeg) * i) / steps, rangeKm));
}

/** The outline of a sector: apex, one great-circle edge, the arc, the other edge; a full circle has no apex. */
export function sectorOutline(sector: MapSector): readonly LatLon[] {
  const [from, to] = [sector.boresightDeg - sector.halfWidthDeg, sector.boresightDeg + sector.halfWidthDeg];
  if (sector.halfWidthDeg >= 180) return rangeArc(sector, sector.rangeKm, 0, 360);
  const arc = rangeArc(sector, sector.rangeKm, from, to);
  const out = greatCircle(sector, arc[0] ?? sector, SPOKE_STEPS);
  const back = greatCircle(arc.at(-1) ?? sector, sector, SPOKE_STEPS);
  return [...out, ...arc.slice(1, -1), ...back.slice(0, -1)];
}

export function paintSectors(ctx: CanvasRenderingContext2D, sectors: readonly MapSector[], view: View): void {
  for (const sector of sectors.filter((each) => !each.emphasis)) {
    traceLine(ctx, around(sectorOutline(sector)), view);
    ctx.strokeStyle = accent(sector.side, 0.2);
    ctx.lineWidth = 1;
    ctx.stroke();
  }
  for (const sector of sectors.filter((each) => each.emphasis)) paintBright(ctx, sector, view);
}

function paintBright(ctx: CanvasRenderingContext2D, sector: MapSector, view: View): void {
  const apex = placeOnScreen(view, sector);
  const reach = (sector.rangeKm / KM_PER_DEGREE) * UNITS_PER_DEGREE * view.scale;
  const wash = ctx.createRadialGradient(apex.x, apex.y, 0, apex.x, apex.y, reach * 1.25);
  wash.addColorStop(0, accent(sector.side, 0.17));
  wash.addColorStop(1, accent(sector.side, 0.045));
  const outline = sectorOutline(sector);
  traceArea(ctx, outline, view);
  ctx.fillStyle = wash;
  ctx.fill();
  traceLine(ctx, around(outline), view);
  ctx.lineJoin = 'round';
  for (const [width, opacity] of [
    [7, 0.09],
    [3.5, 0.16],
    [1.4, 0.95],
  ] as const) {
    ctx.strokeStyle = accent(sector.side, opacity);
    ctx.lineWidth = width;
    ctx.stroke();
  }
  ctx.lineWidth = 0.8;
  ctx.strokeStyle = accent(sector.side, 0.24);
  for (let km = RANGE_MARK_KM; km < sector.rangeKm - RANGE_MARK_KM / 3; km += RANGE_MARK_KM) {
    traceLine(
      ctx,
      rangeArc(sector, km, sector.boresightDeg - sector.halfWidthDeg, sector.boresightDeg + sector.halfWidthDeg),
      view,
    );
    ctx.stroke();
  }
  if (sector.halfWidthDeg < 180) {
    traceLine(ctx, greatCircle(sector, destination(sector, sector.boresightDeg, sector.rangeKm), SPOKE_STEPS), view);
    ctx.setLineDash([2, 6]);
    ctx.strokeStyle = accent(sector.side, 0.45);
    ctx.stroke();
    ctx.setLineDash([]);
  }
}

export function paintReaches(ctx: CanvasRenderingContext2D, reaches: readonly MapReach[], view: View): void {
  for (const reach of reaches) {
    const circle = rangeArc(reach, reach.rangeKm, 0, 360);
    traceArea(ctx, circle, view);
    ctx.fillStyle = accent(reach.side, reach.style === 'solid' ? 0.06 : 0.035);
    ctx.fill();
    traceLine(ctx, circle, view);
    ctx.setLineDash(reach.style === 'preview' ? [7, 6] : []);
    ctx.strokeStyle = accent(reach.side, reach.style === 'solid' ? 0.7 : 0.85);
    ctx.lineWidth = reach.style === 'solid' ? 1.1 : 1.4;
    ctx.stroke();
    ctx.setLineDash([]);
  }
}

// Site icons: a frame that says whose, a glyph that says what, a fill and dash that say in which state.

import { paintGlyph } from './glyphs.ts';
import { accent, darkBody, FONT_FAMILY, FRAMES } from './palette.ts';
import type { Frame, Glyph, MapSite, Side, SiteStatus } from './picture.ts';
import type { Point } from './projection.ts';

/** Half the width of a frame in CSS pixels; a city is a place, not an asset, and stays small. */
export const SITE_RADIUS = 12;
export const CITY_RADIUS = 5;
/** Room round the frame for its glow and for a pointed frame's tips. */
const MARGIN = 6;

/** Side of the square an icon is baked into, in CSS pixels. */
export const ICON_BOX = 2 * (SITE_RADIUS + MARGIN);

/** How much of a frame's square its shape needs, so that all shapes look equally large. */
const OPTICAL: Readonly<Record<Frame, number>> = {
  square: 0.88,
  diamond: 1.2,
  hexagon: 1.06,
  circle: 1,
  triangle: 1.28,
  pentagon: 1.1,
};

export function markRadius(glyph: Glyph): number {
  return glyph === 'city' ? CITY_RADIUS : SITE_RADIUS;
}

/** The name of the texture for a site; equal for sites that look alike. */
export function iconKey(site: MapSite): string {
  return `icon:${site.side}:${site.glyph}:${site.status}`;
}

export function paintIcon(ctx: CanvasRenderingContext2D, site: Pick<MapSite, 'side' | 'glyph' | 'status'>): void {
  ctx.translate(ICON_BOX / 2, ICON_BOX / 2);
  if (site.glyph === 'city') {
    paintCity(ctx, site.side);
    return;
  }
  paintFrame(ctx, site.side, site.status);
  const bright = site.status === 'possible' || site.status === 'suspended' ? 0.62 : 1;
  ctx.strokeStyle = accent(site.side, bright);
  ctx.fillStyle = accent(site.side, bright);
  ctx.translate(0, site.side === 'nk' ? 2.4 : 0);
  const size = site.side === 'nk' ? 0.8 : 1;
  ctx.scale(size, size);
  paintGlyph(ctx, site.glyph);
}

/** A cluster's badge: its side's frame, doubled behind, with the number of sites. */
export function paintCluster(ctx: CanvasRenderingContext2D, side: Side, count: number): void {
  ctx.translate(ICON_BOX / 2, ICON_BOX / 2);
  ctx.save();
  ctx.translate(3, -3);
  ctx.globalAlpha = 0.55;
  paintFrame(ctx, side, 'normal');
  ctx.restore();
  paintFrame(ctx, side, 'active');
  ctx.fillStyle = '#fff';
  ctx.font = `600 ${count > 9 ? 11 : 13}px ${FONT_FAMILY}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(String(count), 0, side === 'nk' ? 6.5 : 4.6);
}

export const COUNT_HEIGHT = 13;

/** Where a site's count stands, given where its icon does. */
export function shoulder(at: Point): Point {
  return { x: at.x + SITE_RADIUS - 1, y: at.y - SITE_RADIUS + 1 };
}

/** A figure on a small dark pill, for a site's count. */
export function paintCount(ctx: CanvasRenderingContext2D, side: Side, figure: string): void {
  ctx.font = `600 9.5px ${FONT_FAMILY}`;
  const width = Math.max(13, ctx.measureText(figure).width + 7);
  ctx.translate(ICON_BOX / 2, ICON_BOX / 2);
  ctx.beginPath();
  ctx.roundRect(-width / 2, -COUNT_HEIGHT / 2, width, COUNT_HEIGHT, COUNT_HEIGHT / 2);
  ctx.fillStyle = '#050d17';
  ctx.fill();
  ctx.strokeStyle = accent(side, 0.8);
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = '#f2f8ff';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(figure, 0, 3.4);
}

/** The ring round what is selected or pointed at. */
export function paintRing(ctx: CanvasRenderingContext2D, isSelected: boolean): void {
  ctx.translate(ICON_BOX, ICON_BOX);
  ctx.beginPath();
  ctx.arc(0, 0, SITE_RADIUS + 8, 0, 2 * Math.PI);
  ctx.strokeStyle = isSelected ? '#ffffff' : 'rgba(255, 255, 255, 0.55)';
  ctx.lineWidth = isSelected ? 1.8 : 1.2;
  ctx.stroke();
  if (!isSelected) return;
  ctx.beginPath();
  for (const angle of [0, 1, 2, 3].map((quarter) => (quarter * Math.PI) / 2)) {
    ctx.moveTo(Math.cos(angle) * (SITE_RADIUS + 8), Math.sin(angle) * (SITE_RADIUS + 8));
    ctx.lineTo(Math.cos(angle) * (SITE_RADIUS + 13), Math.sin(angle) * (SITE_RADIUS + 13));
  }
  ctx.stroke();
}

function paintCity(ctx: CanvasRenderingContext2D, side: Side): void {
  ctx.beginPath();
  ctx.arc(0, 0, CITY_RADIUS - 1, 0, 2 * Math.PI);
  ctx.fillStyle = '#060e18';
  ctx.fill();
  ctx.strokeStyle = accent(side, 0.95);
  ctx.lineWidth = 1.3;
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(0, 0, 1.5, 0, 2 * Math.PI);
  ctx.fillStyle = '#f4f9ff';
  ctx.fill();
}

function paintFrame(ctx: CanvasRenderingContext2D, side: Side, status: SiteStatus): void {
  const frame = FRAMES[side];
  const shape = framePath(frame, SITE_RADIUS * OPTICAL[frame]);
  ctx.lineJoin = 'round';
  ctx.strokeStyle = 'rgba(3, 9, 17, 0.85)';
  ctx.lineWidth = 4.5;
  ctx.stroke(shape);
  if (status === 'active') {
    ctx.strokeStyle = accent(side, 0.22);
    ctx.lineWidth = 5;
    ctx.stroke(shape);
  }
  ctx.fillStyle = status === 'active' ? darkBody(side, 0.3) : darkBody(side, status === 'possible' ? 0.02 : 0.09);
  ctx.fill(shape);
  if (status === 'building') paintHalf(ctx, shape, side);
  ctx.setLineDash(status === 'building' ? [4, 2.4] : status === 'possible' ? [1.4, 3] : []);
  ctx.lineCap = status === 'possible' ? 'round' : 'butt';
  ctx.strokeStyle = accent(side, status === 'possible' ? 0.85 : status === 'suspended' ? 0.6 : 1);
  ctx.lineWidth = status === 'active' ? 1.9 : 1.4;
  ctx.stroke(shape);
  ctx.setLineDash([]);
  ctx.lineCap = 'butt';
  if (status === 'suspended') paintSlash(ctx, shape, side);
}

/** Under construction: filled from below to the middle. */
function paintHalf(ctx: CanvasRenderingContext2D, shape: Path2D, side: Side): void {
  ctx.save();
  ctx.clip(shape);
  ctx.fillStyle = accent(side, 0.26);
  ctx.fillRect(-20, 1.5, 40, 20);
  ctx.restore();
}

/** Suspended: one bar across the frame. */
function paintSlash(ctx: CanvasRenderingContext2D, shape: Path2D, side: Side): void {
  ctx.save();
  ctx.clip(shape);
  ctx.strokeStyle = accent(side, 0.5);
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(-16, 16);
  ctx.lineTo(16, -16);
  ctx.stroke();
  ctx.restore();
}

function framePath(frame: Frame, radius: number): Path2D {
  const path = new Path2D();
  if (frame === 'circle') {
    path.arc(0, 0, radius, 0, 2 * Math.PI);
    return path;
  }
  if (frame === 'square') {
    path.roundRect(-radius, -radius, 2 * radius, 2 * radius, 3);
    return path;
  }
  const corners = { diamond: 4, hexagon: 6, triangle: 3, pentagon: 5 }[frame];
  for (let i = 0; i < corners; i += 1) {
    const angle = (i / corners) * 2 * Math.PI - Math.PI / 2 + (frame === 'hexagon' ? Math.PI / 6 : 0);
    path.lineTo(Math.cos(angle) * radius, Math.sin(angle) * radius + (frame === 'triangle' ? radius * 0.16 : 0));
  }
  path.closePath();
  return path;
}

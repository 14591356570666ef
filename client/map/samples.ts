// Samples for the legend: small canvases painted by the very code that paints the map.
import type { View } from './camera.ts';
import { paintEvents } from './events.ts';
import { ICON_BOX, paintCluster, paintCount, paintIcon } from './icons.ts';
import { paintHatching } from './land.ts';
import type { MapEvent, MapSite, MapTrack } from './picture.ts';
import { POLAR, UNITS_PER_DEGREE } from './projection.ts';
import { paintReaches, paintSectors } from './sectors.ts';
import { paintTracks } from './tracks.ts';

export type Sample =
  | ({ readonly type: 'icon' } & Pick<MapSite, 'side' | 'glyph' | 'status'>)
  | { readonly type: 'event'; readonly kind: MapEvent['kind'] }
  | { readonly type: 'count' | 'cluster' | 'sector' | 'reach' | 'reach-preview' | 'disputed' | MapTrack['style'] };

/** Room for a line, in CSS pixels. */
const LONG = { width: 72, height: 30 } as const;
/** A mark of something that happened stands outside a frame. */
const EVENT_BOX = 48;
const MOST_DPR = 2;

/** Paints a sample on a canvas of its own size. */
export function paintSample(canvas: HTMLCanvasElement, sample: Sample): void {
  const { width, height } = sizeOf(sample);
  const dpr = Math.min(MOST_DPR, globalThis.devicePixelRatio || 1);
  canvas.width = width * dpr;
  canvas.height = height * dpr;
  const ctx = canvas.getContext('2d');
  if (ctx === null) return;
  ctx.scale(dpr, dpr);
  paint(ctx, sample);
}

function sizeOf(sample: Sample): { readonly width: number; readonly height: number } {
  if (sample.type === 'event') return { width: EVENT_BOX, height: EVENT_BOX };
  const isSquare = sample.type === 'icon' || sample.type === 'count' || sample.type === 'cluster';
  return isSquare ? { width: ICON_BOX, height: ICON_BOX } : LONG;
}

function paint(ctx: CanvasRenderingContext2D, sample: Sample): void {
  switch (sample.type) {
    case 'icon':
      return paintIcon(ctx, sample);
    case 'count':
      return paintCount(ctx, 'us', '48');
    case 'cluster':
      return paintCluster(ctx, 'us', 3);
    case 'event':
      return paintEvents(ctx, [{ id: '', ...MIDDLE, kind: sample.kind, side: 'us' }], window(EVENT_BOX, EVENT_BOX, 1));
    case 'disputed':
      return paintHatching(ctx, { ...LONG, step: 5, start: 0, line: 1 });
    case 'sector':
      return paintSectors(
        ctx,
        [{ id: '', lat: 68, lon: -150, boresightDeg: 90, halfWidthDeg: 24, rangeKm: 3900, side: 'us', emphasis: true }],
        window(LONG.width, LONG.height, 1.8),
      );
    case 'reach':
    case 'reach-preview':
      return paintReaches(
        ctx,
        [{ id: '', ...MIDDLE, rangeKm: 1300, side: 'us', style: sample.type === 'reach' ? 'solid' : 'preview' }],
        window(LONG.width, LONG.height, 1),
      );
    default:
      return paintTracks(
        ctx,
        [sample.type === 'flown' ? { ...path, style: 'flown', part: 0.8 } : { ...path, style: sample.type }],
        window(LONG.width, LONG.height, 0.5),
      );
  }
}

/** Long enough for a few strokes of five minutes. */
const path = { id: '', from: { lat: 36, lon: 167 }, to: { lat: 36, lon: -7 }, side: 'ru' } as const;

/** The middle of every sample: the Pole itself, where the map is truest. */
const MIDDLE = { lat: 90, lon: 0 } as const;

function window(width: number, height: number, pixelsPerDegree: number): View {
  return { projection: POLAR, x: 0, y: 0, scale: pixelsPerDegree / UNITS_PER_DEGREE, width, height };
}

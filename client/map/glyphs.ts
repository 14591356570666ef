// What a site is, in a drawing 12 pixels wide round (0, 0), in the stroke and fill colour already set.
import type { Glyph } from './picture.ts';

const DRAWINGS: Readonly<Record<Glyph, { readonly lines: string; readonly solids: string }>> = {
  // A shield with an arrow rising inside it.
  interceptor: { lines: 'M0 -6.2L5 -4.4V-.2C5 3 2.8 5 0 6.2C-2.8 5 -5 3 -5 -.2V-4.4ZM0 3V-2.6M-2 -.8L0 -2.8L2 -.8', solids: '' },
  // A missile upright over its silo's lid.
  launch: {
    lines: 'M-5.4 6H5.4',
    solids: 'M0 -6.8C1.6 -5.2 2.2 -3.4 2.2 -1.6V2L3.8 4.4H-3.8L-2.2 2V-1.6C-2.2 -3.4 -1.6 -5.2 0 -6.8Z',
  },
  submarine: {
    lines: 'M-7 4.6C-5.6 3.6 -4.2 3.6 -2.8 4.6S0 5.6 1.4 4.6S4.2 3.6 5.6 4.6',
    solids:
      'M-6.6 -.4C-6.6 -2 -5.2 -2.4 -3.8 -2.4H-1.4V-5.2H1.4V-2.4H4C5.8 -2.4 7 -1.4 7 -.2S5.8 1.8 4 1.8H-4C-5.6 1.8 -6.6 1 -6.6 -.4Z',
  },
  bomber: {
    lines: '',
    solids:
      'M0 -6.6C.9 -5.8 1.2 -4.6 1.2 -3.4L7 2.2V3.9L1.2 1.8L.9 4.2L2.8 5.6V6.6L0 5.9L-2.8 6.6V5.6L-.9 4.2L-1.2 1.8L-7 3.9V2.2L-1.2 -3.4C-1.2 -4.6 -.9 -5.8 0 -6.6Z',
  },
  // A dish on its stand with two waves.
  radar: {
    lines: 'M-5.6 -3.2C-6 1.6 -2 5 2.6 4.2ZM-1.6 .6L1.6 -2.4M1 -5.8C3.6 -5.6 5.6 -3.6 5.8 -1M-3.4 3.4L-4.8 6.2H1.4L.2 4.4',
    solids: '',
  },
  city: { lines: '', solids: '' },
  // Two arrows head to head.
  proxy: { lines: 'M-6.6 0H-1.6M6.6 0H1.6M-4 -2.8L-1.4 0L-4 2.8M4 -2.8L1.4 0L4 2.8', solids: '' },
  ship: { lines: 'M0 -1.4V-6M-2 -4.2H2', solids: 'M-7 1H7L5 5.2H-5ZM-3.6 -1.6H3.6V.4H-3.6Z' },
  // A launcher of a third state: a missile on a slant.
  third: {
    lines: 'M-5.6 5.8H5.6M-4 5.4L-1.4 2.8',
    solids: 'M5 -5.6C5 -3.6 4.4 -2 3.2 -.8L-.4 2.8L-2.6 .6L1 -3C2.2 -4.2 3.4 -5.2 5 -5.6Z',
  },
};

export function paintGlyph(ctx: CanvasRenderingContext2D, glyph: Glyph): void {
  const drawing = DRAWINGS[glyph];
  ctx.lineWidth = 1.35;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  if (drawing.lines !== '') ctx.stroke(new Path2D(drawing.lines));
  if (drawing.solids !== '') ctx.fill(new Path2D(drawing.solids));
  ctx.lineCap = 'butt';
}

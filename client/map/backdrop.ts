// The ground alone, for a page that shows no map: painted once into a canvas, with where a place lies on it.
import { fitView, toScreen, type View } from './camera.ts';
import { createGround } from './land.ts';
import type { LatLon } from './picture.ts';
import { type Point, project } from './projection.ts';

export interface Backdrop {
  /** Paints the whole theatre at a size in CSS pixels. */
  paint(width: number, height: number): void;
  /** Where a place lies, in CSS pixels from the corner, at the size painted last. */
  place(at: LatLon): Point;
}

const MOST_DPR = 2;

export function createBackdrop(canvas: HTMLCanvasElement): Backdrop {
  const ground = createGround();
  let view: View = fitView(1, 1);
  return {
    paint(width, height) {
      const sharpness = Math.min(MOST_DPR, globalThis.devicePixelRatio || 1);
      view = fitView(width, height);
      canvas.width = Math.round(width * sharpness);
      canvas.height = Math.round(height * sharpness);
      const ctx = canvas.getContext('2d');
      if (ctx !== null) ground.paint(ctx, view, sharpness);
    },
    place: (at) => toScreen(view, project(at)),
  };
}

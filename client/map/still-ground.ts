// The polar ground alone, for a page that shows no map: painted once into a canvas, with where a place lies on it.
import { fitView, placeOnScreen, type View } from './camera.ts';
import { polarGround } from './ground.ts';
import type { LatLon } from './picture.ts';
import { POLAR, type Point } from './projection.ts';

export interface StillGround {
  /** Paints the whole theatre at a size in CSS pixels. */
  paint(width: number, height: number): void;
  /** Where a place lies, in CSS pixels from the corner, at the size painted last. */
  place(at: LatLon): Point;
}

const MOST_DPR = 2;

export function createStillGround(canvas: HTMLCanvasElement): StillGround {
  let view: View = fitView(POLAR, 1, 1);
  return {
    paint(width, height) {
      const sharpness = Math.min(MOST_DPR, globalThis.devicePixelRatio || 1);
      view = fitView(POLAR, width, height);
      canvas.width = Math.round(width * sharpness);
      canvas.height = Math.round(height * sharpness);
      const ctx = canvas.getContext('2d');
      if (ctx !== null) polarGround().paint(ctx, view, sharpness);
    },
    place: (at) => placeOnScreen(view, at),
  };
}

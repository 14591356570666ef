// The view: which part of the world plane is on the screen; every move of the camera is a new view.
import { type Point, UNITS_PER_DEGREE } from './projection.ts';

export interface View {
  /** World position at the middle of the screen. */
  readonly x: number;
  readonly y: number;
  /** Screen (CSS) pixels per world unit. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** What a fit must show, in degrees from the Pole: 25 N upwards and downwards, and across from Hawaii to Rota. */
const FIT = { left: -60, right: 57, top: -66.5, bottom: 65 } as const;
const FIT_PADDING_PX = 8;

/** Wider than the fit there is only faded south; closer than this the coast shows its corners. */
const WIDEST = 0.85;
const CLOSEST = 7;
const FARTHEST_CENTRE_DEG = 72;

/** The view that shows the whole theatre on a screen. */
export function fitView(width: number, height: number): View {
  return {
    x: ((FIT.left + FIT.right) / 2) * UNITS_PER_DEGREE,
    y: ((FIT.top + FIT.bottom) / 2) * UNITS_PER_DEGREE,
    scale: fitScale(width, height),
    width,
    height,
  };
}

function fitScale(width: number, height: number): number {
  const across = Math.max(40, width - 2 * FIT_PADDING_PX) / (FIT.right - FIT.left);
  const down = Math.max(40, height - 2 * FIT_PADDING_PX) / (FIT.bottom - FIT.top);
  return Math.min(across, down) / UNITS_PER_DEGREE;
}

/** How much closer than the fit the view is: 1 at the fit. */
export function magnification(view: View): number {
  return view.scale / fitScale(view.width, view.height);
}

export function isClosest(view: View): boolean {
  return magnification(view) > CLOSEST * 0.98;
}

export function toScreen(view: View, point: Point): Point {
  return { x: (point.x - view.x) * view.scale + view.width / 2, y: (point.y - view.y) * view.scale + view.height / 2 };
}

export function toWorld(view: View, point: Point): Point {
  return { x: (point.x - view.width / 2) / view.scale + view.x, y: (point.y - view.height / 2) / view.scale + view.y };
}

/** Moves the picture by screen pixels, as a finger drags it. */
export function pan(view: View, dx: number, dy: number): View {
  return bounded({ ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale });
}

/** Zooms so that the place under a screen point stays under it. */
export function zoomAt(view: View, factor: number, at: Point): View {
  const base = fitScale(view.width, view.height);
  const scale = Math.min(base * CLOSEST, Math.max(base * WIDEST, view.scale * factor));
  const held = toWorld(view, at);
  return bounded({ ...view, scale, x: held.x - (at.x - view.width / 2) / scale, y: held.y - (at.y - view.height / 2) / scale });
}

/** The same place and magnification on a screen of another size. */
export function resized(view: View, width: number, height: number): View {
  return bounded({ ...view, width, height, scale: magnification(view) * fitScale(width, height) });
}

/** A view on the way between two: straight in place, even in ratio of scale. */
export function between(from: View, to: View, part: number): View {
  return {
    ...to,
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
    scale: from.scale * (to.scale / from.scale) ** part,
  };
}

function bounded(view: View): View {
  const limit = FARTHEST_CENTRE_DEG * UNITS_PER_DEGREE;
  const away = Math.hypot(view.x, view.y);
  return away <= limit ? view : { ...view, x: (view.x * limit) / away, y: (view.y * limit) / away };
}

// The view: which part of the world plane is on the screen; every move of the camera is a new view.
import type { LatLon } from './picture.ts';
import type { Point, Projection } from './projection.ts';

export interface View {
  readonly projection: Projection;
  /** World position at the middle of the screen. */
  readonly x: number;
  readonly y: number;
  /** Screen (CSS) pixels per world unit. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

const FIT_PADDING_PX = 8;

/** Wider than the fit there is only faded south. */
const WIDEST = 0.85;

/** The view that shows the whole theatre on a screen. */
export function fitView(projection: Projection, width: number, height: number): View {
  const { left, right, top, bottom } = projection.fit;
  return {
    projection,
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    scale: fitScale(projection, width, height),
    width,
    height,
  };
}

function fitScale({ fit }: Projection, width: number, height: number): number {
  const across = Math.max(40, width - 2 * FIT_PADDING_PX) / (fit.right - fit.left);
  const down = Math.max(40, height - 2 * FIT_PADDING_PX) / (fit.bottom - fit.top);
  return Math.min(across, down);
}

/** How much closer than the fit the view is: 1 at the fit. */
export function magnification(view: View): number {
  return view.scale / fitScale(view.projection, view.width, view.height);
}

export function isClosest(view: View): boolean {
  return magnification(view) > view.projection.closest * 0.98;
}

export function toScreen(view: View, point: Point): Point {
  return { x: (point.x - view.x) * view.scale + view.width / 2, y: (point.y - view.y) * view.scale + view.height / 2 };
}

/** Where a place of the Earth stands on the screen. */
export function placeOnScreen(view: View, place: LatLon): Point {
  return toScreen(view, view.projection.project(place));
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
  const base = fitScale(view.projection, view.width, view.height);
  const scale = Math.min(base * view.projection.closest, Math.max(base * WIDEST, view.scale * factor));
  const held = toWorld(view, at);
  return bounded({ ...view, scale, x: held.x - (at.x - view.width / 2) / scale, y: held.y - (at.y - view.height / 2) / scale });
}

/** The same place and magnification on a screen of another size. */
export function resized(view: View, width: number, height: number): View {
  return bounded({ ...view, width, height, scale: magnification(view) * fitScale(view.projection, width, height) });
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
  return { ...view, ...view.projection.bounded(view) };
}

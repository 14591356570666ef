// What a projection's ground needs besides land: its edge, its net of degrees, its tones, and how it ends in the dark.
import { placeOnScreen, type View } from './camera.ts';
import { ROOM } from './palette.ts';
import { UNITS_PER_DEGREE } from './projection.ts';

export interface Backdrop {
  /** The edge of the map in world units; nothing is drawn beyond it. */
  readonly edge: Path2D;
  readonly graticule: Path2D;
  readonly sea: (ctx: CanvasRenderingContext2D) => CanvasGradient;
  readonly land: (ctx: CanvasRenderingContext2D) => CanvasGradient;
  /** Where lines of the game end: a little inside the edge, in world units. */
  readonly stage: Path2D;
  /** Lets the ground sink into the dark towards its edge; the context is in world units. */
  readonly paintFade: (ctx: CanvasRenderingContext2D) => void;
  /** The frame with its ticks, in world units of which so many make a pixel. */
  readonly paintFrame: (ctx: CanvasRenderingContext2D, pixel: number) => void;
  /** Small figures at the frame, in screen pixels; digits need no translation. */
  readonly paintDegrees: (ctx: CanvasRenderingContext2D, view: View) => void;
}

export const GRATICULE_STEP_DEG = 10;
export const MERIDIAN_STEP_DEG = 30;
export const FRAME = { line: 'rgba(120, 180, 225, 0.20)', ticks: 'rgba(120, 180, 225, 0.30)' } as const;

/** Longer at every thirtieth degree than at every tenth, and there than between. */
export function tickLength(lon: number): number {
  if (lon % MERIDIAN_STEP_DEG === 0) return 11;
  return lon % GRATICULE_STEP_DEG === 0 ? 7 : 4;
}

export function graded(gradient: CanvasGradient, stops: readonly (readonly [number, string])[]): CanvasGradient {
  for (const [at, colour] of stops) gradient.addColorStop(at, colour);
  return gradient;
}

export const SEA_STOPS = [
  [0, ROOM.seaCore],
  [0.42, ROOM.seaMiddle],
  [0.85, ROOM.seaRim],
] as const;

/** A latitude at each of some meridians. */
export function paintLatitudes(ctx: CanvasRenderingContext2D, view: View, meridians: readonly number[]): void {
  for (const lat of [30, 40, 50, 60, 70, 80]) {
    for (const lon of meridians) {
      const at = placeOnScreen(view, { lat, lon });
      ctx.fillText(`${lat}°`, at.x, at.y);
    }
  }
}

export const toUnits = (degrees: number): number => degrees * UNITS_PER_DEGREE;

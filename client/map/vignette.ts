// Two veils over the ground: the room's soft dark corners, and the deeper dark of a crisis.

/** Painted small and stretched; a gradient has nothing sharp to lose. */
export const VIGNETTE_BOX = 512;

export function paintVignette(ctx: CanvasRenderingContext2D): void {
  veil(ctx, [
    [0.55, 'rgba(1, 4, 9, 0)'],
    [0.8, 'rgba(1, 4, 9, 0.16)'],
    [1, 'rgba(1, 4, 9, 0.5)'],
  ]);
}

export function paintDarkness(ctx: CanvasRenderingContext2D): void {
  veil(ctx, [
    [0, 'rgba(1, 3, 8, 0.30)'],
    [0.5, 'rgba(2, 3, 7, 0.52)'],
    [0.82, 'rgba(16, 3, 6, 0.74)'],
    [1, 'rgba(44, 6, 8, 0.86)'],
  ]);
}

function veil(ctx: CanvasRenderingContext2D, stops: readonly (readonly [number, string])[]): void {
  const middle = VIGNETTE_BOX / 2;
  const gradient = ctx.createRadialGradient(middle, middle, 0, middle, middle, middle * Math.SQRT2);
  for (const [at, colour] of stops) gradient.addColorStop(at, colour);
  ctx.fillStyle = gradient;
  ctx.fillRect(0, 0, VIGNETTE_BOX, VIGNETTE_BOX);
}

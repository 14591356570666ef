import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitView, magnification, pan, resized, toScreen, toWorld, zoomAt } from '../../client/map/camera.ts';
import { FLAT, POLAR } from '../../client/map/projection.ts';

const sizes = fc.record({ width: fc.integer({ min: 320, max: 2560 }), height: fc.integer({ min: 320, max: 1440 }) });

describe('the fit', () => {
  it('shows 25 N above and below, from Hawaii to Rota, on any screen', () => {
    fc.assert(
      fc.property(sizes, ({ width, height }) => {
        const view = fitView(POLAR, width, height);
        for (const place of [
          { lat: 25.5, lon: -100 },
          { lat: 25.5, lon: 80 },
          { lat: 21.35, lon: -157.95 },
          { lat: 36.62, lon: -6.35 },
        ]) {
          const at = toScreen(view, POLAR.project(place));
          expect(at.x >= 0 && at.x <= width && at.y >= 0 && at.y <= height).toBe(true);
        }
      }),
    );
  });
});

describe('the camera', () => {
  const view = fitView(POLAR, 1026, 714);
  it('turns a screen point into a world point and back', () => {
    const back = toScreen(view, toWorld(view, { x: 123, y: 456 }));
    expect(back.x).toBeCloseTo(123, 9);
    expect(back.y).toBeCloseTo(456, 9);
  });
  it('keeps the place under the pointer while it zooms', () => {
    const at = { x: 500, y: 300 };
    const [before, after] = [toWorld(view, at), toWorld(zoomAt(view, 1.7, at), at)];
    expect(after.x).toBeCloseTo(before.x, 6);
    expect(after.y).toBeCloseTo(before.y, 6);
  });
  it('zooms no further in or out than its bounds', () => {
    expect(magnification(zoomAt(view, 1e6, { x: 0, y: 0 }))).toBeCloseTo(7, 6);
    expect(magnification(zoomAt(view, 1e-6, { x: 0, y: 0 }))).toBeCloseTo(0.85, 6);
  });
  it('cannot be dragged off the map', () => {
    const lost = pan(view, 1e7, 1e7);
    expect(Math.hypot(lost.x, lost.y)).toBeLessThanOrEqual(72 * 20 + 1e-6);
  });
  it('stays within the edges of the flat map', () => {
    const lost = pan(fitView(FLAT, 1026, 714), -1e7, -1e7);
    const { lat, lon } = FLAT.unproject(lost);
    expect(lat).toBeCloseTo(5, 6);
    expect(lon).toBeCloseTo(-60, 6);
  });
  it('keeps place and magnification when the window changes size', () => {
    const close = zoomAt(view, 3, { x: 400, y: 200 });
    const other = resized(close, 390, 500);
    expect(magnification(other)).toBeCloseTo(magnification(close), 9);
    expect([other.x, other.y]).toEqual([close.x, close.y]);
  });
});

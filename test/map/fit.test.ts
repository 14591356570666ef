import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import scenario from '../../assets/scenarios/best-offense-2016.json' with { type: 'json' };
import { placeOnScreen } from '../../client/map/camera.ts';
import { clearOf, fitAround } from '../../client/map/fit.ts';
import { FLAT, POLAR } from '../../client/map/projection.ts';

/** Half an icon: a site this near to a button is touched by it. */
const HALF_ICON = 12;

describe('the fit round buttons', () => {
  it.each([
    ['polar on a laptop', POLAR, 674, 634, { x: 560, y: 12, width: 102, height: 224 }],
    ['flat on a laptop', FLAT, 674, 634, { x: 560, y: 12, width: 102, height: 224 }],
    ['polar on a wide screen', POLAR, 1060, 940, { x: 946, y: 12, width: 102, height: 224 }],
    ['flat on a wide screen', FLAT, 1060, 940, { x: 946, y: 12, width: 102, height: 224 }],
    ['polar on a phone', POLAR, 390, 570, { x: 336, y: 8, width: 46, height: 222 }],
    ['flat on a phone', FLAT, 390, 570, { x: 336, y: 8, width: 46, height: 222 }],
  ] as const)('shows every site of the scenario, %s, and none under a button', (...[, projection, width, height, tools]) => {
    const covered = [{ x: 12, y: 12, width: 118, height: 46 }, tools];
    const view = fitAround(projection, { width, height, covered }, scenario.sites);
    for (const site of scenario.sites) {
      const at = placeOnScreen(view, site);
      expect(at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height, site.id).toBe(true);
      const under = covered.some(
        (rect) =>
          at.x > rect.x - HALF_ICON &&
          at.x < rect.x + rect.width + HALF_ICON &&
          at.y > rect.y - HALF_ICON &&
          at.y < rect.y + rect.height + HALF_ICON,
      );
      expect(under, site.id).toBe(false);
    }
  });
  it('never shrinks to less than three fifths, whatever lies over the map', () => {
    const rect = fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 600 }),
      width: fc.integer({ min: 10, max: 400 }),
      height: fc.integer({ min: 10, max: 400 }),
    });
    const plain = fitAround(POLAR, { width: 674, height: 634, covered: [] }, []);
    fc.assert(
      fc.property(fc.array(rect, { maxLength: 4 }), (covered) => {
        const view = fitAround(POLAR, { width: 674, height: 634, covered }, scenario.sites);
        expect(view.scale / plain.scale).toBeGreaterThan(0.59);
      }),
      { numRuns: 10 },
    );
  });
});

describe('what is selected', () => {
  it('comes out from under the card that tells of it, and nothing moves for a card that lies elsewhere', () => {
    const view = fitAround(POLAR, { width: 390, height: 570, covered: [] }, scenario.sites);
    const card = { x: 8, y: 300, width: 374, height: 262 };
    for (const site of scenario.sites) {
      const at = placeOnScreen(clearOf(view, site, [card]), site);
      expect(at.y < card.y && at.y > 0, site.id).toBe(true);
    }
    expect(clearOf(view, { lat: 90, lon: 0 }, [{ x: 0, y: 500, width: 100, height: 70 }])).toBe(view);
  });
});

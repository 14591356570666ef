import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelWish, placeLabels, touch } from '../../client/map/labels.ts';

const SCREEN = { width: 800, height: 600 };
const wish = (id: string, x: number, y: number, priority = 1): LabelWish => ({
  id,
  at: { x, y },
  clear: 16,
  width: 80,
  height: 17,
  priority,
  isCentred: false,
  mayStray: false,
});
const wishes = fc
  .array(
    fc.record({
      x: fc.integer({ min: -50, max: 850 }),
      y: fc.integer({ min: -50, max: 650 }),
      priority: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 70 },
  )
  .map((list) => list.map(({ x, y, priority }, i) => wish(`w${i}`, x, y, priority)));
const box = ({ at }: LabelWish) => ({ x: at.x - 10, y: at.y - 10, width: 20, height: 20 });

describe('labels', () => {
  it('never touch one another or an icon, nor leave the screen', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const hard = list.map(box);
        const placed = placeLabels(list, { ...SCREEN, hard, soft: [] });
        placed.forEach((label, i) => {
          expect(
            label.x >= 0 && label.y >= 0 && label.x + label.width <= SCREEN.width && label.y + label.height <= SCREEN.height,
          ).toBe(true);
          expect(hard.some((icon) => touch(label, icon, 0))).toBe(false);
          expect(placed.slice(i + 1).some((other) => touch(label, other, 0))).toBe(false);
        });
      }),
    );
  });
  it('that stray touch nothing either, hang on a line that runs through nothing, and take nobody’s place', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const hard = list.map(box);
        const strict = placeLabels(list, { ...SCREEN, hard, soft: [] });
        const placed = placeLabels(
          list.map((each) => ({ ...each, mayStray: true })),
          { ...SCREEN, hard, soft: [] },
        );
        expect(placed.slice(0, strict.length)).toEqual(strict);
        for (const [i, label] of placed.entries()) {
          expect(hard.some((icon) => touch(label, icon, 0))).toBe(false);
          expect(placed.slice(i + 1).some((other) => touch(label, other, 0))).toBe(false);
          if (label.leader === null) continue;
          const { from, to } = label.leader;
          const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, width: 0, height: 0 };
          expect(hard.some((icon) => touch(middle, icon, 0))).toBe(false);
          expect(placed.some((other) => touch(middle, other, 0))).toBe(false);
        }
      }),
      { examples: [[[wish('w0', 806, 605, 0), wish('w1', 784, 609, 0)]]] },
    );
  });
  it('are the same whatever the order of the sites', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const room = { ...SCREEN, hard: list.map(box), soft: [] };
        expect(placeLabels(list.toReversed(), room)).toEqual(placeLabels(list, room));
      }),
    );
  });
  it('go to the heavier of two that want one place', () => {
    const crowd = [wish('light', 400, 300, 1), wish('heavy', 400, 300, 5)];
    expect(placeLabels(crowd, { ...SCREEN, hard: [], soft: [] })[0]?.id).toBe('heavy');
  });
  it('avoid a track when another anchor is free', () => {
    const soft = Array.from({ length: 40 }, (_, i) => ({ x: 420 + i, y: 300 }));
    expect(placeLabels([wish('a', 400, 300)], { ...SCREEN, hard: [], soft })[0]?.x).toBeLessThan(400);
  });
});

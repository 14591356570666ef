import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../client/style/base.css', import.meta.url), 'utf8');
const token = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1] ?? '';

/** Contrast ratio of WCAG 2.2, from relative luminance. */
function contrast(a: string, b: string): number {
  const [bright, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

describe('the colours', () => {
  it('reckon contrast as WCAG does: black on white is 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  for (const ground of ['night', 'panel', 'raised']) {
    for (const ink of ['text', 'dim', 'us', 'ru', 'cn', 'warning', 'danger', 'good']) {
      it(`${ink} on ${ground} is read by everybody: 4.5 to 1 or more`, () => {
        expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(4.5);
      });
    }
  }
});

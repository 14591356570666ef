// The colours of the room at night: one accent per power, one neutral tone for all land.
import type { Frame, Side } from './picture.ts';

/** Lightness differs as well as hue, so the order survives every common colour blindness; frames tell the rest. */
const ACCENTS: Readonly<Record<Side, readonly [number, number, number]>> = {
  us: [92, 200, 255],
  ru: [255, 122, 107],
  cn: [255, 207, 77],
  nk: [199, 155, 255],
  ir: [112, 222, 158],
  neutral: [186, 201, 216],
};

export const FRAMES: Readonly<Record<Side, Frame>> = {
  us: 'square',
  ru: 'diamond',
  cn: 'hexagon',
  nk: 'triangle',
  ir: 'pentagon',
  neutral: 'circle',
};

export const ROOM = {
  outside: '#02060c',
  seaCore: '#0b2a45',
  seaMiddle: '#081d32',
  seaRim: '#040c17',
  landCore: '#22384c',
  landRim: '#142434',
  coast: 'rgba(134, 186, 222, 0.80)',
  label: '#dce8f4',
  labelDim: '#9fb4c8',
  halo: 'rgba(3, 9, 17, 0.92)',
} as const;

export const FONT_FAMILY = '"IBM Plex Sans", "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** A power's accent at an opacity from 0 to 1, as a CSS colour. */
export function accent(side: Side, opacity = 1): string {
  const [red, green, blue] = ACCENTS[side];
  return `rgba(${red}, ${green}, ${blue}, ${opacity})`;
}

/** A power's accent mixed with the room's dark: an opaque body for icons, so that lines do not shine through them. */
export function darkBody(side: Side, share: number): string {
  const mixed = ACCENTS[side].map((value, i) => Math.round(value * share + ([6, 14, 24][i] ?? 0) * (1 - share)));
  return `rgb(${mixed.join(', ')})`;
}

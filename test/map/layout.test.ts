import { describe, expect, it } from 'vitest';
import { placeOnScreen } from '../../client/map/camera.ts';
import { fitAround } from '../../client/map/fit.ts';
import { greatCircle } from '../../client/map/geodesy.ts';
import { touch } from '../../client/map/labels.ts';
import { arrange, type Measure } from '../../client/map/layout.ts';
import { FLAT, POLAR } from '../../client/map/projection.ts';
import { pictureOf } from '../../client/model/picture.ts';
import { newGame } from '../../shared/game/start.ts';
import { viewOf } from '../../shared/game/view.ts';
import { boardOf } from '../game/play.ts';

const board = boardOf('best-offense-2016');
const { state } = viewOf(newGame(board, { seed: 'a layout', luck: 0, theory: 'contested' }), 'us');
const picture = (selected: string | null) => pictureOf({ board, state, selected, considered: null, step: null, dark: false });
/** IBM Plex Sans at 12.5 px is a little under 7 px a letter. */
const measure: Measure = (text) => Math.ceil(text.length * 6.7 + 3);

/** The free part of the stage on each screen, and the column of buttons over it. */
const SCREENS = [
  ['390x844', { width: 390, height: 576, tools: 46 }],
  ['360x640', { width: 360, height: 380, tools: 46 }],
  ['1366x768', { width: 674, height: 635, tools: 111 }],
  ['1920x1080', { width: 1060, height: 900, tools: 111 }],
] as const;
const CASES = SCREENS.flatMap(([name, screen]) =>
  [POLAR, FLAT].flatMap((projection) =>
    [null, 'fort-greely', 'deveselu'].map((selected) => [name, projection.name, selected, { screen, projection }] as const),
  ),
);

describe.each(CASES)('the map at %s, %s, %s selected', (...[, , selected, { screen, projection }]) => {
  const { width, height, tools } = screen;
  const covered = [
    { x: 12, y: 12, width: 118, height: 46 },
    { x: width - tools - 12, y: 12, width: tools, height: 178 },
  ];
  const shown = picture(selected);
  const view = fitAround(projection, { width, height, covered }, shown.sites);
  const layout = arrange(shown, view, measure, covered);

  it('has every site on the screen, by itself or in a badge', () => {
    const ids = layout.marks.flatMap((mark) => mark.sites.map((site) => site.id));
    const all = [...board.scenario.sites, ...board.scenario.proxies].map(({ id }) => id);
    expect(ids.toSorted()).toEqual(all.toSorted());
    for (const { at } of layout.marks) expect(at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height).toBe(true);
  });
  it('has labels that touch neither one another nor an icon nor a button, and stay on the screen', () => {
    for (const [i, label] of layout.letterings.entries()) {
      expect(label.x >= 0 && label.y >= 0 && label.x + label.width <= width && label.y + label.height <= height).toBe(true);
      expect(layout.letterings.slice(i + 1).filter((other) => touch(label, other, 0))).toEqual([]);
      expect(covered.filter((rect) => touch(label, rect, 0))).toEqual([]);
      const icons = layout.marks.filter(({ at, radius }) => {
        const half = radius > 8 ? radius - 2 : radius;
        return touch(label, { x: at.x - half, y: at.y - half, width: 2 * half, height: 2 * half }, 0);
      });
      expect(icons).toEqual([]);
    }
  });
});

describe('labels and tracks', () => {
  it('keep apart where they can: fewer labels lie on a track than if nobody had minded', () => {
    const shown = picture('fort-greely');
    const view = fitAround(POLAR, { width: 1060, height: 900, covered: [] }, shown.sites);
    const points = shown.tracks.flatMap((track) => greatCircle(track.from, track.to, 400)).map((at) => placeOnScreen(view, at));
    const struck = (tracks: typeof shown.tracks): number =>
      arrange({ ...shown, tracks }, view, measure, []).letterings.filter((label) =>
        points.some((p) => touch(label, { x: p.x, y: p.y, width: 0, height: 0 }, 0)),
      ).length;
    expect(shown.tracks.length).toBeGreaterThan(3);
    expect(struck(shown.tracks)).toBeLessThan(struck([]));
  });
  it('name most of what stands at 1366 pixels, by a line where there is no room beside it', () => {
    const shown = picture(null);
    const view = fitAround(POLAR, { width: 674, height: 635, covered: [] }, shown.sites);
    const { marks, letterings } = arrange(shown, view, measure, []);
    const named = new Set(letterings.map(({ id }) => id));
    const assets = marks.filter((mark) => mark.sites[0]?.glyph !== 'city');
    expect(assets.filter((mark) => named.has(mark.id)).length / assets.length).toBeGreaterThan(0.7);
    expect(letterings.some(({ leader }) => leader !== null)).toBe(true);
  });
});

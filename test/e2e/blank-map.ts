/** A map that draws nothing, for tests of words and controls: a browser without a graphics card paints longer than it does all else. */
import type { BrowserContext, Page } from '@playwright/test';
import type { SituationMap } from '../../client/map/situation-map.ts';

/** Runs in the page. */
function blankMap(holder: HTMLElement): SituationMap {
  const canvas = document.createElement('canvas');
  // As large as its place, as the map's is: one that stood out of it could be scrolled to.
  canvas.style.cssText = 'display: block; width: 100%; height: 100%';
  holder.append(canvas);
  Object.defineProperty(globalThis, '__map', { value: { ready: true, asleep: true }, configurable: true });
  return {
    show() {},
    zoom() {},
    fit() {},
    press: () => false,
    turn: () => Promise.resolve(),
    cover() {},
    destroy() {
      holder.replaceChildren();
      Reflect.deleteProperty(globalThis, '__map');
    },
  };
}

const SCRIPT = `${blankMap.toString()}
export const createSituationMap = async (holder) => ${blankMap.name}(holder);`;

/** The pages opened from now on have their map's place, its tools and its legend, and an empty canvas. */
export async function withBlankMap(target: Page | BrowserContext): Promise<void> {
  await target.route(/\/situation-map-[^/]*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: SCRIPT }));
  await target.route(/\/phaser-[^/]*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
}

/** A map inside an element of the page: made when its code has come, shown every new picture, told what lies over it. */
import { effect } from '@preact/signals';
import type { MapPicture } from '../map/picture.ts';
import type { ProjectionName } from '../map/projection.ts';
import type { MapOptions, SituationMap } from '../map/situation-map.ts';

export interface MapKeeping {
  /** The projection to begin with. */
  readonly projection: ProjectionName;
  /** Reads signals: the map is shown the picture anew when one of them changes. */
  readonly picture: () => MapPicture;
  readonly select: (id: string | null) => void;
  readonly ready: (map: SituationMap) => void;
  readonly failed: () => void;
}

/** Makes the map; the function returned takes it down. */
export function keepMap(holder: HTMLElement, keeping: MapKeeping): () => void {
  let undo: (() => void) | null = null;
  let gone = false;
  void import('../map/situation-map.ts')
    .then(({ createSituationMap }) =>
      createSituationMap(holder, { select: keeping.select, hover: () => undefined }, mapSettings()),
    )
    .then(async (map) => {
      if (gone) return map.destroy();
      // A flat land that cannot be had leaves the polar map, which is the truer one anyway.
      await map.turn(keeping.projection).catch(console.error);
      if (gone) return map.destroy();
      const forget = watchCover(holder, map);
      const stop = effect(() => map.show(keeping.picture()));
      undo = () => {
        forget();
        stop();
        map.destroy();
      };
      keeping.ready(map);
    })
    .catch((error: unknown) => {
      console.error(error);
      keeping.failed();
    });
  return () => {
    gone = true;
    undo?.();
  };
}

function mapSettings(): MapOptions {
  const wished = new URLSearchParams(location.search).get('r');
  return {
    renderer: wished === 'canvas' || wished === 'webgl' ? wished : 'auto',
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}

/** Tells the map where the page's own things lie over it, whenever they come, go or change their size. */
function watchCover(holder: HTMLElement, map: SituationMap): () => void {
  const stage = holder.parentElement;
  if (stage === null) return () => undefined;
  let told = '';
  const sizes = new ResizeObserver(measure);
  const things = new MutationObserver(measure);
  sizes.observe(stage);
  things.observe(stage, { childList: true });
  measure();
  return () => {
    sizes.disconnect();
    things.disconnect();
  };

  function measure(): void {
    const corner = holder.getBoundingClientRect();
    const rects = (selector: string): readonly { x: number; y: number; width: number; height: number }[] =>
      [...(stage as HTMLElement).querySelectorAll(`:scope > ${selector}`)].map((each) => {
        sizes.observe(each);
        const { x, y, width, height } = each.getBoundingClientRect();
        return { x: x - corner.x, y: y - corner.y, width, height };
      });
    const covered = { lasting: rects('.over-map'), passing: rects('.passes-over-map') };
    const telling = JSON.stringify(covered);
    if (telling === told) return;
    told = telling;
    map.cover(covered);
  }
}

/** Keys of the map's buttons: arrows move it, plus and minus zoom, 0 fits, Escape puts away; no key ever gives an order. */
import type { SituationMap } from '../map/situation-map.ts';
import { isLegendOpen } from '../model/map-choice.ts';
import type { Match } from '../model/match.ts';

/** What scrolls by itself keeps its arrows. */
const SCROLLS = '.map-legend, .site-card, .tables';

/** Listens on the stage for as long as the map is there; the function returned stops it. */
export function listenForKeys(stage: HTMLElement, match: Match, map: () => SituationMap | null): () => void {
  stage.addEventListener('keydown', press);
  return () => stage.removeEventListener('keydown', press);

  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      putAway(match);
      return;
    }
    const isScrolling = event.target instanceof Element && event.target.closest(SCROLLS) !== null;
    if (!isScrolling && map()?.press(event.key)) event.preventDefault();
  }
}

/** The legend first, then what is selected or weighed; what is on the sheet stays there. */
function putAway(match: Match): void {
  if (isLegendOpen.value) isLegendOpen.value = false;
  else {
    match.considered.value = null;
    match.selectedSite.value = null;
  }
}

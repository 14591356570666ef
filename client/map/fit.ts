// The fit: the view that shows every site, moved and shrunk a little where buttons would lie over one.
import { fitView, pan, placeOnScreen, toWorld, type View } from './camera.ts';
import type { Rect } from './labels.ts';
import type { LatLon } from './picture.ts';
import type { Point, Projection } from './projection.ts';

export interface Screen {
  readonly width: number;
  readonly height: number;
  /** What lies over the map: buttons, a legend. */
  readonly covered: readonly Rect[];
}

/** Half an icon and a little air. */
const CLEAR_PX = 15;
/** A site's count stands at its upper right shoulder: room for it too. */
const SHOULDER_PX = 26;
const SMALLEST = 0.6;
const SHRINK = 0.03;
const STEP_PX = 13;
const STEPS = 10;

/** The widest view in which all places are to be seen; where there is none, the one that hides fewest. */
export function fitAround(projection: Projection, screen: Screen, places: readonly LatLon[]): View {
  const base = fitView(projection, screen.width, screen.height);
  if (places.length === 0) return base;
  const spots = places.map((place) => placeOnScreen(base, place));
  let [best, fewest] = [base, Number.POSITIVE_INFINITY];
  for (let shrink = 1; shrink >= SMALLEST; shrink -= SHRINK) {
    for (const move of MOVES) {
      const hidden = hiddenAfter(spots, screen, { shrink, move, fewest });
      if (hidden >= fewest) continue;
      fewest = hidden;
      best = moved(base, shrink, move);
      if (hidden === 0) return best;
    }
  }
  return best;
}

/** The shorter first, so that the picture moves no farther than it must. */
const MOVES: readonly Point[] = Array.from({ length: (2 * STEPS + 1) ** 2 }, (_, i) => ({
  x: (Math.floor(i / (2 * STEPS + 1)) - STEPS) * STEP_PX,
  y: ((i % (2 * STEPS + 1)) - STEPS) * STEP_PX,
})).sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));

interface Change {
  readonly shrink: number;
  readonly move: Point;
  /** What the best so far hides: as soon as a change hides as many, it is not looked at any further. */
  readonly fewest: number;
}

function hiddenAfter(spots: readonly Point[], { width, height, covered }: Screen, { shrink, move, fewest }: Change): number {
  let hidden = 0;
  for (const spot of spots) {
    const x = (spot.x - width / 2) * shrink + width / 2 + move.x;
    const y = (spot.y - height / 2) * shrink + height / 2 + move.y;
    const isOff = x < CLEAR_PX || y < CLEAR_PX || x > width - CLEAR_PX || y > height - CLEAR_PX;
    if (isOff || covered.some((rect) => isNear(rect, x, y))) hidden += 1;
    if (hidden >= fewest) return hidden;
  }
  return hidden;
}

function isNear(rect: Rect, x: number, y: number): boolean {
  const isBeside = x > rect.x - SHOULDER_PX && x < rect.x + rect.width + CLEAR_PX;
  return isBeside && y > rect.y - CLEAR_PX && y < rect.y + rect.height + SHOULDER_PX;
}

function moved(base: View, shrink: number, move: Point): View {
  const scale = base.scale * shrink;
  const middle = toWorld({ ...base, scale }, { x: base.width / 2 - move.x, y: base.height / 2 - move.y });
  return { ...base, scale, ...middle };
}

/** Room for the ring round what is selected. */
const RING_PX = 26;

/** The view moved so that a place comes out from under a card: upwards or to the right, whichever is less. */
export function clearOf(view: View, place: LatLon, cards: readonly Rect[]): View {
  const spot = placeOnScreen(view, place);
  const card = cards.find((rect) => isNear(rect, spot.x, spot.y));
  if (card === undefined) return view;
  const [up, right] = [card.y - RING_PX - spot.y, card.x + card.width + RING_PX - spot.x];
  const moves = [
    { x: 0, y: up, isOn: spot.y + up > RING_PX },
    { x: right, y: 0, isOn: spot.x + right < view.width - RING_PX },
  ].filter(({ isOn }) => isOn);
  const [least] = moves.sort((a, b) => Math.abs(a.x + a.y) - Math.abs(b.x + b.y));
  return least === undefined ? view : pan(view, least.x, least.y);
}

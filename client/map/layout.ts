// The arrangement of one picture in one view: marks, their leaders, and the labels that find room.
import { isClosest, magnification, placeOnScreen, type View } from './camera.ts';
import { cluster, type Mark, pushApart } from './clusters.ts';
import { COUNT_HEIGHT, markRadius, shoulder } from './icons.ts';
import { type LabelWish, type Leader, placeLabels, type Rect, touch } from './labels.ts';
import type { MapPicture } from './picture.ts';
import type { Point } from './projection.ts';
import { trackLine } from './tracks.ts';

export type LabelKind = 'site' | 'city' | 'sea';
export interface Lettering extends Rect {
  readonly id: string;
  readonly text: string;
  readonly kind: LabelKind;
  readonly anchor: Point;
  readonly leader: Leader | null;
}
export interface Layout {
  readonly view: View;
  readonly marks: readonly Mark[];
  readonly letterings: readonly Lettering[];
  /** The marks whose count finds room at their shoulder. */
  readonly counted: ReadonlySet<string>;
}

/** The width of a text on one line, in CSS pixels. */
export type Measure = (text: string, kind: LabelKind) => number;

/** Icons nearer than this share a badge. */
const CLUSTER_DISTANCE = 20;
/** On a small screen icons are as large but the world is smaller: they gather sooner. */
const SMALL_SCREEN = 560;
const CLUSTER_DISTANCE_SMALL = 26;
const RING_RADIUS = 21;
/** A figure nearer than this to another icon would be taken for that one's. */
const COUNT_ROOM = 17;
const COUNT_WIDTH = 22;
/** The lower part of a count lies beside its own icon's label, which may pass under it. */
const COUNT_EASE = 5;
const LINE_HEIGHT = 17;
/** A label may overlap its neighbours' frames by this much: frames are not as square as their boxes. */
const ICON_EASE = 2;
/** At the fit, seas are named only on screens with room for it. */
const SEA_ROOM = 520;

export function arrange(picture: MapPicture, view: View, measure: Measure, taken: readonly Rect[]): Layout {
  const spots = picture.sites.map((site) => ({ site, at: placeOnScreen(view, site), radius: markRadius(site.glyph) }));
  const marks = pushApart(cluster(spots, { distance: clusterDistance(view), alone: picture.selected }), view);
  const mayStray = Math.min(view.width, view.height) >= SMALL_SCREEN;
  const wishes = [
    ...marks.map((mark) => ({ ...wishOf(mark, picture, measure), ...(mayStray ? {} : { mayStray }) })),
    ...seaWishes(picture, view, measure),
  ];
  // A figure half under a button would be misread: it is written whole, or not at all.
  const counted = marks.filter((mark) => hasCountRoom(mark, marks) && !taken.some((rect) => touch(countBox(mark), rect, 0)));
  const room = {
    width: view.width,
    height: view.height,
    hard: [...marks.map((mark) => boxOf(mark, picture.selected)), ...counted.map(countBox), ...taken],
    soft: softPoints(picture, view),
  };
  const byId = new Map(wishes.map((wish) => [wish.id, wish]));
  const letterings = placeLabels(wishes, room).flatMap((label) => {
    const wish = byId.get(label.id);
    return wish === undefined ? [] : [{ ...label, text: wish.text, kind: wish.kind, anchor: wish.origin }];
  });
  return { view, marks, letterings, counted: new Set(counted.map((mark) => mark.id)) };
}

interface Wish extends LabelWish {
  readonly text: string;
  readonly kind: LabelKind;
  readonly origin: Point;
}

function wishOf(mark: Mark, picture: MapPicture, measure: Measure): Wish {
  const [first] = mark.sites;
  const kind: LabelKind = first?.glyph === 'city' ? 'city' : 'site';
  const others = mark.sites.length - 1;
  const text = others > 0 ? `${first?.label ?? ''} +${others}` : (first?.label ?? '');
  const isSelected = first !== undefined && first.id === picture.selected;
  return {
    id: mark.id,
    at: mark.at,
    origin: mark.anchor,
    text,
    kind,
    clear: (isSelected ? RING_RADIUS : mark.radius) + (kind === 'city' ? 3 : 5),
    width: measure(text, kind),
    height: LINE_HEIGHT,
    priority: isSelected ? Number.POSITIVE_INFINITY : (first?.priority ?? 0),
    isCentred: false,
    // A city's name is for orientation, and not worth a line.
    mayStray: kind === 'site',
  };
}

function seaWishes(picture: MapPicture, view: View, measure: Measure): readonly Wish[] {
  if (Math.min(view.width, view.height) < SEA_ROOM && magnification(view) < 1.5) return [];
  return (picture.seas ?? []).map((sea) => {
    const at = placeOnScreen(view, sea);
    return {
      id: `sea:${sea.name}`,
      at,
      origin: at,
      text: sea.name,
      kind: 'sea',
      clear: 0,
      width: measure(sea.name, 'sea'),
      height: LINE_HEIGHT,
      priority: Number.NEGATIVE_INFINITY,
      isCentred: true,
      mayStray: false,
    };
  });
}

function clusterDistance(view: View): number {
  if (isClosest(view)) return 0;
  return Math.min(view.width, view.height) < SMALL_SCREEN ? CLUSTER_DISTANCE_SMALL : CLUSTER_DISTANCE;
}

function boxOf(mark: Mark, selected: string | null): Rect {
  const half = mark.id === selected ? RING_RADIUS : mark.radius - (mark.radius > 8 ? ICON_EASE : 0);
  return { x: mark.at.x - half, y: mark.at.y - half, width: 2 * half, height: 2 * half };
}

function hasCountRoom(mark: Mark, marks: readonly Mark[]): boolean {
  const [first] = mark.sites;
  if (first?.count === undefined || mark.sites.length > 1 || first.glyph === 'city') return false;
  const at = shoulder(mark.at);
  return !marks.some((other) => other !== mark && Math.hypot(other.at.x - at.x, other.at.y - at.y) < COUNT_ROOM);
}

function countBox(mark: Mark): Rect {
  const at = shoulder(mark.at);
  return { x: at.x - COUNT_WIDTH / 2, y: at.y - COUNT_HEIGHT / 2, width: COUNT_WIDTH, height: COUNT_HEIGHT - COUNT_EASE };
}

/** Where tracks run and events stand. */
function softPoints(picture: MapPicture, view: View): readonly Point[] {
  const places = [...picture.tracks.flatMap((track) => trackLine(track)), ...picture.events];
  return places.map((place) => placeOnScreen(view, place));
}

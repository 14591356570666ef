// Hands on the map: drag, wheel, pinch, keys and taps of the container, turned into a few plain wishes.
import type { Point } from './projection.ts';

export interface Wishes {
  pan(dx: number, dy: number): void;
  zoom(factor: number, at: Point): void;
  zoomStep(step: 1 | -1): void;
  fit(): void;
  tap(at: Point, reach: number): void;
  /** True when a second click here belongs to a mark, so that it must not fit the map. */
  isMark(at: Point, reach: number): boolean;
  point(at: Point | null): void;
}

/** A hand shakes by less than this; a drag never selects. */
const DRAG_FROM_PX = 6;
const MOUSE_REACH = 16;
const TOUCH_REACH = 24;
const KEY_PAN_PX = 70;
const WHEEL_RATE = 0.0016;
const LINE_PX = 18;
const MOST_WHEEL_PX = 240;

/** Listens until the signal aborts. */
export function listen(target: HTMLElement, wishes: Wishes, signal: AbortSignal): void {
  const place = (event: MouseEvent): Point => {
    const box = target.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const isOurs = (event: Event): boolean => event.target === target || event.target instanceof HTMLCanvasElement;
  listenToPointers(target, wishes, { place, isOurs, signal });
  target.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === 0 ? 1 : LINE_PX);
      wishes.zoom(Math.exp(-Math.max(-MOST_WHEEL_PX, Math.min(MOST_WHEEL_PX, pixels)) * WHEEL_RATE), place(event));
    },
    { passive: false, signal },
  );
  target.addEventListener(
    'dblclick',
    (event) => {
      if (isOurs(event) && !wishes.isMark(place(event), TOUCH_REACH)) wishes.fit();
    },
    { signal },
  );
  target.addEventListener(
    'keydown',
    (event) => {
      if (event.target === target && !event.ctrlKey && !event.metaKey && !event.altKey && press(event.key, wishes))
        event.preventDefault();
    },
    { signal },
  );
}

interface Ground {
  readonly place: (event: MouseEvent) => Point;
  readonly isOurs: (event: Event) => boolean;
  readonly signal: AbortSignal;
}

function listenToPointers(target: HTMLElement, wishes: Wishes, { place, isOurs, signal }: Ground): void {
  const down = new Map<number, Point>();
  let start: Point = { x: 0, y: 0 };
  let isDrag = false;
  const lift = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId)) return;
    const at = place(event);
    if (event.type === 'pointerup' && down.size === 0 && !isDrag)
      wishes.tap(at, event.pointerType === 'mouse' ? MOUSE_REACH : TOUCH_REACH);
    if (down.size === 0) target.style.cursor = '';
  };
  target.addEventListener(
    'pointerdown',
    (event) => {
      if (!isOurs(event) || (event.pointerType === 'mouse' && event.button !== 0)) return;
      target.setPointerCapture(event.pointerId);
      if (down.size === 0) [start, isDrag] = [place(event), false];
      else isDrag = true;
      down.set(event.pointerId, place(event));
    },
    { signal },
  );
  target.addEventListener(
    'pointermove',
    (event) => {
      const at = place(event);
      const before = down.get(event.pointerId);
      if (before === undefined) {
        if (event.pointerType === 'mouse') wishes.point(isOurs(event) ? at : null);
        return;
      }
      if (!isDrag && Math.hypot(at.x - start.x, at.y - start.y) < DRAG_FROM_PX) return;
      if (!isDrag) {
        isDrag = true;
        target.style.cursor = 'grabbing';
        wishes.point(null);
      }
      down.set(event.pointerId, at);
      if (down.size === 1) wishes.pan(at.x - before.x, at.y - before.y);
      else pinch(wishes, [...down].filter(([id]) => id !== event.pointerId)[0]?.[1], before, at);
    },
    { signal },
  );
  target.addEventListener('pointerup', lift, { signal });
  target.addEventListener('pointercancel', lift, { signal });
  target.addEventListener('pointerleave', () => wishes.point(null), { signal });
}

/** One finger of two moved: the middle moves half as far, the spread changes the scale. */
function pinch(wishes: Wishes, other: Point | undefined, before: Point, after: Point): void {
  if (other === undefined) return;
  const spread = (a: Point): number => Math.max(20, Math.hypot(a.x - other.x, a.y - other.y));
  wishes.pan((after.x - before.x) / 2, (after.y - before.y) / 2);
  wishes.zoom(spread(after) / spread(before), { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 });
}

/** Does what a key asks of the map; false when it asks nothing. */
export function press(key: string, wishes: Wishes): boolean {
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [KEY_PAN_PX, 0],
    ArrowRight: [-KEY_PAN_PX, 0],
    ArrowUp: [0, KEY_PAN_PX],
    ArrowDown: [0, -KEY_PAN_PX],
  };
  const move = moves[key];
  if (move !== undefined) wishes.pan(...move);
  else if (key === '+' || key === '=') wishes.zoomStep(1);
  else if (key === '-' || key === '_') wishes.zoomStep(-1);
  else if (key === '0') wishes.fit();
  else return false;
  return true;
}

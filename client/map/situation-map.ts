// The situation map: the one door of this folder. It draws pictures and reports what was pointed at; it knows no game.
import Phaser from 'phaser';
import { placeOnScreen } from './camera.ts';
import type { Mark } from './clusters.ts';
import { fetchGround } from './ground.ts';
import { type MapHook, publishHook } from './hook.ts';
import { listen, press } from './input.ts';
import { FONT_FAMILY, ROOM } from './palette.ts';
import { EMPTY_PICTURE, type MapPicture } from './picture.ts';
import { type Point, PROJECTIONS, type ProjectionName } from './projection.ts';
import { type Covered, RoomScene } from './scene.ts';

export interface SituationMap {
  show(picture: MapPicture): void;
  zoom(step: 1 | -1): void;
  fit(): void;
  /** An arrow, plus, minus or 0 that was pressed beside the map; false when the key is none of these. */
  press(key: string): boolean;
  /** Changes the projection once its land is there; rejects when it cannot be fetched. */
  turn(projection: ProjectionName): Promise<void>;
  /** What lies over the map: labels keep out of it, and the fit keeps sites out of what stays. */
  cover(covered: Covered): void;
  destroy(): void;
}

export interface MapListener {
  select(id: string | null): void;
  hover(id: string | null): void;
}

export interface MapOptions {
  readonly renderer: 'webgl' | 'canvas' | 'auto';
  readonly reducedMotion: boolean;
}

const ZOOM_STEP = 1.6;
/** A click on a cluster comes this much closer; most clusters part at once. */
const CLUSTER_STEP = 2.4;
const MOST_DPR = 2;
/** A page whose fonts never come still gets its map. */
const FONT_PATIENCE_MS = 2500;
const FONT_WEIGHTS = ['400', '600'] as const;

/** Builds the map inside the parent, which keeps its own label and focus; ready when the promise resolves. */
export async function createSituationMap(parent: HTMLElement, on: MapListener, options: MapOptions): Promise<SituationMap> {
  await fonts();
  const dpr = Math.min(MOST_DPR, globalThis.devicePixelRatio || 1);
  const size = sizeOf(parent);
  const stop = new AbortController();
  prepare(parent);
  const { scene, game } = await boot(parent, size, dpr, options);
  let picture = EMPTY_PICTURE;
  let wanted: ProjectionName = 'polar';
  let letters = lettersOfPage();
  const observer = new ResizeObserver(() => {
    const next = sizeOf(parent);
    if (next.width === scene.view.width && next.height === scene.view.height) return;
    game.scale.resize(Math.round(next.width * dpr), Math.round(next.height * dpr));
    scene.resize(next.width, next.height);
  });
  observer.observe(parent);
  const hands = handsOn(parent, scene, on);
  listen(parent, hands, stop.signal);
  const unpublish = publishHook(hookOf(game, scene, () => picture));
  return {
    show(next) {
      picture = next;
      if (letters === lettersOfPage()) return scene.show(next);
      // The reader has changed the language: its letters come first, or names are measured in another font than they get.
      letters = lettersOfPage();
      void fonts().then(() => {
        if (!stop.signal.aborted) scene.show(picture);
      });
    },
    zoom: (step) => scene.flyZoom(step === 1 ? ZOOM_STEP : 1 / ZOOM_STEP),
    fit: () => scene.fit(),
    async turn(name) {
      wanted = name;
      const ground = await fetchGround(name);
      // Whoever changed his mind while the land was on its way gets what he asked for last.
      if (wanted === name && scene.view.projection.name !== name && !stop.signal.aborted) scene.turn(PROJECTIONS[name], ground);
    },
    press: (key) => press(key, hands),
    cover: (covered) => scene.cover(covered),
    destroy() {
      stop.abort();
      observer.disconnect();
      unpublish();
      // Phaser 4.2.1 forgets this one: its canvas stays in a pool that outlives the game, and holds the page round the map.
      game.textures.tileSprite?.destroy();
      game.destroy(true);
      // The game takes itself down in its next step, which a sleeping loop never reaches.
      game.loop.wake();
    },
  };
}

/** A letter of each alphabet that this page's language is written in: each is a file of its own, and only these are fetched. */
const lettersOfPage = (): string => (document.documentElement.lang === 'ru' ? 'Aя' : 'A');

async function fonts(): Promise<void> {
  const wanted = FONT_WEIGHTS.map((weight) => document.fonts.load(`${weight} 12px ${FONT_FAMILY}`, lettersOfPage()));
  await Promise.race([
    Promise.allSettled(wanted),
    new Promise((resolve) => {
      setTimeout(resolve, FONT_PATIENCE_MS);
    }),
  ]);
}

function sizeOf(parent: HTMLElement): { readonly width: number; readonly height: number } {
  return { width: Math.max(64, parent.clientWidth), height: Math.max(64, parent.clientHeight) };
}

function prepare(parent: HTMLElement): void {
  if (getComputedStyle(parent).position === 'static') parent.style.position = 'relative';
  parent.style.overflow = 'hidden';
  parent.style.touchAction = 'none';
  parent.style.background = ROOM.outside;
  if (!parent.hasAttribute('tabindex')) parent.tabIndex = 0;
}

interface Booted {
  readonly scene: RoomScene;
  readonly game: Phaser.Game;
}

function boot(parent: HTMLElement, size: { width: number; height: number }, dpr: number, options: MapOptions): Promise<Booted> {
  return new Promise((resolve) => {
    const scene: RoomScene = new RoomScene({
      ...size,
      dpr,
      reducedMotion: options.reducedMotion,
      onReady: () => resolve({ scene, game }),
    });
    const game = new Phaser.Game({
      type: mayUseWebgl(options.renderer) ? Phaser.WEBGL : Phaser.CANVAS,
      parent,
      width: Math.round(size.width * dpr),
      height: Math.round(size.height * dpr),
      backgroundColor: ROOM.outside,
      banner: false,
      audio: { noAudio: true },
      input: { mouse: false, touch: false, keyboard: false, gamepad: false },
      disableContextMenu: false,
      scale: { mode: Phaser.Scale.NONE, zoom: 1 / dpr },
      render: { antialias: true, roundPixels: false, preserveDrawingBuffer: true },
      scene,
    });
    game.canvas?.setAttribute('aria-hidden', 'true');
    game.events.once('ready', () => {
      game.canvas.setAttribute('aria-hidden', 'true');
      game.canvas.style.position = 'absolute';
      game.canvas.style.inset = '0';
    });
  });
}

/** Software WebGL draws the same picture slower than the Canvas renderer, so "auto" takes only real hardware. */
function mayUseWebgl(wanted: MapOptions['renderer']): boolean {
  if (wanted === 'canvas') return false;
  const gl = document.createElement('canvas').getContext('webgl');
  if (gl === null) return false;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = info === null ? '' : String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return wanted === 'webgl' || !/swiftshader|llvmpipe|software/i.test(name);
}

function handsOn(parent: HTMLElement, scene: RoomScene, on: MapListener): Parameters<typeof listen>[1] {
  let hovered: string | null = null;
  let openedAtMs = Number.NEGATIVE_INFINITY;
  const idOf = (mark: Mark | null): string | null => (mark?.sites.length === 1 ? (mark.sites[0]?.id ?? null) : null);
  const tap = (at: Point, reach: number): void => {
    const mark = scene.markAt(at, reach);
    if (mark !== null && mark.sites.length > 1) {
      openedAtMs = performance.now();
      scene.flyZoom(CLUSTER_STEP, scene.screenOf(mark));
    } else on.select(idOf(mark));
  };
  return {
    pan: (dx, dy) => scene.pan(dx, dy),
    zoom: (factor, at) => scene.zoomAt(factor, at),
    zoomStep: (step) => scene.flyZoom(step === 1 ? ZOOM_STEP : 1 / ZOOM_STEP),
    fit: () => scene.fit(),
    tap,
    isMark: (at, reach) => performance.now() - openedAtMs < 600 || scene.markAt(at, reach) !== null,
    point(at) {
      const mark = at === null ? null : scene.markAt(at, 16);
      parent.style.cursor = mark === null ? '' : 'pointer';
      scene.hover(mark);
      if (idOf(mark) === hovered) return;
      hovered = idOf(mark);
      on.hover(hovered);
    },
  };
}

function hookOf(game: Phaser.Game, scene: RoomScene, picture: () => MapPicture): MapHook {
  return {
    ready: true,
    renderer: game.config.renderType === Phaser.WEBGL ? 'webgl' : 'canvas',
    get projection() {
      return scene.view.projection.name;
    },
    get asleep() {
      return scene.isAsleep;
    },
    sites() {
      const markOf = new Map(scene.layout.marks.flatMap((mark) => mark.sites.map((site) => [site.id, mark] as const)));
      return picture().sites.map((site) => {
        const mark = markOf.get(site.id);
        const at = mark === undefined ? placeOnScreen(scene.view, site) : scene.screenOf(mark);
        const visible = at.x >= 0 && at.y >= 0 && at.x <= scene.view.width && at.y <= scene.view.height;
        return { id: site.id, x: at.x, y: at.y, visible, clustered: (mark?.sites.length ?? 0) > 1 };
      });
    },
    labels: () => scene.labelRects().map(({ id, text, x, y, width, height }) => ({ id, text, x, y, width, height })),
  };
}

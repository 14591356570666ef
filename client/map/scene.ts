// The scene: plates, marks, texts and pulses under one camera, and a loop that sleeps whenever nothing moves.
import Phaser from 'phaser';
import { between, fitView, pan, resized, type View, zoomAt } from './camera.ts';
import type { Mark } from './clusters.ts';
import { clearOf, fitAround } from './fit.ts';
import { polarGround } from './ground.ts';
import { type Rect, touch } from './labels.ts';
import type { Ground } from './land.ts';
import { arrange, type Layout } from './layout.ts';
import { Marks } from './marks.ts';
import { paintOverlay } from './overlay.ts';
import { EMPTY_PICTURE, type MapPicture } from './picture.ts';
import { Plate } from './plate.ts';
import { POLAR, type Point, type Projection } from './projection.ts';
import { isQuiet, Pulses } from './pulses.ts';
import { measurer, Texts } from './texts.ts';
import { baked } from './textures.ts';
import { paintDarkness, paintVignette, VIGNETTE_BOX } from './vignette.ts';

export interface SceneOptions {
  readonly dpr: number;
  readonly width: number;
  readonly height: number;
  readonly reducedMotion: boolean;
  readonly onReady: () => void;
}

/** What lies over the map, in CSS pixels: what stays there, and what comes and goes with a selection. */
export interface Covered {
  readonly lasting: readonly Rect[];
  readonly passing: readonly Rect[];
}

/** The picture is painted crisp this long after the last movement. */
const SETTLE_MS = 120;
const FLIGHT_MS = 260;
const DARKEN_MS = 700;
/** Frames still drawn after the last change, so that both renderers have shown it. */
const LINGER_MS = 60;
const DARK = 1;

export class RoomScene extends Phaser.Scene {
  readonly #options: SceneOptions;
  readonly #measure = measurer();
  #parts: {
    base: Plate;
    overlay: Plate;
    marks: Marks;
    texts: Texts;
    pulses: Pulses;
    dark: Phaser.GameObjects.Image;
    vignette: Phaser.GameObjects.Image;
  } | null = null;
  #ground: Ground = polarGround();
  #picture: MapPicture = EMPTY_PICTURE;
  #covered: Covered = { lasting: [], passing: [] };
  /** Nobody has moved the map since it was fitted: it may be fitted anew when the room round it changes. */
  #isFitted = true;
  #isFirstPicture = true;
  #view: View;
  #layout: Layout;
  #flight: { readonly from: View; readonly to: View; readonly startMs: number } | null = null;
  #settleAtMs: number | null = null;
  #awakeUntilMs = 0;
  #lastMs = 0;
  #hovered: Mark | null = null;

  constructor(options: SceneOptions) {
    super('room');
    this.#options = options;
    this.#view = fitView(POLAR, options.width, options.height);
    this.#layout = { view: this.#view, marks: [], letterings: [], counted: new Set() };
  }

  create(): void {
    const { dpr } = this.#options;
    const stretched = (key: string, depth: number, paint: (ctx: CanvasRenderingContext2D) => void): Phaser.GameObjects.Image =>
      this.add
        .image(0, 0, baked(this, { key, size: VIGNETTE_BOX, dpr: 1 }, paint))
        .setOrigin(0, 0)
        .setDepth(depth);
    this.#parts = {
      base: new Plate(this, 'base', 0, (ctx, view, sharpness) => this.#ground.paint(ctx, view, sharpness)),
      overlay: new Plate(this, 'overlay', 3, (ctx, view) =>
        paintOverlay(ctx, { picture: this.#picture, layout: this.#layout, backdrop: this.#ground.backdrop }, view),
      ),
      marks: new Marks(this, dpr),
      texts: new Texts(this, dpr),
      pulses: new Pulses(this, dpr),
      dark: stretched('darkness', 1, paintDarkness).setAlpha(0),
      vignette: stretched('vignette', 2, paintVignette),
    };
    this.#stretch();
    this.#arrange();
    this.#parts.base.redraw(this.#view, dpr);
    this.#options.onReady();
  }

  get view(): View {
    return this.#view;
  }

  get layout(): Layout {
    return this.#layout;
  }

  get isAsleep(): boolean {
    return !this.game.loop.running;
  }

  show(picture: MapPicture): void {
    const before = new Set(this.#picture.events.map((event) => event.id));
    const fresh = picture.events.filter((event) => !before.has(event.id) && !isQuiet(event));
    this.#picture = picture;
    this.#hovered = null;
    this.#parts?.texts.showCard(null, { x: 0, y: 0 }, this.#view);
    // Whoever has just come in sees a still room: motion is for what changed while one watched.
    if (!this.#isFirstPicture && !this.#options.reducedMotion) this.#parts?.pulses.start(fresh, performance.now());
    if (this.#isFirstPicture || this.#options.reducedMotion) this.#parts?.dark.setAlpha(picture.dark ? DARK : 0);
    // The fit minds the sites, which are known only now.
    if (this.#isFirstPicture) this.#jump(this.#fitted());
    else this.#arrange();
    this.#isFirstPicture = false;
    this.#stir();
  }

  /** Whoever draws a window wider resizes it a hundred times: it is painted afresh once that is over. */
  resize(width: number, height: number): void {
    const next = resized(this.#view, width, height);
    this.#look(this.#isFitted ? this.#fitted(next.projection, next) : next);
    this.#stretch();
  }

  /** Shows the whole theatre on another ground. */
  turn(projection: Projection, ground: Ground): void {
    this.#ground = ground;
    this.#isFitted = true;
    this.#jump(this.#fitted(projection));
  }

  /** Keeps labels, the fit and what is selected out from under what lies over the map. */
  cover(covered: Covered): void {
    this.#covered = covered;
    const now = this.#flight?.to ?? this.#view;
    const fitted = this.#isFitted ? this.#fitted() : now;
    const selected = this.#picture.sites.find((site) => site.id === this.#picture.selected);
    const next = selected === undefined ? fitted : clearOf(fitted, selected, covered.passing);
    if (next.x !== now.x || next.y !== now.y || next.scale !== now.scale) this.#fly(next);
    this.#arrange();
    this.#stir();
  }

  pan(dx: number, dy: number): void {
    this.#isFitted = false;
    this.#look(pan(this.#flight?.to ?? this.#view, dx, dy));
  }

  zoomAt(factor: number, at: Point): void {
    this.#isFitted = false;
    this.#look(zoomAt(this.#view, factor, at));
  }

  /** Zooms smoothly about a screen point, by default the middle. */
  flyZoom(factor: number, at: Point = { x: this.#view.width / 2, y: this.#view.height / 2 }): void {
    this.#isFitted = false;
    this.#fly(zoomAt(this.#flight?.to ?? this.#view, factor, at));
  }

  fit(): void {
    this.#isFitted = true;
    this.#fly(this.#fitted());
  }

  markAt(at: Point, reach: number): Mark | null {
    return this.#parts?.marks.nearest(at, reach, this.#view) ?? null;
  }

  screenOf(mark: Mark): Point {
    return this.#parts?.marks.screenOf(mark, this.#view) ?? mark.at;
  }

  labelRects(): readonly (Rect & { readonly id: string; readonly text: string })[] {
    return this.#parts?.texts.rects(this.#view) ?? [];
  }

  /** Rings and describes the mark under the pointer. */
  hover(mark: Mark | null): void {
    if (mark?.id === this.#hovered?.id || this.#parts === null) return;
    this.#hovered = mark;
    const site = mark !== null && mark.sites.length === 1 ? (mark.sites[0] ?? null) : null;
    this.#parts.texts.showCard(site, mark === null ? { x: 0, y: 0 } : this.screenOf(mark), this.#view);
    this.#follow();
    this.#stir();
  }

  override update(): void {
    const now = performance.now();
    const elapsed = Math.min(50, now - this.#lastMs);
    this.#lastMs = now;
    const busy = [
      this.#advanceFlight(now),
      this.#parts?.pulses.advance(now, this.#view) ?? false,
      this.#advanceDarkness(elapsed),
      this.#settle(now),
    ];
    if (!busy.includes(true) && now > this.#awakeUntilMs) this.game.loop.sleep();
  }

  #fitted(projection: Projection = this.#view.projection, size: { width: number; height: number } = this.#view): View {
    const note = this.#parts?.texts.writeNote(this.#picture.note, { ...this.#view, ...size });
    const covered = note === undefined ? this.#covered.lasting : [...this.#covered.lasting, note];
    const screen = { width: size.width, height: size.height, covered };
    return fitAround(projection, screen, this.#picture.sites);
  }

  /** Changes the view at once, all painted afresh. */
  #jump(view: View): void {
    this.#view = view;
    this.#flight = null;
    this.#stretch();
    this.#arrange();
    this.#parts?.base.redraw(view, this.#options.dpr);
    this.#stir();
  }

  #look(view: View): void {
    this.#flight = null;
    this.#view = view;
    this.#settleAtMs = performance.now() + SETTLE_MS;
    this.hover(null);
    this.#follow();
    this.#stir();
  }

  #fly(to: View): void {
    if (this.#options.reducedMotion) {
      this.#look(to);
      return;
    }
    this.hover(null);
    this.#flight = { from: this.#view, to, startMs: performance.now() };
    this.#stir();
  }

  #advanceFlight(now: number): boolean {
    const flight = this.#flight;
    if (flight === null) return false;
    const part = Math.min(1, (now - flight.startMs) / FLIGHT_MS);
    this.#view = part === 1 ? flight.to : between(flight.from, flight.to, 1 - (1 - part) ** 3);
    if (part === 1) [this.#flight, this.#settleAtMs] = [null, now];
    this.#follow();
    return true;
  }

  #advanceDarkness(elapsedMs: number): boolean {
    const dark = this.#parts?.dark;
    const wanted = this.#picture.dark ? DARK : 0;
    if (dark === undefined || dark.alpha === wanted) return false;
    const step = elapsedMs / DARKEN_MS;
    dark.setAlpha(wanted > dark.alpha ? Math.min(wanted, dark.alpha + step) : Math.max(wanted, dark.alpha - step));
    return true;
  }

  #settle(now: number): boolean {
    if (this.#settleAtMs === null) return false;
    if (now < this.#settleAtMs) return true;
    this.#settleAtMs = null;
    this.#arrange();
    this.#parts?.base.redraw(this.#view, this.#options.dpr);
    this.#stir();
    return false;
  }

  /** Clusters, places labels and paints what depends on the picture; the ground is painted elsewhere. */
  #arrange(): void {
    if (this.#parts === null) return;
    const { texts } = this.#parts;
    let note = texts.writeNote(this.#picture.note, this.#view);
    // Half a sentence beside a card says something else than the whole: it waits until the card has gone.
    if (this.#covered.passing.some((rect) => touch(rect, note, 0))) note = texts.writeNote('', this.#view);
    this.#layout = arrange(this.#picture, this.#view, this.#measure, [note, ...this.#covered.lasting, ...this.#covered.passing]);
    this.#parts.marks.lay(this.#layout);
    this.#parts.texts.lay(this.#layout);
    this.#parts.overlay.redraw(this.#view, this.#options.dpr);
    this.#follow();
  }

  #follow(): void {
    const parts = this.#parts;
    if (parts === null) return;
    parts.base.follow(this.#view, this.#options.dpr);
    parts.overlay.follow(this.#view, this.#options.dpr);
    parts.marks.follow(this.#view, this.#picture.selected, this.#hovered?.id ?? null);
    parts.texts.follow(this.#view);
  }

  #stretch(): void {
    const { dpr } = this.#options;
    for (const image of [this.#parts?.dark, this.#parts?.vignette])
      image?.setDisplaySize(this.#view.width * dpr, this.#view.height * dpr);
  }

  #stir(): void {
    const now = performance.now();
    this.#awakeUntilMs = now + LINGER_MS;
    if (this.isAsleep) {
      this.#lastMs = now;
      this.game.loop.wake();
    }
  }
}

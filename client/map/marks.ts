// The icons on the screen: one image per mark, a figure at its shoulder, rings round the selected and the hovered.
import type Phaser from 'phaser';
import { toScreen, toWorld, type View } from './camera.ts';
import type { Mark } from './clusters.ts';
import { ICON_BOX, iconKey, paintCluster, paintCount, paintIcon, paintRing, shoulder } from './icons.ts';
import type { Layout } from './layout.ts';
import type { Point } from './projection.ts';
import { baked } from './textures.ts';

const MARK_DEPTH = 10;
const COUNT_DEPTH = 11;
const RING_DEPTH = 12;

export class Marks {
  readonly #scene: Phaser.Scene;
  readonly #dpr: number;
  #images: readonly {
    readonly mark: Mark;
    readonly image: Phaser.GameObjects.Image;
    readonly count: Phaser.GameObjects.Image | null;
  }[] = [];
  #layout: Layout | null = null;
  readonly #selectedRing: Phaser.GameObjects.Image;
  readonly #hoverRing: Phaser.GameObjects.Image;

  constructor(scene: Phaser.Scene, dpr: number) {
    this.#scene = scene;
    this.#dpr = dpr;
    const ring = (isSelected: boolean): Phaser.GameObjects.Image =>
      scene.add
        .image(
          0,
          0,
          baked(scene, { key: `ring:${isSelected}`, size: 2 * ICON_BOX, dpr }, (ctx) => paintRing(ctx, isSelected)),
        )
        .setDepth(RING_DEPTH)
        .setVisible(false);
    this.#selectedRing = ring(true);
    this.#hoverRing = ring(false);
  }

  /** Replaces all marks by those of a new layout. */
  lay(layout: Layout): void {
    for (const { image, count } of this.#images) {
      image.destroy();
      count?.destroy();
    }
    this.#layout = layout;
    // The lightest is drawn first, so the heaviest lies on top should two marks still touch.
    this.#images = layout.marks
      .toReversed()
      .map((mark) => ({ mark, image: this.#imageOf(mark), count: this.#countOf(mark, layout) }));
  }

  follow(view: View, selected: string | null, hovered: string | null): void {
    this.#selectedRing.setVisible(false);
    this.#hoverRing.setVisible(false);
    for (const { mark, image, count } of this.#images) {
      const at = this.screenOf(mark, view);
      this.#put(image, at);
      if (count !== null) this.#put(count, shoulder(at));
      if (mark.id === selected) this.#put(this.#selectedRing.setVisible(true), at);
      else if (mark.id === hovered) this.#put(this.#hoverRing.setVisible(true), at);
    }
  }

  /** Where a mark stands in a view: its place on the ground plus the push it got in its layout. */
  screenOf(mark: Mark, view: View): Point {
    if (this.#layout === null) return mark.at;
    const ground = toScreen(view, toWorld(this.#layout.view, mark.anchor));
    return { x: ground.x + mark.at.x - mark.anchor.x, y: ground.y + mark.at.y - mark.anchor.y };
  }

  /** The mark nearest to a screen point within reach, or null. */
  nearest(at: Point, reach: number, view: View): Mark | null {
    let [best, distance]: [Mark | null, number] = [null, reach];
    for (const { mark } of this.#images) {
      const place = this.screenOf(mark, view);
      const away = Math.hypot(place.x - at.x, place.y - at.y);
      if (away <= distance) [best, distance] = [mark, away];
    }
    return best;
  }

  #put(image: Phaser.GameObjects.Image, at: Point): void {
    image.setPosition(Math.round(at.x * this.#dpr), Math.round(at.y * this.#dpr));
  }

  #imageOf(mark: Mark): Phaser.GameObjects.Image {
    const [first] = mark.sites;
    if (first === undefined) throw new Error('a mark stands for at least one site');
    const isCluster = mark.sites.length > 1;
    const key = isCluster ? `cluster:${first.side}:${mark.sites.length}` : iconKey(first);
    baked(this.#scene, { key, size: ICON_BOX, dpr: this.#dpr }, (ctx) =>
      isCluster ? paintCluster(ctx, first.side, mark.sites.length) : paintIcon(ctx, first),
    );
    return this.#scene.add.image(0, 0, key).setDepth(MARK_DEPTH);
  }

  #countOf(mark: Mark, layout: Layout): Phaser.GameObjects.Image | null {
    const [first] = mark.sites;
    if (first?.count === undefined || !layout.counted.has(mark.id)) return null;
    const figure = String(first.count);
    const key = baked(this.#scene, { key: `count:${first.side}:${figure}`, size: ICON_BOX, dpr: this.#dpr }, (ctx) =>
      paintCount(ctx, first.side, figure),
    );
    return this.#scene.add.image(0, 0, key).setDepth(COUNT_DEPTH);
  }
}

// A plate: a canvas painted for one view and shown as an image, moved with the camera and painted afresh when it rests.
import type Phaser from 'phaser';
import { toScreen, toWorld, type View } from './camera.ts';

export type Paint = (ctx: CanvasRenderingContext2D, view: View, sharpness: number) => void;

/** Painted beyond each edge of the screen, so that a short drag shows no bare edge. */
const MARGIN_SHARE = 0.12;
/** Every WebGL has textures of this size. */
const LARGEST_SIDE = 4096;

export class Plate {
  readonly #texture: Phaser.Textures.CanvasTexture;
  readonly #image: Phaser.GameObjects.Image;
  readonly #paint: Paint;
  #painted: View | null = null;
  #sharpness = 1;

  constructor(scene: Phaser.Scene, key: string, depth: number, paint: Paint) {
    const texture = scene.textures.createCanvas(key, 8, 8);
    if (texture === null) throw new Error(`a texture named ${key} exists already`);
    this.#texture = texture;
    this.#image = scene.add.image(0, 0, key).setOrigin(0, 0).setDepth(depth);
    this.#paint = paint;
  }

  /** Paints the view at the screen's own resolution, or as near to it as a texture can be. */
  redraw(view: View, dpr: number): void {
    const longer = Math.max(view.width, view.height);
    const margin = Math.max(0, Math.floor(Math.min(longer * MARGIN_SHARE, (LARGEST_SIDE / dpr - longer) / 2)));
    const painted = { ...view, width: view.width + 2 * margin, height: view.height + 2 * margin };
    const sharpness = Math.min(dpr, LARGEST_SIDE / Math.max(painted.width, painted.height));
    const [width, height] = [Math.ceil(painted.width * sharpness), Math.ceil(painted.height * sharpness)];
    if (this.#texture.width !== width || this.#texture.height !== height) {
      this.#texture.setSize(width, height);
      this.#image.setTexture(this.#texture.key);
      this.#image.setSize(width, height);
    }
    const ctx = this.#texture.context;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, width, height);
    ctx.setTransform(sharpness, 0, 0, sharpness, 0, 0);
    this.#paint(ctx, painted, sharpness);
    this.#texture.refresh();
    this.#painted = painted;
    this.#sharpness = sharpness;
    this.follow(view, dpr);
  }

  /** Shows what was painted where it belongs in another view. */
  follow(view: View, dpr: number): void {
    if (this.#painted === null) return;
    const corner = toScreen(view, toWorld(this.#painted, { x: 0, y: 0 }));
    this.#image.setPosition(Math.round(corner.x * dpr), Math.round(corner.y * dpr));
    this.#image.setScale((view.scale / this.#painted.scale) * (dpr / this.#sharpness));
  }
}

// Textures baked once per look: Phaser's Canvas renderer ignores tints, so every colour is a texture of its own.
import type Phaser from 'phaser';

export interface Baking {
  readonly key: string;
  /** Side of the square, in CSS pixels, as paint counts them. */
  readonly size: number;
  readonly dpr: number;
}

/** The key of a square texture, painted on first use. */
export function baked(scene: Phaser.Scene, { key, size, dpr }: Baking, paint: (ctx: CanvasRenderingContext2D) => void): string {
  if (scene.textures.exists(key)) return key;
  const texture = scene.textures.createCanvas(key, Math.ceil(size * dpr), Math.ceil(size * dpr));
  if (texture === null) throw new Error(`cannot bake ${key}`);
  texture.context.scale(dpr, dpr);
  paint(texture.context);
  texture.refresh();
  return key;
}

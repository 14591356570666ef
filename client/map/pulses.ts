// Pulses: two slow rings where something new happened, two seconds in all, one ring a second: nothing flashes.
import type Phaser from 'phaser';
import { placeOnScreen, type View } from './camera.ts';
import { accent } from './palette.ts';
import type { MapEvent, Side } from './picture.ts';
import { baked } from './textures.ts';

const PULSE_MS = 1000;
const RINGS = 2;
const RING_BOX = 96;
const DEPTH = 9;
/** More at once is a firework, not news. */
const MOST = 16;

/** In an exchange nothing calls for attention: there is nothing else left to look at. */
export const isQuiet = ({ kind }: MapEvent): boolean => kind === 'arrival' || kind === 'interception';

interface Pulse {
  readonly event: MapEvent;
  readonly startMs: number;
  readonly ring: Phaser.GameObjects.Image;
}

export class Pulses {
  readonly #scene: Phaser.Scene;
  readonly #dpr: number;
  #running: readonly Pulse[] = [];

  constructor(scene: Phaser.Scene, dpr: number) {
    this.#scene = scene;
    this.#dpr = dpr;
  }

  start(events: readonly MapEvent[], nowMs: number): void {
    const fresh = events.slice(0, MOST).map((event) => ({ event, startMs: nowMs, ring: this.#ring(event.side) }));
    this.#running = [...this.#running, ...fresh];
  }

  /** Moves every pulse on; true while any runs. */
  advance(nowMs: number, view: View): boolean {
    for (const { event, startMs, ring } of this.#running) {
      const age = nowMs - startMs;
      if (age > PULSE_MS * RINGS) ring.destroy();
      else this.#shape(ring, (age % PULSE_MS) / PULSE_MS, event, view);
    }
    this.#running = this.#running.filter(({ startMs }) => nowMs - startMs <= PULSE_MS * RINGS);
    return this.#running.length > 0;
  }

  #shape(ring: Phaser.GameObjects.Image, part: number, event: MapEvent, view: View): void {
    const at = placeOnScreen(view, event);
    const eased = 1 - (1 - part) ** 3;
    ring
      .setPosition(at.x * this.#dpr, at.y * this.#dpr)
      .setScale(0.3 + 0.7 * eased)
      .setAlpha(0.9 * (1 - part));
  }

  #ring(side: Side): Phaser.GameObjects.Image {
    const key = baked(this.#scene, { key: `pulse:${side}`, size: RING_BOX, dpr: this.#dpr }, (ctx) => {
      ctx.translate(RING_BOX / 2, RING_BOX / 2);
      for (const [width, opacity] of [
        [10, 0.12],
        [5, 0.25],
        [2, 0.95],
      ] as const) {
        ctx.beginPath();
        ctx.arc(0, 0, RING_BOX / 2 - 8, 0, 2 * Math.PI);
        ctx.strokeStyle = accent(side, opacity);
        ctx.lineWidth = width;
        ctx.stroke();
      }
    });
    return this.#scene.add.image(0, 0, key).setDepth(DEPTH);
  }
}

// Everything written on the map: labels that move with it, the note in the corner, the card of what is pointed at.
import type Phaser from 'phaser';
import { toScreen, toWorld, type View } from './camera.ts';
import type { Rect } from './labels.ts';
import type { LabelKind, Layout, Measure } from './layout.ts';
import { FONT_FAMILY, ROOM } from './palette.ts';
import type { MapSite } from './picture.ts';
import type { Point } from './projection.ts';

interface Hand {
  readonly size: number;
  readonly weight: string;
  readonly colour: string;
  readonly halo: number;
}

const HANDS: Readonly<Record<LabelKind, Hand>> = {
  site: { size: 12.5, weight: '600', colour: ROOM.label, halo: 3.5 },
  city: { size: 12, weight: '400', colour: ROOM.labelDim, halo: 3 },
  sea: { size: 12, weight: 'italic 400', colour: 'rgba(118, 166, 205, 0.72)', halo: 0 },
};
const NOTE_WIDTH = 330;
const NOTE_LEAST_WIDTH = 80;
const NOTE_INSET = 14;
const NOTE_NEEDS_HEIGHT = 340;
const LABEL_DEPTH = 20;

/** Measures one line as it will be drawn. */
export function measurer(): Measure {
  const ctx = document.createElement('canvas').getContext('2d');
  if (ctx === null) throw new Error('this browser draws no canvas');
  return (text, kind) => {
    const { weight, size, halo } = HANDS[kind];
    ctx.font = `${weight} ${size}px ${FONT_FAMILY}`;
    return Math.ceil(ctx.measureText(text).width + halo);
  };
}

export class Texts {
  readonly #scene: Phaser.Scene;
  readonly #dpr: number;
  readonly #labels = new Map<string, Phaser.GameObjects.Text>();
  readonly #note: Phaser.GameObjects.Text;
  readonly #card: Phaser.GameObjects.Text;
  #layout: Layout | null = null;

  constructor(scene: Phaser.Scene, dpr: number) {
    this.#scene = scene;
    this.#dpr = dpr;
    const plain = { fontFamily: FONT_FAMILY, fontSize: `${12 * dpr}px`, color: '#a9bccd', lineSpacing: 2 * dpr };
    this.#note = scene.add.text(0, 0, '', plain).setDepth(LABEL_DEPTH);
    this.#note.setStroke(ROOM.halo, 3 * dpr);
    this.#card = scene.add
      .text(0, 0, '', { ...plain, fontSize: `${12.5 * dpr}px`, color: '#f0f7fe', backgroundColor: '#0b1826' })
      .setPadding(9 * dpr, 6 * dpr, 9 * dpr, 6 * dpr)
      .setDepth(LABEL_DEPTH + 5)
      .setVisible(false);
  }

  /** Writes the note for a screen and returns the room it takes. */
  writeNote(text: string, view: View): Rect {
    // A strip of map beside an open sheet has no corner to spare: the note comes back with the whole map.
    const note = view.height < NOTE_NEEDS_HEIGHT ? '' : text;
    // A map that is out of sight is as narrow as a letter, and Phaser refuses to wrap by that.
    const width = Math.max(NOTE_LEAST_WIDTH, Math.min(NOTE_WIDTH, view.width - 2 * NOTE_INSET - 40));
    this.#note.setWordWrapWidth(width * this.#dpr, true).setText(note);
    this.#note.setPosition(
      Math.round(NOTE_INSET * this.#dpr),
      Math.round((view.height - NOTE_INSET) * this.#dpr - this.#note.height),
    );
    const [wide, high] = [this.#note.width / this.#dpr, this.#note.height / this.#dpr];
    return note === ''
      ? { x: 0, y: 0, width: 0, height: 0 }
      : { x: NOTE_INSET, y: view.height - NOTE_INSET - high, width: wide, height: high };
  }

  lay(layout: Layout): void {
    this.#layout = layout;
    const kept = new Set(layout.letterings.map(({ id, text }) => `${id}|${text}`));
    for (const [key, text] of this.#labels) {
      if (kept.has(key)) continue;
      text.destroy();
      this.#labels.delete(key);
    }
    for (const { id, text, kind } of layout.letterings) {
      const key = `${id}|${text}`;
      if (!this.#labels.has(key)) this.#labels.set(key, this.#write(text, kind));
    }
  }

  follow(view: View): void {
    if (this.#layout === null) return;
    for (const rect of this.rects(view)) {
      const text = this.#labels.get(rect.key);
      // Whole device pixels for the corner: half a pixel off and thin strokes go grey.
      text?.setPosition(
        Math.round((rect.x + rect.width / 2) * this.#dpr - text.width / 2),
        Math.round((rect.y + rect.height / 2) * this.#dpr - text.height / 2),
      );
    }
  }

  /** Where each label lies in a view. */
  rects(view: View): readonly (Rect & { readonly id: string; readonly key: string; readonly text: string })[] {
    const layout = this.#layout;
    if (layout === null) return [];
    return layout.letterings.map(({ id, text, x, y, width, height, anchor }) => {
      const now = toScreen(view, toWorld(layout.view, anchor));
      return { id, text, key: `${id}|${text}`, x: x + now.x - anchor.x, y: y + now.y - anchor.y, width, height };
    });
  }

  /** The card of a site under the pointer, kept on the screen; null puts it away. */
  showCard(site: MapSite | null, at: Point, view: View): void {
    this.#card.setVisible(site !== null);
    if (site === null) return;
    this.#card.setText(site.detail === '' ? site.name : `${site.name}\n${site.detail}`);
    const [wide, high] = [this.#card.width / this.#dpr, this.#card.height / this.#dpr];
    const x = at.x + 20 + wide > view.width ? at.x - 20 - wide : at.x + 20;
    const y = Math.max(6, Math.min(view.height - high - 6, at.y - high / 2));
    this.#card.setPosition(Math.round(Math.max(6, x) * this.#dpr), Math.round(y * this.#dpr));
  }

  #write(text: string, kind: LabelKind): Phaser.GameObjects.Text {
    const { size, weight, colour, halo } = HANDS[kind];
    const made = this.#scene.add.text(0, 0, text, {
      fontFamily: FONT_FAMILY,
      fontSize: `${size * this.#dpr}px`,
      fontStyle: weight,
      color: colour,
    });
    if (halo > 0) made.setStroke(ROOM.halo, halo * this.#dpr);
    return made.setOrigin(0, 0).setDepth(kind === 'sea' ? MARKS_UNDER : LABEL_DEPTH);
  }
}

/** Seas' names lie under the icons. */
const MARKS_UNDER = 6;

/** Whether this browser's person wants sound, and the one place that makes any: off until he says so. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Cue } from './cues.ts';
import { sound, TONES } from './tones.ts';

export interface Player {
  readonly isOn: ReadonlySignal<boolean>;
  /** By his own hand: the browser lets a page sound only after one. */
  turn(on: boolean): void;
  /** Silent while it is off, and while the browser has not let the page sound yet. */
  play(cue: Cue): void;
}

interface Parts {
  readonly make: () => AudioContext;
  readonly remembered: boolean;
  readonly remember: (on: boolean) => void;
}

export function createPlayer({ make, remembered, remember }: Parts): Player {
  const isOn = signal(remembered);
  let audio: AudioContext | null = null;
  return {
    isOn,
    turn(on) {
      isOn.value = on;
      remember(on);
      if (!on) return void audio?.suspend();
      audio ??= make();
      void audio.resume();
      sound(audio, TONES.lock);
    },
    play(cue) {
      if (!isOn.value) return;
      audio ??= make();
      // One that is kept silent would hoard tones and pour them all out at the first click.
      if (audio.state === 'running') sound(audio, TONES[cue]);
      else void audio.resume();
    },
  };
}

const MEMORY = 'threshold.sound';

export const player = createPlayer({
  make: () => new AudioContext(),
  remembered: remembered(),
  remember(on) {
    try {
      localStorage.setItem(MEMORY, on ? 'on' : 'off');
    } catch {
      // Storage is closed in some private windows: the choice then lasts as long as the page.
    }
  },
});

function remembered(): boolean {
  try {
    return globalThis.localStorage?.getItem(MEMORY) === 'on';
  } catch {
    return false;
  }
}

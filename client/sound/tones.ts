/** What each event sounds like: a few soft sine tones. No file is fetched for it. */
import type { Cue } from './cues.ts';

export interface Tone {
  readonly atS: number;
  readonly lengthS: number;
  readonly hertz: number;
  /** Of full scale at its loudest. */
  readonly gain: number;
}

const tone = (atS: number, hertz: number, gain = 0.06, lengthS = 0.5): Tone => ({ atS, lengthS, hertz, gain });

export const TONES: Readonly<Record<Cue, readonly Tone[]>> = {
  // A fifth that opens; a low one that stays; a dry tick; two light drops; one short click.
  resolved: [tone(0, 392), tone(0.12, 587.3)],
  crisis: [tone(0, 146.8, 0.09, 1.2), tone(0.25, 155.6, 0.06, 1.1)],
  'last-seconds': [tone(0, 880, 0.05, 0.12)],
  message: [tone(0, 659.3, 0.04, 0.25), tone(0.1, 784, 0.04, 0.3)],
  lock: [tone(0, 261.6, 0.06, 0.2)],
};

/** The rise of a tone: without it each begins with a crack. */
const ATTACK_S = 0.015;
const SILENCE = 0.0001;

/** Lays the tones of an event into the browser's audio clock. */
export function sound(audio: AudioContext, tones: readonly Tone[]): void {
  for (const { atS, lengthS, hertz, gain } of tones) {
    const start = audio.currentTime + atS;
    const [voice, loudness] = [audio.createOscillator(), audio.createGain()];
    voice.frequency.value = hertz;
    loudness.gain.setValueAtTime(SILENCE, start);
    loudness.gain.exponentialRampToValueAtTime(gain, start + ATTACK_S);
    loudness.gain.exponentialRampToValueAtTime(SILENCE, start + lengthS);
    voice.connect(loudness).connect(audio.destination);
    voice.start(start);
    voice.stop(start + lengthS);
  }
}

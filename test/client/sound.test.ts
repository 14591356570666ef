import { describe, expect, test } from 'vitest';
import { CUES, cueBetween, type Moment } from '../../client/sound/cues.ts';
import { createPlayer } from '../../client/sound/player.ts';
import { TONES } from '../../client/sound/tones.ts';

const CALM: Moment = { scene: 'room', steps: 2, leftMs: 60_000, isLocked: false, heardLines: 3 };

describe('what is heard', () => {
  test.each<[string, Partial<Moment>, Partial<Moment>, string | null]>([
    ['a turn is resolved', {}, { scene: 'reveal', steps: 3 }, 'resolved'],
    ['a turn is resolved under a locked sheet, which opens again', { isLocked: true }, { scene: 'reveal', steps: 3 }, 'resolved'],
    ['a crisis', { scene: 'reveal' }, { scene: 'crisis' }, 'crisis'],
    ['a crisis that comes with a step is told as the crisis', {}, { scene: 'crisis', steps: 3 }, 'crisis'],
    ['ten seconds are left', { leftMs: 10_400 }, { leftMs: 9_900 }, 'last-seconds'],
    ['nine seconds are left: it has been said', { leftMs: 9_900 }, { leftMs: 9_400 }, null],
    ['ten seconds are left and the sheet is locked', { leftMs: 10_400, isLocked: true }, { leftMs: 9_900, isLocked: true }, null],
    ['a clock that was not there shows five seconds', { leftMs: null }, { leftMs: 5000 }, null],
    ['the sheet is locked', {}, { isLocked: true }, 'lock'],
    ['the lock is taken back', { isLocked: true }, {}, null],
    ['somebody says something', {}, { heardLines: 4 }, 'message'],
    ['somebody says something as the turn ends', {}, { heardLines: 4, scene: 'reveal', steps: 3 }, 'resolved'],
    ['nothing', {}, {}, null],
    ['a page that comes back finds steps and lines', { scene: 'waiting', steps: 0, heardLines: 0 }, { steps: 5 }, null],
    ['the exchange is silent', {}, { scene: 'exchange', steps: 3 }, null],
  ])('%s', (_what, before, after, cue) => {
    expect(cueBetween({ ...CALM, ...before }, { ...CALM, ...after })).toBe(cue);
  });
});

test.each(CUES)('%s is soft, short and low enough for everybody to hear', (cue) => {
  for (const { atS, lengthS, hertz, gain } of TONES[cue]) {
    expect(gain).toBeLessThanOrEqual(0.1);
    expect(atS + lengthS).toBeLessThanOrEqual(1.5);
    expect(hertz).toBeGreaterThan(100);
    expect(hertz).toBeLessThan(2000);
  }
});

/** A browser's audio that only notes what it is told; it may sound once somebody has pressed something. */
function silentAudio() {
  const told = { made: 0, voices: [] as number[], state: 'suspended' as AudioContextState };
  const make = (): AudioContext => {
    told.made += 1;
    const node = { connect: (next: unknown) => next };
    const ramp = { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined };
    return {
      currentTime: 0,
      destination: node,
      get state() {
        return told.state;
      },
      resume: () => Promise.resolve(),
      suspend: () => Promise.resolve(),
      createGain: () => ({ ...node, gain: ramp }),
      createOscillator: () => ({
        ...node,
        frequency: { value: 0 },
        start: (at: number) => void told.voices.push(at),
        stop: () => undefined,
      }),
    } as unknown as AudioContext;
  };
  return { told, make };
}

describe('the player', () => {
  test('makes no audio at all until it is turned on', () => {
    const { told, make } = silentAudio();
    const player = createPlayer({ make, remembered: false, remember: () => undefined });
    for (const cue of CUES) player.play(cue);
    expect(told).toMatchObject({ made: 0, voices: [] });
  });

  test('plays each cue once it is on, nothing once it is off again, and remembers both', () => {
    const { told, make } = silentAudio();
    const kept: boolean[] = [];
    const player = createPlayer({ make, remembered: false, remember: (on) => void kept.push(on) });
    player.turn(true);
    told.state = 'running';
    const sample = told.voices.length;
    for (const cue of CUES) player.play(cue);
    const all = sample + CUES.reduce((sum, cue) => sum + TONES[cue].length, 0);
    expect(told).toMatchObject({ made: 1, voices: { length: all } });
    player.turn(false);
    for (const cue of CUES) player.play(cue);
    expect(told.voices).toHaveLength(all);
    expect(kept).toEqual([true, false]);
  });

  test('hoards nothing while the browser keeps it silent', () => {
    const { told, make } = silentAudio();
    const player = createPlayer({ make, remembered: true, remember: () => undefined });
    for (let i = 0; i < 10; i++) player.play('message');
    expect(told.voices).toEqual([]);
    told.state = 'running';
    player.play('message');
    expect(told.voices).toHaveLength(TONES.message.length);
  });
});

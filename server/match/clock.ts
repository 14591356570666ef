/** The clock of a match as a value: until when, or with what left. What has run out is for the match to act on. */
import { CLOCKS, type ClockName, type ClockPreset, LEAST_AFTER_OUTAGE_MS, PAUSE_MS } from '../../shared/protocol/clocks.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';

/** `stopped`: by a player until `untilMs`, by the facilitator until he lets go; with `by` null, because everybody is gone. Epoch ms. */
export type Clock =
  | { readonly at: 'none' }
  | { readonly at: 'running'; readonly endsAtMs: number }
  | { readonly at: 'stopped'; readonly remainingMs: number; readonly by: Stopper | null; readonly untilMs: number | null };

type Stopper = Power | 'facilitator';

export const NO_CLOCK: Clock = { at: 'none' };

export interface Pace {
  readonly clock: ClockName;
  /** Seconds for orders instead of the preset's. */
  readonly turnSeconds: number | null;
  /** Milliseconds between the steps of a world that only bots play. */
  readonly watchMs: number;
  /** A facilitator leads: what only bots play goes on whoever looks, by `watchMs`, or where that is 0 by the clock. */
  readonly isLed?: boolean;
}

export const presetOf = (pace: Pace): ClockPreset => CLOCKS[pace.clock];

/** When a clock begins, and by what its times are multiplied for a seat that needs more. */
export interface Start {
  readonly nowMs: number;
  readonly factor: number;
}

/** The clock of the phase that begins now. What the last turn brought is read first: not in the first turn, nor between rounds. */
export function clockFor(pace: Pace, { world, crisis }: Pick<State, 'world' | 'crisis'>, { nowMs, factor }: Start): Clock {
  const { phase, turn } = world;
  const preset = presetOf(pace);
  if (phase === 'ended') return NO_CLOCK;
  if (phase === 'crisis') {
    const roundS = preset.crisisS + (crisis.round === 1 ? preset.revealS : 0);
    return { at: 'running', endsAtMs: nowMs + factor * roundS * 1000 };
  }
  const turnS = pace.turnSeconds ?? preset.turnS;
  if (turnS === null) return NO_CLOCK;
  return { at: 'running', endsAtMs: nowMs + factor * (turnS + (turn > 1 ? preset.revealS : 0)) * 1000 };
}

/** A clock that stands already stands from now on for whoever stops it last. */
export function stopped(clock: Clock, by: Stopper | null, nowMs: number): Clock {
  if (clock.at === 'none') return clock;
  const remainingMs = clock.at === 'stopped' ? clock.remainingMs : Math.max(0, clock.endsAtMs - nowMs);
  return { at: 'stopped', remainingMs, by, untilMs: by === null || by === 'facilitator' ? null : nowMs + PAUSE_MS };
}

/** The same clock with more time on it. */
export function longer(clock: Clock, ms: number): Clock {
  if (clock.at === 'running') return { ...clock, endsAtMs: clock.endsAtMs + ms };
  return clock.at === 'stopped' ? { ...clock, remainingMs: clock.remainingMs + ms } : clock;
}

export function goingOn(clock: Clock, nowMs: number): Clock {
  return clock.at === 'stopped' ? { at: 'running', endsAtMs: nowMs + clock.remainingMs } : clock;
}

/** After an outage what remained remains, but nobody comes back to the last seconds. `aliveMs`: when the server was last there. */
export function afterOutage(clock: Clock, aliveMs: number, nowMs: number): Clock {
  if (clock.at === 'none') return clock;
  const left = clock.at === 'stopped' ? clock.remainingMs : clock.endsAtMs - aliveMs;
  return { at: 'running', endsAtMs: nowMs + Math.max(LEAST_AFTER_OUTAGE_MS, left) };
}

/** The clock of a world that a facilitator holds stands, whatever phase begins. */
export const heldClock = (clock: Clock, isHeld: boolean, nowMs: number): Clock =>
  isHeld ? stopped(clock, 'facilitator', nowMs) : clock;

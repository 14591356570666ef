/**
 * What is believed of a system's three unknowns - single-shot kill, tracking, decoys taken for warheads - from the public
 * evidence, by whom. All see the same tests; what differs is prudence (RULES 4).
 */

import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import { betaMean, betaQuantile } from '../math/beta.ts';
import { memory } from '../state/memory.ts';
import { sorted } from '../state/read.ts';
import type { Insight, State, SystemState } from '../state/state.ts';

/**
 * Who reads the evidence: the rival's planner (worst case for him), the owner's establishment (flattering itself), the
 * public gauge (means), or nobody: the truth.
 */
export type Stance = 'rival' | 'owner' | 'public' | 'truth';

export interface Reading {
  readonly kill: number;
  readonly decoysTaken: number;
  readonly tracking: number;
}

/** What is public of a system is read far more often than it changes. */
const readOnce = memory<Reading>();

export function readingOf(board: Board, state: State, interceptor: string, stance: Stance): Reading {
  const system = must(state.systems[interceptor], interceptor);
  const learnt = stance === 'rival' ? learntIn(state, interceptor) : [];
  if (learnt.length > 0) return reading(board, system, stance, learnt);
  return readOnce(board, system, stance, () => reading(board, system, stance, []));
}

function reading(board: Board, system: SystemState, stance: Stance, insights: readonly (readonly [string, Insight])[]): Reading {
  if (stance === 'truth') return { kill: system.trueKill, decoysTaken: system.trueDecoy, tracking: system.trueTrack };
  const { kill, decoys, tracking } = evidenceOf(system, insights);
  if (stance === 'public') return { kill: betaMean(kill), decoysTaken: betaMean(decoys), tracking: betaMean(tracking) };
  const { rivalQuantile, ownerQuantile } = board.scenario.parameters.belief;
  // Both look at the side where the defence works well: the rival because it hurts him, the owner because it flatters.
  const high = stance === 'rival' ? rivalQuantile : ownerQuantile;
  return {
    kill: betaQuantile(high, kill),
    decoysTaken: betaQuantile(1 - high, decoys),
    tracking: betaQuantile(high, tracking),
  };
}

/** What the reader's own side has learnt of a system; a state veiled for a power holds no one else's. */
export const learntIn = (state: State, interceptor: string): readonly (readonly [string, Insight])[] =>
  sorted(state.insights).filter(([id]) => id.slice(id.indexOf('>') + 1) === interceptor);

function evidenceOf(s: SystemState, insights: readonly (readonly [string, Insight])[]) {
  const sum = (of: keyof Insight): number => insights.reduce((total, [, insight]) => total + insight[of], 0);
  return {
    kill: { a: s.killA + sum('killA'), b: s.killB + sum('killB') },
    decoys: { a: s.decoyA + sum('decoyA'), b: s.decoyB + sum('decoyB') },
    tracking: { a: s.trackA, b: s.trackB },
  };
}

/** How far the public record leaves one shot at one warhead open: so much of what it allows lies below. */
export function recordQuantile(system: SystemState, p: number): number {
  return betaQuantile(p, { a: system.killA, b: system.killB }) * betaMean({ a: system.trackA, b: system.trackB });
}

/** One shot at one warhead without decoys, as believed: what the illusion and dilemma charts compare. */
export function singleWarheadKill(reading: Reading): number {
  return reading.kill * reading.tracking;
}

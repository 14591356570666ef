/**
 * Alarm and margin. Alarm is how likely A takes a strike by B to be, with Schelling's reciprocal fear: each side's fear
 * feeds on the other's (SCIENCE S7, RULES 8). Margin is threshold less alarm: below zero, going first looks cheaper.
 */
import { type Eyes, type Threshold, thresholdsOf } from '../belief/threshold.ts';
import type { Board } from '../capability/board.ts';
import { logistic } from '../math/real.ts';
import { allayedOf } from '../politics/restraint.ts';
import { DYADS, type DyadId, type Power, type Theory } from '../scenario/names.ts';
import { trustOf } from '../state/read.ts';
import type { State } from '../state/state.ts';

/** Fear of a strike from tension, mistrust and what the other has just done, before reciprocity. */
export function baseFear(board: Board, state: State, of: Power, towards: Power): number {
  const { alarm } = board.scenario.parameters;
  const tension = (alarm.tension * state.world.tension) / 100;
  const mistrust = 1 - trustOf(state, of, towards) / 100;
  const escalations = alarm.perEscalation * escalationsOf(state, towards, of);
  const generated = state.powers[towards].posture === 'generated' ? alarm.generated : 0;
  return Math.min(alarm.most, tension * mistrust + escalations + generated);
}

/** How often a power has escalated against the other in the crisis that runs between them. */
function escalationsOf(state: State, by: Power, against: Power): number {
  const { status, first, second, escalatedFirst, escalatedSecond } = state.crisis;
  if (status === 'none') return 0;
  if (by === first && against === second) return escalatedFirst;
  return by === second && against === first ? escalatedSecond : 0;
}

export interface Reciprocal {
  readonly base: number;
  readonly otherBase: number;
  readonly threshold: number;
  readonly otherThreshold: number;
}

/** Both sides' fear after each has reckoned with the other's, a fixed number of times. */
export function reciprocalFear(board: Board, r: Reciprocal): readonly [number, number] {
  const { reciprocal, width, iterations } = board.scenario.parameters.alarm;
  const answer = (base: number, feared: number, threshold: number): number =>
    base + (1 - base) * reciprocal * logistic((feared - threshold) / width);
  let own = r.base;
  let other = r.otherBase;
  for (let i = 0; i < iterations; i++) {
    // Both from the same step, so that neither side comes second.
    const [wasOwn, wasOther] = [own, other];
    own = answer(r.base, wasOther, r.otherThreshold);
    other = answer(r.otherBase, wasOwn, r.threshold);
    // Come to rest to the last bit: every further step would give the same again.
    if (own === wasOwn && other === wasOther) break;
  }
  return [own, other];
}

export interface Margin extends Threshold {
  readonly of: Power;
  readonly towards: Power;
  readonly alarm: number;
  readonly margin: number;
  /** S6, the same for both sides: the product of their thresholds; 1 is steady. */
  readonly index: number;
}

/** Margins of both sides of a dyad, as `eyes` reads them from the state veiled for it. */
export function marginsOf(
  board: Board,
  state: State,
  dyad: readonly [Power, Power],
  { eyes, theory }: { readonly eyes: Eyes; readonly theory: Theory },
): readonly [Margin, Margin] {
  return marginsBySchool(board, state, dyad, eyes)(theory);
}

/** The same for any school: what they do not part over is worked out once. */
function marginsBySchool(
  board: Board,
  state: State,
  [a, b]: readonly [Power, Power],
  eyes: Eyes,
): (theory: Theory) => readonly [Margin, Margin] {
  const judged = { eyes, denied: (defender: Power, by: Power) => allayedOf(board, state, defender, by) };
  const thresholdOfA = thresholdsOf(board, state, { from: a, against: b }, judged);
  const thresholdOfB = thresholdsOf(board, state, { from: b, against: a }, judged);
  const base = baseFear(board, state, a, b);
  const otherBase = baseFear(board, state, b, a);
  return (theory) => {
    const [first, second] = [thresholdOfA(theory), thresholdOfB(theory)];
    const [alarmA, alarmB] = reciprocalFear(board, {
      base,
      otherBase,
      threshold: first.threshold,
      otherThreshold: second.threshold,
    });
    const index = first.threshold * second.threshold;
    return [
      { ...first, index, of: a, towards: b, alarm: alarmA, margin: first.threshold - alarmA },
      { ...second, index, of: b, towards: a, alarm: alarmB, margin: second.threshold - alarmB },
    ];
  };
}

export interface DyadGauge {
  readonly id: DyadId;
  /** The smaller of the two sides' margins. */
  readonly margin: number;
  /** Of the side whose margin it is: the margin is the one less the other. */
  readonly threshold: number;
  readonly alarm: number;
  readonly stakes: number;
}

/** The three dyads on the state veiled for the public: what every screen shows, the same for all. */
export function publicMargins(board: Board, state: State, theory: Theory): readonly DyadGauge[] {
  return publicMarginsBySchool(board, state)(theory);
}

/** The same for any school. */
export function publicMarginsBySchool(board: Board, state: State): (theory: Theory) => readonly DyadGauge[] {
  const dyads = DYADS.map(([id, a, b]) => ({ id, margins: marginsBySchool(board, state, [a, b], 'public') }));
  return (theory) =>
    dyads.map(({ id, margins }) => {
      const [first, second] = margins(theory);
      const smaller = second.margin < first.margin ? second : first;
      const { margin, threshold, alarm, stakes } = smaller;
      return { id, margin, threshold, alarm, stakes };
    });
}

/** Whether a crisis breaks out this turn, and between whom: logistic in tension, scaled by the smallest public margin (RULES 8). */
import type { Board } from '../capability/board.ts';
import { clamp } from '../math/range.ts';
import { exp, logistic } from '../math/real.ts';
import { dyadOfIncident } from '../politics/proxy.ts';
import { DYADS, dyadOf, othersOf, POWERS, type Power, type Theory } from '../scenario/names.ts';
import { pairOf } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { clausesBetween } from '../state/treaties.ts';
import { baseFear, publicMargins } from './alarm.ts';

export interface Outbreak {
  readonly chance: number;
  readonly first: Power;
  readonly second: Power;
}

/** The true state, and what is publicly known of it: outbreak follows the public margins. */
export interface Seen {
  readonly state: State;
  readonly known: State;
}

/** The chance of an outbreak and the dyad it would take, given a number in [0, 1) to pick the dyad by. */
export function outbreakOf(board: Board, { state, known }: Seen, theory: Theory, pick: number): Outbreak {
  const { crisis } = board.scenario.parameters;
  const margins = publicMargins(board, known, theory);
  const chance = outbreakChance(board, state.world.tension, Math.min(...margins.map((dyad) => dyad.margin)));
  const weights = DYADS.map(([, a, b], i) => {
    const [there, back] = [pairOf(state, a, b), pairOf(state, b, a)];
    // Powers that trust one another talk before it comes to that: the same formula for all, telling partners from rivals.
    const mistrust = 1 - (there.trust + back.trust) / 200;
    return (
      exp(-crisis.dyadMargin * (margins[i]?.margin ?? 0)) *
      (crisis.dyadBase + there.provocation + back.provocation) *
      mistrust *
      mistrust
    );
  });
  // Whose forces clashed last in somebody else's war faces the other next.
  const clashed = dyadOfIncident(board, state);
  const clash = DYADS.find(([id]) => id === clashed);
  const total = weights.reduce((sum, w) => sum + w, 0);
  let left = pick * total;
  let chosen = 0;
  while (chosen < DYADS.length - 1 && left >= (weights[chosen] ?? 0)) {
    left -= weights[chosen] ?? 0;
    chosen += 1;
  }
  const [, first, second] = clash ?? DYADS[chosen] ?? DYADS[0] ?? ['us-ru', 'us', 'ru'];
  return { chance: board.scenario.parameters.crisis.rounds === 0 ? 0 : chance, first, second };
}

/** The chance of an outbreak at this tension when this is the smallest public margin. */
export function outbreakChance(board: Board, tension: number, smallest: number): number {
  const { crisis } = board.scenario.parameters;
  const scale = clamp(1 + crisis.marginGain * (crisis.marginPivot - smallest), crisis.least, crisis.greatest);
  return Math.min(crisis.most, logistic((tension - crisis.midpoint) / crisis.width) * scale);
}

/** Chance that a side's alert turns into a launch that nobody chose, in one round (RULES 8). */
export function accidentChance(board: Board, side: Alert): number {
  const { crisis } = board.scenario.parameters;
  const alert = (side.onWarning ? crisis.alertFactor : 1) * (side.generated ? crisis.generatedFactor : 1);
  const calmed = (side.mediated ? crisis.mediationFactor : 1) * (side.hotline ? crisis.hotlineFactor : 1);
  return crisis.hazard * alert * (1 + crisis.dispersedHazard * side.dispersed) * side.alarm * calmed;
}

/** Levels of dispersal and of patrols that stand. */
export const dispersedOf = ({ powers }: State, power: Power): number => powers[power].dispersal + powers[power].patrol;

/** One side's readiness towards the other. */
export interface Alert {
  readonly generated: boolean;
  /** Ready to launch under attack. */
  readonly onWarning: boolean;
  /** Base fear of the other, 0 to 1. */
  readonly alarm: number;
  /** Levels of dispersal and patrols: the more are out and about, the more can go wrong (RULES 5). */
  readonly dispersed: number;
  readonly mediated: boolean;
  readonly hotline: boolean;
}

/** Whether the warning centres of two powers talk: by a hotline, or by a treaty that has them exchange data. */
export function haveDirectLine(state: State, one: Power, other: Power): boolean {
  return state.hotlines[dyadOf(one, other)].open || clausesBetween(state, [one, other], 'data-exchange').length > 0;
}

/** A power under launch under attack, the one that it fears most, and the chance that a warning proves false this turn. */
export interface FalseAlarm {
  readonly power: Power;
  readonly other: Power;
  readonly chance: number;
}

/** Outside crises: for each side under launch under attack, a share of a round's risk; it opens a crisis, never the exchange. */
export function falseAlarms(board: Board, state: State): readonly FalseAlarm[] {
  const { peacetimeShare } = board.scenario.parameters.crisis;
  return POWERS.filter((power) => state.powers[power].launchUnderAttack).map((power) => {
    const fears = othersOf(power).map((other) => ({ other, alarm: baseFear(board, state, power, other) }));
    const { other, alarm } = fears.reduce((most, one) => (one.alarm > most.alarm ? one : most));
    const chance = accidentChance(board, {
      generated: state.powers[power].posture === 'generated',
      onWarning: true,
      dispersed: dispersedOf(state, power),
      alarm,
      mediated: false,
      hotline: haveDirectLine(state, power, other),
    });
    return { power, other, chance: chance * peacetimeShare };
  });
}

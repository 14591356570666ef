/**
 * The threshold: how sure A would have to be that B is about to strike before striking first looks cheaper than waiting
 * (Kent and Thaler, after SCIENCE 2.2; RULES 8). Worked out for the eyes of one viewer: a power, the public, or the truth.
 */
import type { Board } from '../capability/board.ts';
import { expectedArriving, type Layer } from '../capability/engagement.ts';
import { type Arrivals, damage } from '../capability/exchange.ts';
import { totalWarheads } from '../capability/force.ts';
import { othersOf, type Power, pairId, type Theory } from '../scenario/names.ts';
import { trustOf } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { forcesOf, raidOf } from './arsenal.ts';
import { type DefencePicture, layersOf } from './defences.ts';
import { counterforceOf, surviving } from './deterrence.ts';
import type { Stance } from './evidence.ts';

export type Eyes = Power | 'public' | 'truth';

/** By battery of a defender, what his rival's planners no longer assume at worst. */
export type Denied = (defender: Power, by: Power) => Readonly<Record<string, number>>;

export interface Threshold {
  readonly costFirst: number;
  readonly costSecond: number;
  /** The belief in an imminent strike from which going first looks cheaper; 0 to 1, low is dangerous. */
  readonly threshold: number;
  /** What is at stake in going second rather than first: a ratio of two small costs is not doomsday. */
  readonly stakes: number;
}

export interface Dyad {
  readonly from: Power;
  readonly against: Power;
}

/** What a threshold is worked out by: whose eyes, which school, and the denials that stand. */
export interface How {
  readonly eyes: Eyes;
  readonly theory: Theory;
  readonly denied: Denied;
}

/** Warheads of one power on their way to the other, and the defence that they meet. */
export interface Salvo {
  readonly by: Power;
  readonly warheads: number;
  readonly picture: DefencePicture;
  readonly layers: readonly Layer[];
}

/** The four salvoes that the costs are made of, with whoever goes first ("First": `from` does). */
export type Salvoes = { readonly [K in keyof Arrivals]: Salvo };

export function salvoesOf(board: Board, state: State, { from, against }: Dyad, how: How): Salvoes {
  const own = { defender: from, attacker: against };
  const { suppression } = board.scenario.parameters.theories[how.theory];
  const defence = (picture: DefencePicture) => ({ picture, layers: layersOf(board, state, picture) });
  const seeing = defence(pictureOf(own, { ...how, suppressed: 0 }));
  const blinded = suppression === 0 ? seeing : defence(pictureOf(own, { ...how, suppressed: suppression }));
  const theirs = defence(pictureOf({ defender: against, attacker: from }, { ...how, suppressed: 0 }));
  const rest = (power: Power, rival: Power): number =>
    totalWarheads(forcesOf(board, state, power)) - counterforceOf(board, power, rival);
  const left = (power: Power, striker: Power): number =>
    surviving(board, state, power, {
      striker,
      posture: state.powers[power].posture,
      onWarning: true,
      withWorks: false,
      stance: stanceOf(how.eyes, power),
    });
  return {
    onUsFirst: { by: against, warheads: left(against, from), ...seeing },
    onRivalFirst: { by: from, warheads: rest(from, against), ...theirs },
    onUsSecond: { by: against, warheads: rest(against, from), ...blinded },
    onRivalSecond: { by: from, warheads: left(from, against), ...theirs },
  };
}

/** Threshold of `from` towards `against`, as `eyes` reads the evidence on the forces in being; the state is veiled for them. */
export function thresholdOf(board: Board, state: State, dyad: Dyad, how: How): Threshold {
  return thresholdsOf(board, state, dyad, how)(how.theory);
}

/** The same for any school: they part at one of the four salvoes, and the others are worked out once. */
export function thresholdsOf(board: Board, state: State, dyad: Dyad, how: Omit<How, 'theory'>): (theory: Theory) => Threshold {
  const { threshold, n50, theories } = board.scenario.parameters;
  const salvoes = salvoesOf(board, state, dyad, { ...how, theory: 'stabilise' });
  const harm = ({ by, warheads, layers }: Salvo): number =>
    damage(expectedArriving(raidOf(board, state, by, { warheads, withWorks: false }), layers), n50.everyone);
  const costFirst =
    harm(salvoes.onUsFirst) +
    threshold.lambda * (1 - harm(salvoes.onRivalFirst)) +
    thirdPower(board, state, dyad, salvoes.onRivalFirst.warheads);
  const spared = threshold.lambda * (1 - harm(salvoes.onRivalSecond));
  return (theory) => {
    const picture = { ...salvoes.onUsSecond.picture, suppressed: theories[theory].suppression };
    const costSecond = harm({ ...salvoes.onUsSecond, picture, layers: layersOf(board, state, picture) }) + spared;
    return {
      costFirst,
      costSecond,
      threshold: Math.min(1, (costFirst + threshold.taboo) / costSecond),
      stakes: costSecond - costFirst,
    };
  };
}

/** A third power that stays intact makes going first dearer: mu x hostility x k / (k + r) (RULES 8). */
export function thirdPower(board: Board, state: State, { from, against }: Dyad, residual: number): number {
  const third = othersOf(from).find((power) => power !== against);
  if (!third) return 0;
  const deliverable = totalWarheads(forcesOf(board, state, third));
  const hostility = 1 - trustOf(state, from, third) / 100;
  return (board.scenario.parameters.threshold.mu * hostility * deliverable) / (deliverable + residual);
}

function pictureOf(
  { defender, attacker }: { defender: Power; attacker: Power },
  { eyes, denied, suppressed }: { eyes: Eyes; denied: Denied; suppressed: number },
): DefencePicture {
  const stance = stanceOf(eyes, defender);
  // Only a rival's planner fears what geometry says cannot happen, so only he can be allayed.
  const isPrudent = stance === 'rival';
  return {
    defender,
    group: pairId(attacker, defender),
    stance,
    outlook: false,
    caps: {},
    worstCase: isPrudent ? 1 : 0,
    denied: isPrudent ? denied(defender, attacker) : {},
    suppressed,
  };
}

/** How a viewer reads the defences of `defender`: his own flatteringly, others' prudently. */
export function stanceOf(eyes: Eyes, defender: Power): Stance {
  if (eyes === 'public' || eyes === 'truth') return eyes;
  return eyes === defender ? 'owner' : 'rival';
}

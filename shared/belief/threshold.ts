/**
 * The threshold: how sure A would have to be that B is about to strike before striking first looks cheaper than waiting
 * (Kent and Thaler, after SCIENCE 2.2; RULES 8). Worked out for the eyes of one viewer: a power, the public, or the truth.
 */
import type { Board } from '../capability/board.ts';
import { expectedArriving, type Layer } from '../capability/engagement.ts';
import { damage } from '../capability/exchange.ts';
import { totalWarheads } from '../capability/force.ts';
import { othersOf, type Power, type Theory } from '../scenario/names.ts';
import { trustOf } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { forcesOf, raidOf } from './arsenal.ts';
import { layersOf } from './defences.ts';
import { counterforceOf, surviving } from './deterrence.ts';
import type { Stance } from './evidence.ts';

export type Eyes = Power | 'public' | 'truth';

/** Where the two schools part: the share of its own defence that the side struck first loses (RULES 8). */
const SUPPRESSION: Readonly<Record<Theory, number>> = { stabilise: 0, contested: 0.5, destabilise: 1 };

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

/** Threshold of `from` towards `against`, as `eyes` reads the evidence on the forces in being; the state is veiled for them. */
export function thresholdOf(
  board: Board,
  state: State,
  dyad: { readonly from: Power; readonly against: Power },
  how: { readonly eyes: Eyes; readonly theory: Theory; readonly denied: Denied },
): Threshold {
  const { from, against } = dyad;
  const { threshold, n50 } = board.scenario.parameters;
  const harm = (warheads: number, by: Power, layers: readonly Layer[]): number =>
    damage(expectedArriving(raidOf(board, state, by, { warheads, withWorks: false }), layers), n50.everyone);
  const own = layersSeen(board, state, { defender: from, attacker: against }, { ...how, suppressed: 0 });
  const blinded = layersSeen(
    board,
    state,
    { defender: from, attacker: against },
    { ...how, suppressed: SUPPRESSION[how.theory] },
  );
  const theirs = layersSeen(board, state, { defender: against, attacker: from }, { ...how, suppressed: 0 });
  const all = (power: Power): number => totalWarheads(forcesOf(board, state, power));
  const left = (power: Power, striker: Power): number =>
    surviving(board, state, power, { striker, posture: state.powers[power].posture, onWarning: true, withWorks: false });

  const keptBack = all(from) - counterforceOf(board, from, against);
  const theirRest = all(against) - counterforceOf(board, against, from);
  const costFirst =
    harm(left(against, from), against, own) +
    threshold.lambda * (1 - harm(keptBack, from, theirs)) +
    thirdPower(board, state, dyad, keptBack);
  const costSecond = harm(theirRest, against, blinded) + threshold.lambda * (1 - harm(left(from, against), from, theirs));
  return {
    costFirst,
    costSecond,
    threshold: Math.min(1, (costFirst + threshold.taboo) / costSecond),
    stakes: costSecond - costFirst,
  };
}

/** A third power that stays intact makes going first dearer: mu x hostility x k / (k + r) (RULES 8). */
function thirdPower(board: Board, state: State, { from, against }: { from: Power; against: Power }, residual: number): number {
  const third = othersOf(from).find((power) => power !== against);
  if (!third) return 0;
  const deliverable = totalWarheads(forcesOf(board, state, third));
  const hostility = 1 - trustOf(state, from, third) / 100;
  return (board.scenario.parameters.threshold.mu * hostility * deliverable) / (deliverable + residual);
}

function layersSeen(
  board: Board,
  state: State,
  { defender, attacker }: { defender: Power; attacker: Power },
  { eyes, denied, suppressed }: { eyes: Eyes; denied: Denied; suppressed: number },
): readonly Layer[] {
  const stance = stanceOf(eyes, defender);
  return layersOf(board, state, {
    defender,
    group: `${attacker}>${defender}`,
    stance,
    outlook: false,
    caps: {},
    // Only a rival's planner fears what geometry says cannot happen.
    worstCase: stance === 'rival' ? 1 : 0,
    denied: denied(defender, attacker),
    suppressed,
  });
}

/** How a viewer reads the defences of `defender`: his own flatteringly, others' prudently. */
function stanceOf(eyes: Eyes, defender: Power): Stance {
  if (eyes === 'public' || eyes === 'truth') return eyes;
  return eyes === defender ? 'owner' : 'rival';
}

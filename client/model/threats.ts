/** Standing threats that everybody can see: missiles put forward within reach of a site, and forces that wait on warning. */
import type { Board } from '../../shared/capability/board.ts';
import { falseAlarms, haveDirectLine } from '../../shared/crisis/outbreak.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';

export interface ForwardMissiles {
  readonly power: Power;
  readonly battery: string;
  /** Whose site it is that they reach. */
  readonly owner: Power;
  readonly since: number;
}

/** All missiles that were put forward and still stand there, the oldest first. */
export function forwardMissiles(board: Board, state: State): readonly ForwardMissiles[] {
  return POWERS.flatMap((power) =>
    board.scenario.batteries.flatMap(({ id, owner }): readonly ForwardMissiles[] => {
      const there = state.forward[`${power}>${id}`];
      return there === undefined ? [] : [{ power, battery: id, owner, since: there.since }];
    }),
  ).sort((a, b) => a.since - b.since);
}

/** What launch under attack does to the chance of an accident. */
export interface OnWarning {
  /** By how much a round's chance is multiplied, alert included. */
  readonly factor: number;
  /** Whom it fears most, and the chance of a false alarm outside crises this turn, by what the viewer knows. */
  readonly other: Power;
  readonly chance: number;
  /** Whether a direct line with that power has been counted. */
  readonly hasLine: boolean;
}

/** Null: the power does not stand ready to launch under attack. */
export function onWarning(board: Board, state: State, power: Power): OnWarning | null {
  const alarm = falseAlarms(board, state).find((one) => one.power === power);
  if (alarm === undefined) return null;
  const { alertFactor, generatedFactor } = board.scenario.parameters.crisis;
  const factor = alertFactor * (state.powers[power].posture === 'generated' ? generatedFactor : 1);
  return { factor, other: alarm.other, chance: alarm.chance, hasLine: haveDirectLine(state, power, alarm.other) };
}

/** What a kind of order lifts a seat's score by: games in which it was made to play it, against the same without. */

import type { Tale } from '../../shared/game/tale.ts';
import { type OrderKind, POWERS, type Power } from '../../shared/scenario/names.ts';
import { changeInterval, type Interval, meanInterval } from './intervals.ts';

/** RULES 11: so many points of 100 either way, and no more. */
export const MOST_LIFT = 5;

export interface Lift {
  readonly kind: OrderKind;
  readonly power: Power;
  /** Games that were asked about, and those in which the seat could play the kind in one of the turns; the rest is of these. */
  readonly games: number;
  readonly played: number;
  /** How often it played it in one of them. */
  readonly times: number;
  /** Of its normalised score, in points of 100. */
  readonly lift: Interval;
  /** The same where both games ended in peace. */
  readonly inPeace: Interval;
  /** By how many points of 100 nuclear use is oftener. */
  readonly nuclearUse: Interval;
}

export interface Trial {
  readonly kind: OrderKind;
  readonly power: Power;
  /** Null: it could not be played in any of the turns. */
  readonly tales: { readonly forced: Tale; readonly never: Tale } | null;
}

const timesOf = ({ kind, power, tales }: Trial): number => tales?.forced.orders[power][kind] ?? 0;

/** By kind and seat, those that were never played among them. */
export function liftsOf(trials: readonly Trial[]): readonly Lift[] {
  const kinds = [...new Set(trials.map(({ kind }) => kind))];
  return kinds.flatMap((kind) =>
    POWERS.flatMap((power) => {
      const own = trials.filter((trial) => trial.kind === kind && trial.power === power);
      return own.length === 0 ? [] : [liftOf(kind, power, own)];
    }),
  );
}

function liftOf(kind: OrderKind, power: Power, trials: readonly Trial[]): Lift {
  const done = trials.filter((trial) => timesOf(trial) > 0);
  const tales = done.flatMap((trial) => (trial.tales ? [trial.tales] : []));
  const gain = ({ forced, never }: { forced: Tale; never: Tale }): number => 100 * (forced.scores[power] - never.scores[power]);
  const burns = ({ ending }: Tale): number => Number(ending !== 'time');
  return {
    kind,
    power,
    games: trials.length,
    played: done.length,
    times: done.reduce((sum, trial) => sum + timesOf(trial), 0) / Math.max(1, done.length),
    lift: meanInterval(tales.map(gain)),
    inPeace: meanInterval(tales.filter(({ forced, never }) => burns(forced) + burns(never) === 0).map(gain)),
    nuclearUse: inPoints(changeInterval(tales.map(({ forced, never }) => burns(forced) - burns(never)))),
  };
}

const inPoints = ({ estimate, low, high }: Interval): Interval => ({
  estimate: 100 * estimate,
  low: 100 * low,
  high: 100 * high,
});

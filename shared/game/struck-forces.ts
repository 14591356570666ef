/** What a first strike does to a power's forces, leg by leg, on the true values: what was allotted to each, and what outlives it. */
import { forcesOf } from '../belief/arsenal.ts';
import { counterforceOf, firedInTime } from '../belief/deterrence.ts';
import { guardsThatCount } from '../belief/silo-guard.ts';
import { allotted, killChance, type Round, type TargetClass } from '../capability/allotment.ts';
import type { Board } from '../capability/board.ts';
import { totalWarheads } from '../capability/force.ts';
import { savedByPointDefence } from '../capability/point-defence.ts';
import type { Power } from '../scenario/names.ts';
import type { Leg } from '../scenario/schema.ts';
import type { State, StruckForce } from '../state/state.ts';

export interface StruckLeg extends TargetClass {
  readonly leg: Leg['leg'];
  readonly rounds: readonly Round[];
  readonly given: number;
  /** Share of what would be lost that the silos' own defence saves. */
  readonly saved: number;
  readonly destroyed: number;
  /** What the last warhead given to it destroys; 0 where none was. */
  readonly last: number;
  readonly surviving: number;
}

export interface Strike {
  readonly striker: Power;
  readonly struck: Power;
}

/** Empty where the striker spends nothing on forces. */
export function struckForces(board: Board, state: State, { striker, struck }: Strike): readonly StruckLeg[] {
  const warheads = counterforceOf(board, striker, struck);
  if (warheads === 0) return [];
  const underAttack = firedInTime(board, state, struck, { striker, onWarning: true });
  const legs = forcesOf(board, state, struck).map((leg) => targetOf(leg, state.powers[struck].posture, underAttack));
  const rounds = allotted(warheads, legs);
  const guards = guardsThatCount(board, state, struck, { stance: 'truth', withWorks: false });
  return legs.map((target, i) => hit(target, { rounds: rounds.filter(({ of }) => of === i), guards }));
}

/** Warheads that outlive the strike: all of them where no force was struck. */
export const outliving = (board: Board, state: State, struck: Power, legs: readonly StruckLeg[]): number =>
  legs.length === 0 ? totalWarheads(forcesOf(board, state, struck)) : legs.reduce((sum, { surviving }) => sum + surviving, 0);

/** What is kept of it in the record of an exchange. */
export const toldOf = ({ leg, aimPoints, atStake, given, destroyed, last }: StruckLeg): StruckForce => ({
  leg,
  aimPoints,
  atStake,
  given,
  destroyed,
  last,
});

/** A leg as a class of targets, and what of it no warhead of this strike is aimed at. */
interface Target extends TargetClass {
  readonly leg: Leg['leg'];
  readonly elsewhere: number;
}

/** Silos are empty where they were fired in time; of other legs what is at its bases is struck, and what is out lives as S1 says. */
function targetOf(leg: Leg, posture: 'day' | 'generated', underAttack: number): Target {
  const { aimPoints, survivalAlert, survivalIdle, shots, warheads } = leg;
  const out = posture === 'day' ? leg.alertDay : leg.alertGenerated;
  const named = { leg: leg.leg, aimPoints };
  if (leg.leg === 'silo') {
    const left = out * survivalAlert + (1 - out) * survivalIdle;
    const fired = warheads * underAttack;
    return { ...named, kill: killChance(left, shots), atStake: warheads - fired, elsewhere: fired };
  }
  const atStake = warheads * (1 - out);
  return { ...named, kill: killChance(survivalIdle, shots), atStake, elsewhere: warheads * out * survivalAlert };
}

function hit(target: Target, { rounds, guards }: { readonly rounds: readonly Round[]; readonly guards: number }): StruckLeg {
  const given = rounds.reduce((sum, round) => sum + round.given, 0);
  const field = { silos: target.aimPoints, attackers: given, interceptors: guards, singleShot: 1, tracking: 1 };
  const saved = target.leg === 'silo' ? savedByPointDefence(field) : 0;
  const destroyed = (1 - saved) * rounds.reduce((sum, round) => sum + round.given * round.value, 0);
  const { elsewhere, ...named } = target;
  const surviving = elsewhere + target.atStake - destroyed;
  return { ...named, rounds, given, saved, destroyed, last: rounds.at(-1)?.value ?? 0, surviving };
}

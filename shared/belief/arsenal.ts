/**
 * What programmes have made of a power's forces: more warheads on a missile, more boats at sea, more launchers away from
 * their bases, what flies along with each warhead, and eyes of the other side that are put out (RULES 5, "offence").
 */
import type { Board } from '../capability/board.ts';
import type { Raid } from '../capability/engagement.ts';
import { clamp } from '../math/range.ts';
import { POWERS, type Power, type Programme } from '../scenario/names.ts';
import type { Leg } from '../scenario/schema.ts';
import { memory } from '../state/memory.ts';
import { sorted } from '../state/read.ts';
import type { State } from '../state/state.ts';

/** Levels of a programme that stand; `withWorks`: and those under way. */
export function levelOf(state: State, power: Power, what: Programme, withWorks: boolean): number {
  return state.powers[power][what] + (withWorks ? levelsBuilding(state, power, what) : 0);
}

/** Programme levels of a power that are under way. */
export function levelsBuilding(state: State, power: Power, what: Programme): number {
  let levels = 0;
  for (const [, work] of sorted(state.works)) if (work.owner === power && work.what === what) levels += 1;
  return levels;
}

/** Forces are looked up again and again while a turn is worked out, and there are few different ones. */
const forcesOnce = memory<readonly Leg[]>();

/** The legs of a power as its programmes have them: uploaded warheads in silos, alert shares of mobile launchers and boats. */
export function forcesOf(board: Board, state: State, power: Power, withWorks = false): readonly Leg[] {
  const mirv = levelOf(state, power, 'mirv', withWorks);
  const dispersal = levelOf(state, power, 'dispersal', withWorks);
  const patrol = levelOf(state, power, 'patrol', withWorks);
  const legs = board.scenario.forces[power];
  return forcesOnce(board, legs, `${power} ${mirv} ${dispersal} ${patrol}`, () =>
    programmed(board, power, { mirv, dispersal, patrol }),
  );
}

function programmed(
  board: Board,
  power: Power,
  { mirv, dispersal, patrol }: Readonly<Record<'mirv' | 'dispersal' | 'patrol', number>>,
): readonly Leg[] {
  const { programmes } = board.scenario.parameters;
  const shifted = (leg: Leg, shift: number): Leg => ({
    ...leg,
    alertDay: clamp(leg.alertDay + shift, 0, 1),
    alertGenerated: clamp(leg.alertGenerated + shift, 0, 1),
  });
  return board.scenario.forces[power].map((leg) => {
    if (leg.leg === 'silo') return { ...leg, warheads: leg.warheads + mirv * programmes.mirv.warheads[power] };
    if (leg.leg === 'mobile') return shifted(leg, dispersal * programmes.dispersal.alertPerLevel);
    return leg.leg === 'submarine' ? shifted(leg, patrol * programmes.patrol.alertPerLevel) : leg;
  });
}

/** Warheads of a power with what flies along: loose decoys, and those that are always taken for warheads. */
export function raidOf(
  board: Board,
  state: State,
  power: Power,
  { warheads, withWorks }: { readonly warheads: number; readonly withWorks: boolean },
): Raid {
  const { belief, programmes } = board.scenario.parameters;
  const credible =
    belief.credibleDecoysPerLevel * levelOf(state, power, 'penaids', withWorks) +
    programmes.glide.credibleDecoys * levelOf(state, power, 'glide', withWorks);
  return { warheads, decoys: warheads * belief.decoysPerWarhead, credibleDecoys: warheads * credible };
}

/** What is left of a defence's tracking against missiles of an attacker that works against its sensors. */
export function trackingLeft(board: Board, state: State, group: string, withWorks: boolean): number {
  const attacker = attackerOf(group);
  if (attacker === undefined) return 1;
  const { trackingLoss } = board.scenario.parameters.programmes['counter-sensor'];
  return Math.max(0, 1 - trackingLoss * levelOf(state, attacker, 'counter-sensor', withWorks));
}

/** The power whose missiles a corridor group is, such as `ru>us`; undefined: a third state's. */
export function attackerOf(group: string): Power | undefined {
  return POWERS.find((power) => group.startsWith(power) && group.charAt(power.length) === '>');
}

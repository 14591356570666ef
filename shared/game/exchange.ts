/** The exchange, on the true values: what was launched, what outlived it, what arrived. It ends the game; nobody wins it. */
import { forcesOf, raidOf } from '../belief/arsenal.ts';
import { type DefencePicture, layersOf } from '../belief/defences.ts';
import { counterforceOf } from '../belief/deterrence.ts';
import type { Board } from '../capability/board.ts';
import { expectedArriving, withCommonMode } from '../capability/engagement.ts';
import { totalWarheads } from '../capability/force.ts';
import type { Power } from '../scenario/names.ts';
import type { Exchange, State } from '../state/state.ts';
import { outliving, type Strike, struckForces, toldOf } from './struck-forces.ts';

export interface FirstUse extends Strike {
  readonly cause: 'strike' | 'accident';
}

/** Expected counts of warheads, rounded: the first strike's rest on aim points, and the retaliation through the striker's defence. */
export function exchangeOn(board: Board, state: State, { striker, struck, cause }: FirstUse): Exchange {
  const launched = totalWarheads(forcesOf(board, state, striker));
  const onAims = launched - counterforceOf(board, striker, struck);
  const legs = struckForces(board, state, { striker, struck });
  const left = outliving(board, state, struck, legs);
  const onStruck = arrivingOf(board, state, { attacker: striker, defender: struck, warheads: onAims });
  const onStriker = arrivingOf(board, state, { attacker: struck, defender: striker, warheads: left });
  return {
    first: striker,
    second: struck,
    cause,
    launchedFirst: launched,
    survivingSecond: Math.round(left),
    arrivingOnFirst: Math.round(onStriker),
    arrivingOnSecond: Math.round(onStruck),
    interceptedByFirst: Math.round(left) - Math.round(onStriker),
    interceptedBySecond: Math.round(onAims) - Math.round(onStruck),
    onForces: legs.map(toldOf),
  };
}

function arrivingOf(
  board: Board,
  state: State,
  { attacker, defender, warheads }: { attacker: Power; defender: Power; warheads: number },
): number {
  const layers = layersOf(board, state, truePicture(attacker, defender));
  const arriving = expectedArriving(raidOf(board, state, attacker, { warheads, withWorks: false }), layers);
  return withCommonMode(arriving, warheads, board.scenario.parameters.belief.commonMode);
}

/** The defence as it is: nobody's prudence, nobody's outlook. */
export function truePicture(attacker: Power, defender: Power): DefencePicture {
  return {
    defender,
    group: `${attacker}>${defender}`,
    stance: 'truth',
    outlook: false,
    caps: {},
    worstCase: 0,
    denied: {},
    suppressed: 0,
  };
}

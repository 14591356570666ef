/**
 * Who can be held responsible for what (RULES 6 and 7): for a third state's test the patron who looked away, for a battery
 * whoever has just built it. Judged on what everybody knows, so that an accusation finds nothing out.
 */
import type { Board } from '../capability/board.ts';
import { BUILDING, type Power } from '../scenario/names.ts';
import { earlierDeeds } from '../state/read.ts';
import type { State } from '../state/state.ts';

/** `patron`: had influence on a third state and looked away; `builder`: built what alarms; `innocent`: neither. */
export type Guilt = 'patron' | 'builder' | 'innocent';

/** Turns for which a test or a building is held against anybody. */
const RECENT_TURNS = 2;

/** `known`: the state as everybody knows it. */
export function guiltOf(board: Board, known: State, accused: Power, subject: string): Guilt {
  const third = known.thirds[subject];
  if (third !== undefined) {
    const isRecent = third.lastTest > 0 && third.lastTest >= known.world.turn - RECENT_TURNS;
    return isRecent && third.lookedAway === accused ? 'patron' : 'innocent';
  }
  const isBuilt = earlierDeeds(known, RECENT_TURNS).some(
    (deed) => deed.power === accused && deed.target === subject && BUILDING.includes(deed.kind),
  );
  return board.plans[subject]?.owner === accused && isBuilt ? 'builder' : 'innocent';
}

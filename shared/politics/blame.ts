/**
 * Who can be held responsible for what (RULES 6 and 7): for a third state's test the patron who looked away, for a battery
 * whoever has just built it, for anything else done in the open whoever did it lately. Judged on what everybody knows, so that an accusation finds nothing out.
 */
import type { Board } from '../capability/board.ts';
import { BUILDING, type OrderKind, type Power } from '../scenario/names.ts';
import { earlierDeeds, isExercise } from '../state/read.ts';
import type { Deed, State } from '../state/state.ts';

/** `patron`: looked away with influence on a third state; `builder`: built what alarms; `doer`: did another thing in the open. */
export type Guilt = 'patron' | 'builder' | 'doer' | 'innocent';

/** Deeds but for exercises by the subject that they answer for, if it is not what they were about themselves. */
const ANSWERED_AS: Readonly<Partial<Record<OrderKind, string>>> = {
  posture: 'posture',
  'launch-under-attack': 'posture',
};
const answeredAs = (deed: Deed): string | undefined => (isExercise(deed) ? 'exercise' : ANSWERED_AS[deed.kind]);
/** Deeds against what they are about: a host, a site. */
const AGAINST: readonly OrderKind[] = ['coerce', 'forward'];

/** Turns for which a test or a deed is held against anybody. */
const RECENT_TURNS = 2;

/** `known`: the state as everybody knows it. */
export function guiltOf(board: Board, known: State, accused: Power, subject: string): Guilt {
  const third = known.thirds[subject];
  if (third !== undefined) {
    const isRecent = third.lastTest > 0 && third.lastTest >= known.world.turn - RECENT_TURNS;
    return isRecent && third.lookedAway === accused ? 'patron' : 'innocent';
  }
  const deeds = earlierDeeds(known, RECENT_TURNS).filter((deed) => deed.power === accused && deed.amount > 0);
  const isBuilt = deeds.some((deed) => deed.target === subject && BUILDING.includes(deed.kind));
  if (board.plans[subject]?.owner === accused && isBuilt) return 'builder';
  const isDone = deeds.some((deed) => (AGAINST.includes(deed.kind) ? deed.target === subject : answeredAs(deed) === subject));
  return isDone ? 'doer' : 'innocent';
}

/** The answer of `threshold model leakage`: which formula of SCIENCE 1.1 fits what was asked. */
import {
  apparentObjects,
  discriminatedKill,
  leakersRandom,
  noLeakIndependent,
  noLeakRandom,
  noLeakUniform,
} from '../../shared/capability/engagement.ts';
import { MOST_INTERCEPTORS, MOST_OBJECTS, shootLookShootPlan } from '../../shared/capability/shoot-look-shoot.ts';

export interface LeakageQuestion {
  readonly warheads: number;
  readonly interceptors: number;
  readonly singleShot: number;
  readonly tracking: number;
  readonly commonMode: number;
  readonly decoys: number;
  readonly warheadsSeen: number;
  readonly decoysTaken: number;
  readonly assignment: 'uniform' | 'random';
  readonly looks: number;
}

export interface LeakageAnswer {
  readonly expectedLeakers: number;
  readonly noLeakProbability: number;
  readonly shotsPerObject: number;
}

interface Outcome {
  /** Of warheads, before the common mode. */
  readonly leakers: number;
  readonly noLeak: number;
}

/** The expectation with the common mode weighed in, or the sentence that says why there is none. */
export function leakage(question: LeakageQuestion): LeakageAnswer | string {
  const { warheads, interceptors, commonMode } = question;
  const objects = apparentObjects(question);
  const outcome = objects === 0 ? { leakers: warheads, noLeak: 0 } : outcomeOf(question, objects);
  if (typeof outcome === 'string') return outcome;
  return {
    expectedLeakers: commonMode * outcome.leakers + (1 - commonMode) * warheads,
    noLeakProbability: commonMode * outcome.noLeak,
    shotsPerObject: objects === 0 ? 0 : interceptors / objects,
  };
}

function outcomeOf(question: LeakageQuestion, objects: number): Outcome | string {
  if (question.looks > 1) return severalLooks(question, objects);
  return question.assignment === 'random' ? random(question, objects) : uniform(question, objects);
}

/** F13, which without decoys is F8; then the inventory's remainder is shared out whole (SCIENCE T17). */
function uniform(question: LeakageQuestion, objects: number): Outcome {
  const kill = discriminatedKill(question, question);
  const isWarheadsOnly = question.decoys === 0 && question.warheadsSeen === 1;
  const noLeak = isWarheadsOnly ? noLeakUniform({ ...question, objects }) : noLeakIndependent(kill, question.warheads);
  return { leakers: question.warheads * (1 - kill), noLeak };
}

/** F9; warheads not taken for warheads leak as untracked ones do. */
function random(question: LeakageQuestion, objects: number): Outcome {
  const { warheads } = question;
  const inventory = { ...question, objects, tracking: question.tracking * question.warheadsSeen };
  return {
    leakers: (leakersRandom(inventory) / objects) * warheads,
    noLeak: noLeakRandom({ ...inventory, objects: Math.max(objects, warheads) }, warheads),
  };
}

/** F11 over the objects fired at; a count of objects that is not whole lies between its neighbours' plans. */
function severalLooks(question: LeakageQuestion, objects: number): Outcome | string {
  const { warheads, interceptors, singleShot, looks } = question;
  if (question.assignment === 'random') return 'Several looks have no random assignment: leave out --looks or --assignment.';
  if (Math.ceil(objects) > MOST_OBJECTS || interceptors > MOST_INTERCEPTORS) {
    return `Several looks are worked out for at most ${MOST_OBJECTS} apparent objects and ${MOST_INTERCEPTORS} interceptors.`;
  }
  const low = shootLookShootPlan({ looks, objects: Math.floor(objects), interceptors, singleShot });
  const high = shootLookShootPlan({ looks, objects: Math.ceil(objects), interceptors, singleShot });
  const between = objects - Math.floor(objects);
  const leaking = ((1 - between) * low.expectedLeakers + between * high.expectedLeakers) / objects;
  const kill = question.tracking * question.warheadsSeen * (1 - leaking);
  const isWarheadsOnly = question.decoys === 0 && question.warheadsSeen === 1;
  const noLeak = isWarheadsOnly
    ? noLeakIndependent(question.tracking, warheads) * low.noLeakProbability
    : noLeakIndependent(kill, warheads);
  return { leakers: warheads * (1 - kill), noLeak };
}

/** A raid against one inventory, and an objective for it: which formula of SCIENCE 1.1 fits what is asked. */
import {
  apparentObjects,
  discriminatedKill,
  leakersRandom,
  noLeakIndependent,
  noLeakRandom,
  noLeakUniform,
  requiredKill,
  requiredShots,
  withCommonMode,
} from './engagement.ts';
import { shootLookShootPlan } from './shoot-look-shoot.ts';

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
  /** More than one only with uniform assignment, and within the bounds of shootLookShootPlan. */
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

/** The expectation with the common mode weighed in. Throws RangeError where several looks are too many to work out. */
export function leakageOf(question: LeakageQuestion): LeakageAnswer {
  const { warheads, interceptors, commonMode } = question;
  const objects = apparentObjects(question);
  const outcome = objects === 0 ? { leakers: warheads, noLeak: warheads === 0 ? 1 : 0 } : outcomeOf(question, objects);
  return {
    expectedLeakers: withCommonMode(outcome.leakers, warheads, commonMode),
    noLeakProbability: commonMode * outcome.noLeak,
    shotsPerObject: objects === 0 ? 0 : interceptors / objects,
  };
}

function outcomeOf(question: LeakageQuestion, objects: number): Outcome {
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
function severalLooks(question: LeakageQuestion, objects: number): Outcome {
  const { warheads, interceptors, singleShot, looks } = question;
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

export interface Objective {
  readonly warheads: number;
  /** The chance that none leaks. */
  readonly noLeak: number;
  readonly singleShot: number;
  readonly tracking: number;
  readonly commonMode: number;
}

export interface Sizing {
  readonly requiredKill: number;
  /** Not rounded; infinite where no number of shots is enough. */
  readonly shotsExact: number;
  readonly shots: number;
  readonly interceptors: number;
}

/** A whole answer must not be lifted to the next by the last bit of a logarithm. */
const ROUNDING = 1e-9;

/** F5 and F6, with F4's common mode taken out first: shots per warhead that an objective asks for. */
export function shotsFor({ warheads, noLeak, singleShot, tracking, commonMode }: Objective): Sizing {
  // Asked for no chance at all, nothing need be shot, whatever else fails.
  const asked = noLeak === 0 ? 0 : commonMode === 0 ? Number.POSITIVE_INFINITY : noLeak / commonMode;
  const kill = requiredKill(asked, warheads);
  const shotsExact = requiredShots(kill, { singleShot, tracking });
  const shots = Math.max(0, Math.ceil(shotsExact - ROUNDING));
  return { requiredKill: kill, shotsExact, shots, interceptors: shots * warheads };
}

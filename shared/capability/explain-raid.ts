/** Why so many warheads leak, and so many shots are asked for: F1 to F13 as the command line asks them. */
import { pow } from '../math/real.ts';
import { apparentObjects, discriminatedKill } from './engagement.ts';
import { type LeakageQuestion, leakageOf, type Objective, type Sizing } from './leakage.ts';
import { given, type Part, reckoned, type Why, type Worked, worked } from './why.ts';

type Asked = Readonly<Record<Exclude<keyof LeakageQuestion, 'assignment'>, Part>>;

function askedOf(question: LeakageQuestion): Asked {
  const { assignment: _, ...numbers } = question;
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, given(name, value)])) as Asked;
}

/** Of every number that `leakageOf` answers. */
export function whyLeakage(
  question: LeakageQuestion,
): Readonly<Record<'expectedLeakers' | 'noLeakProbability' | 'shotsPerObject', Why>> {
  const asked = askedOf(question);
  const answer = leakageOf(question);
  const apparent = apparentObjects(question);
  const objects = reckoned(
    'objects',
    worked('objects shot at', apparent, 'warheads * warheadsSeen + decoys * decoysTaken', [
      asked.warheads,
      asked.warheadsSeen,
      asked.decoys,
      asked.decoysTaken,
    ]),
  );
  const { leakers, noLeak } =
    apparent === 0
      ? nothingShotAt(asked, objects)
      : (question.looks > 1 ? overLooks : question.assignment === 'random' ? byChance : evenly)(question, asked, objects);
  const common = (formula: string, part: Part, more: readonly Part[]) =>
    worked('with the common mode', 0, formula, [asked.commonMode, part, ...more]);
  return {
    expectedLeakers: {
      ...common('commonMode * leakers + (1 - commonMode) * warheads', reckoned('leakers', leakers), [asked.warheads]),
      value: answer.expectedLeakers,
    },
    noLeakProbability: { ...common('commonMode * noLeak', reckoned('noLeak', noLeak), []), value: answer.noLeakProbability },
    shotsPerObject:
      apparent === 0
        ? worked('shots per object', 0, '0', [])
        : worked('shots per object', answer.shotsPerObject, 'interceptors / objects', [asked.interceptors, objects]),
  };
}

interface Outcome {
  readonly leakers: Why;
  readonly noLeak: Why;
}

function nothingShotAt({ warheads }: Asked, objects: Part): Outcome {
  const some = warheads.value > 0 ? 0 : 1;
  return {
    leakers: worked('warheads that leak', warheads.value, 'warheads', [warheads]),
    noLeak: { ...worked('chance of no leak', some, String(some), []), holdsBy: [objects] },
  };
}

const isWarheadsOnly = ({ decoys, warheadsSeen }: LeakageQuestion): boolean => decoys === 0 && warheadsSeen === 1;

/** Leakers and the chance of none, of a K of every warhead. */
const ofKill = (kill: Part, warheads: Part): Outcome => ({
  leakers: worked('warheads that leak', warheads.value * (1 - kill.value), 'warheads * (1 - kill)', [warheads, kill]),
  noLeak: worked('chance of no leak', pow(kill.value, warheads.value), 'pow(kill, warheads)', [kill, warheads]),
});

/** F8: as many whole shots at each as there are for all, and one more at some for what is left. */
export function sharedOut(
  interceptors: Part,
  targets: Part,
  name: 'object' | 'warhead',
): { readonly each: Worked; readonly more: Worked } {
  const shots = Math.floor(interceptors.value / targets.value);
  const each = reckoned(
    'each',
    worked(`shots that each ${name} gets`, shots, `floor(interceptors / ${targets.symbol})`, [interceptors, targets]),
  );
  const left = interceptors.value - shots * targets.value;
  const formula = `interceptors - each * ${targets.symbol}`;
  return { each, more: reckoned('more', worked(`${name}s that get one more`, left, formula, [interceptors, each, targets])) };
}

function evenly(question: LeakageQuestion, asked: Asked, objects: Part): Outcome {
  const { singleShot, tracking, interceptors, warheadsSeen, warheads } = asked;
  const kill = reckoned(
    'kill',
    worked('kill', discriminatedKill(question, question), 'warheadsSeen * tracking * Pk(singleShot, interceptors / objects)', [
      warheadsSeen,
      tracking,
      singleShot,
      interceptors,
      objects,
    ]),
  );
  const outcome = ofKill(kill, warheads);
  if (!isWarheadsOnly(question)) return outcome;
  const { each: shots, more } = sharedOut(interceptors, objects, 'object');
  const formula = 'pow(tracking * Pk(singleShot, each), objects - more) * pow(tracking * Pk(singleShot, each + 1), more)';
  const { noLeakProbability } = leakageOf({ ...question, commonMode: 1 });
  return {
    ...outcome,
    noLeak: worked('chance of no leak, the rest shared out whole', noLeakProbability, formula, [
      tracking,
      singleShot,
      shots,
      objects,
      more,
    ]),
  };
}

function byChance(question: LeakageQuestion, asked: Asked, objects: Part): Outcome {
  const { singleShot, tracking, interceptors, warheadsSeen, warheads } = asked;
  const { expectedLeakers, noLeakProbability } = leakageOf({ ...question, commonMode: 1 });
  return {
    leakers: worked(
      'warheads that leak shots at random',
      expectedLeakers,
      'warheads * (1 - tracking * warheadsSeen * (1 - pow(max(0, 1 - singleShot / objects), interceptors)))',
      [warheads, tracking, warheadsSeen, singleShot, objects, interceptors],
    ),
    noLeak: worked(
      'chance of no leak',
      noLeakProbability,
      'pow(tracking * warheadsSeen, warheads) * P9(singleShot, max(objects, warheads), interceptors, warheads)',
      [tracking, warheadsSeen, warheads, singleShot, objects, interceptors],
    ),
  };
}

/** F11 between the whole numbers of objects. */
function overLooks(question: LeakageQuestion, asked: Asked, objects: Part): Outcome {
  const { tracking, warheadsSeen, warheads, looks, interceptors, singleShot } = asked;
  const { expectedLeakers, noLeakProbability } = leakageOf({ ...question, commonMode: 1 });
  const between = 'objects - floor(objects)';
  const at = (round: 'floor' | 'ceil'): string => `F11(looks, ${round}(objects), interceptors, singleShot)`;
  const kill = reckoned(
    'kill',
    worked(
      'kill over several looks',
      1 - expectedLeakers / warheads.value,
      `tracking * warheadsSeen * (1 - ((1 - (${between})) * ${at('floor')} + (${between}) * ${at('ceil')}) / objects)`,
      [tracking, warheadsSeen, objects, looks, interceptors, singleShot],
    ),
  );
  const outcome = ofKill(kill, warheads);
  if (!isWarheadsOnly(question)) return outcome;
  return {
    ...outcome,
    noLeak: worked(
      'chance of no leak by the plan of fewest leakers',
      noLeakProbability,
      'pow(tracking, warheads) * P11(looks, objects, interceptors, singleShot)',
      [tracking, warheads, looks, objects, interceptors, singleShot],
    ),
  };
}

/** Of every number that `shotsFor` answers; an objective that no number of shots meets has only the first. */
export function whyShots(objective: Objective, sizing: Sizing): Readonly<Partial<Record<keyof Sizing, Why>>> {
  const asked = (name: keyof Objective): Part => given(name, objective[name]);
  const isNothing = objective.noLeak === 0;
  const requiredKill = isNothing
    ? worked('kill that the objective asks for', 0, 'noLeak', [asked('noLeak')])
    : worked('kill that the objective asks for', sizing.requiredKill, 'pow(noLeak / commonMode, 1 / warheads)', [
        asked('noLeak'),
        asked('commonMode'),
        asked('warheads'),
      ]);
  if (sizing.shots === Number.POSITIVE_INFINITY) return { requiredKill };
  const kill = reckoned('requiredKill', requiredKill);
  const isSure = objective.singleShot >= 1 && !isNothing;
  const shotsExact = isNothing
    ? worked('shots per warhead, not rounded', 0, '0', [])
    : isSure
      ? { ...worked('shots per warhead, not rounded', sizing.shotsExact, '1', []), holdsBy: [asked('singleShot')] }
      : worked('shots per warhead, not rounded', sizing.shotsExact, 'ln(1 - requiredKill / tracking) / ln(1 - singleShot)', [
          kill,
          asked('tracking'),
          asked('singleShot'),
        ]);
  const shots = worked('shots per warhead', sizing.shots, 'max(0, ceil(shotsExact - 0.000000001))', [
    reckoned('shotsExact', shotsExact),
  ]);
  return {
    requiredKill,
    shotsExact,
    shots,
    interceptors: worked('interceptors', sizing.interceptors, 'shots * warheads', [reckoned('shots', shots), asked('warheads')]),
  };
}

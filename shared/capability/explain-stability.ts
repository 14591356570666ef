/** Why the tables of SCIENCE 2.4 say what they say: thresholds of both sides, index, stakes, down to each leg. */
import { COUNTERFORCE_2016, FORCES_2016 } from '../scenario/forces-2016.ts';
import type { Power } from '../scenario/names.ts';
import type { Leg } from '../scenario/schema.ts';
import type { Layer } from './engagement.ts';
import { type LegParts, legsAt, whyArriving, whySurvivors, whyThreshold } from './explain.ts';
import { totalWarheads } from './force.ts';
import { attackersPart, guarded, whyGuarded, whyPointDefence } from './point-defence.ts';
import { type StabilityQuestion, stabilityOf } from './stability.ts';
import { datum, given, type Part, reckoned, sumOf, type Why, whyIn } from './why.ts';

/** One side as it is asked about. */
interface Side {
  readonly power: Power;
  readonly rival: Power;
  /** Interceptors over its cities, and over its silos. */
  readonly area: Part;
  readonly silo: Part;
}

function sidesOf(question: StabilityQuestion): readonly [Side, Side] {
  const { attacker, defender } = question;
  const none = given('interceptors', 0);
  return [
    { power: attacker, rival: defender, area: given('interceptors', question.interceptors), silo: none },
    {
      power: defender,
      rival: attacker,
      area: given('defenderInterceptors', question.defenderInterceptors),
      silo: given('siloInterceptors', question.siloInterceptors),
    },
  ];
}

/** Why everything is what it is that the command prints. */
export function whyStabilityAnswer(question: StabilityQuestion): Readonly<Record<string, Why>> {
  const [us, rival] = sidesOf(question);
  const threshold = thresholdWhy(question, us, rival);
  const thresholdOfDefender = thresholdWhy(question, rival, us);
  const [costFirst, costSecond] = [costPart(threshold, 'costFirst'), costPart(threshold, 'costSecond')];
  const taboo = threshold.parts.find(({ symbol }) => symbol === 'taboo') as Part;
  const found = stabilityOf(question);
  return {
    costFirst: {
      what: 'cost of going first, with the taboo',
      value: found.attacker.costFirst,
      formula: 'costFirst + taboo',
      parts: [costFirst, taboo],
      sources: ['kent-thaler', 'rules'],
    },
    costSecond: whyIn(costSecond),
    threshold,
    thresholdOfDefender,
    index: {
      what: 'index',
      value: found.index,
      formula: 'threshold * thresholdOfDefender',
      parts: [reckoned('threshold', threshold), reckoned('thresholdOfDefender', thresholdOfDefender)],
      sources: ['kent-thaler'],
    },
    arriving: whyIn(whyIn(whyIn(costFirst).parts[0]).parts[0]),
  };
}

const costPart = (threshold: Why, symbol: string): Part => threshold.parts.find((part) => part.symbol === symbol) as Part;

function thresholdWhy(question: StabilityQuestion, us: Side, rival: Side): Why {
  const { terms } = question;
  const ours = layerOf(question, us.area);
  const theirs = layerOf(question, rival.area);
  const struck = spentBy(rival.power, us.power);
  const left = leftPart(question, us);
  const answer = struck > 0 ? left : { ...totalPart(us.power), symbol: 'left' };
  const blinded: Part = reckoned('interceptors', {
    what: 'interceptors not blinded',
    value: us.area.value * (1 - terms.suppression),
    formula: `${us.area.symbol} * (1 - suppression)`,
    parts: [us.area, given('suppression', terms.suppression)],
    sources: ['rules'],
  });
  const arrivals = {
    onUsFirst: ours(leftPart(question, rival), us.area),
    onRivalFirst: theirs(restPart(us.power, rival.power), rival.area),
    onUsSecond: ours(restPart(rival.power, us.power), blinded),
    onRivalSecond: theirs(answer, rival.area),
  };
  return whyThreshold(arrivals, terms, null, given);
}

/** What comes through one area defence that takes no decoys. */
function layerOf({ singleShot, tracking }: StabilityQuestion, area: Part) {
  return (coming: Part, interceptors: Part): Why => {
    const layer: Layer = { interceptors: interceptors.value, singleShot, tracking, decoysTaken: 1 };
    const counted = { ...interceptors, symbol: 'interceptors' };
    return whyArriving(coming, area.value === 0 ? [] : [layer], () => ({ interceptors: counted }));
  };
}

const spentBy = (power: Power, rival: Power): number => COUNTERFORCE_2016[power][rival] ?? 0;

function leftPart(question: StabilityQuestion, side: Side): Part {
  const legs = FORCES_2016[side.power].map((leg) => guarded(leg, guardOf(question, side)));
  const partOf = legParts(question, side);
  return reckoned('left', whySurvivors(legs, partOf, given('underAttack', question.launchUnderAttack)));
}

const guardOf = ({ singleShot, tracking }: StabilityQuestion, { power, rival, silo }: Side) => ({
  struck: spentBy(rival, power),
  interceptors: silo.value,
  singleShot,
  tracking,
});

function legParts(question: StabilityQuestion, side: Side): LegParts {
  const path = `forces.${side.power}`;
  const asFiled = legsAt(path, question.posture);
  const { struck, interceptors } = guardOf(question, side);
  return (leg: Leg, field) => {
    const isGuarded = leg.leg === 'silo' && struck > 0 && interceptors > 0;
    if (!isGuarded || (field !== 'survivalIdle' && field !== 'survivalAlert')) return asFiled(leg, field);
    const filed = FORCES_2016[side.power].find((one) => one.leg === leg.leg) ?? leg;
    const spent = datum('struck', struck, `counterforce.${side.rival}.${side.power}`);
    const saved = whyPointDefence(attackersPart(filed, spent, path), defendersPart(question, side));
    return whyGuarded(field, asFiled(filed, field), saved);
  };
}

/** An interceptor over silos counts as its chance to track and kill. */
function defendersPart({ singleShot, tracking }: StabilityQuestion, { silo }: Side): Part {
  return reckoned('defenders', {
    what: 'interceptors over silos that count',
    value: silo.value * singleShot * tracking,
    formula: `${silo.symbol} * singleShot * tracking`,
    parts: [silo, given('singleShot', singleShot), given('tracking', tracking)],
    sources: ['rules'],
  });
}

function totalPart(power: Power): Part {
  const parts = FORCES_2016[power].map(({ leg, warheads }) => datum(leg, warheads, `forces.${power}.${leg}.warheads`));
  return reckoned('total', sumOf('warheads of all legs', parts, ['new-start']));
}

function restPart(power: Power, rival: Power): Part {
  const spent = spentBy(power, rival);
  return reckoned('rest', {
    what: 'warheads not spent on forces',
    value: Math.max(0, totalWarheads(FORCES_2016[power]) - spent),
    formula: 'max(0, total - spent)',
    parts: [totalPart(power), datum('spent', spent, `counterforce.${power}.${rival}`)],
    sources: ['new-start'],
  });
}

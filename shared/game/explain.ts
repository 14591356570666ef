/**
 * "Why?" for every number that is worked out in a game: fear, threshold, alarm, margin, gauge, outlook, coverage, reading.
 * The state handed in is what the asker knows, as for the numbers themselves.
 */
import { must } from '../assert.ts';
import type { DefencePicture } from '../belief/defences.ts';
import { fearedDefence } from '../belief/deterrence.ts';
import type { Stance } from '../belief/evidence.ts';
import { type Dyad, type Eyes, type Salvo, salvoesOf, stanceOf, thirdPower } from '../belief/threshold.ts';
import type { Board } from '../capability/board.ts';
import { damage } from '../capability/exchange.ts';
import { whyThreshold } from '../capability/explain.ts';
import { cell, type Part, parameter, reckoned, type Why, whyIn } from '../capability/why.ts';
import { type Margin, marginsOf } from '../crisis/alarm.ts';
import { allayedOf, restraintsOf } from '../politics/restraint.ts';
import { DYADS, type DyadId, othersOf, type Power, type Theory } from '../scenario/names.ts';
import type { Leg } from '../scenario/schema.ts';
import { trustOf } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { whyCover, whyRaid, whyStopped } from './explain-cover.ts';
import { arrivingWhy, whyExpected } from './explain-defence.ts';
import { whyReading, whySingleKill } from './explain-evidence.ts';
import { type ExchangeCount, whyExchange } from './explain-exchange.ts';
import { whyLooksNow, whyReachNow } from './explain-eyes.ts';
import { type Known, leftPart, restPart, totalPart } from './explain-forces.ts';
import { whyAccident, whyBand, whyBaseFear, whyIndex, whyOutbreak, whyStakes } from './explain-peril.ts';
import { type StruckCount, whyStruck } from './explain-struck.ts';

/** What can be asked of a game. */
export type Question =
  | {
      readonly what: 'fear' | 'arriving' | 'surviving' | 'interceptors' | 'accident';
      readonly of: Power;
      readonly towards: Power;
    }
  | {
      readonly what: 'threshold' | 'alarm' | 'margin' | 'stakes' | 'index';
      readonly of: Power;
      readonly towards: Power;
      readonly eyes: Eyes;
      readonly theory: Theory;
    }
  | { readonly what: 'gauge'; readonly dyad: DyadId; readonly theory: Theory }
  | { readonly what: 'band'; readonly dyad: DyadId }
  | { readonly what: 'outbreak'; readonly theory: Theory }
  | { readonly what: 'raid'; readonly third: string }
  | { readonly what: 'stopped'; readonly of: Power; readonly third: string; readonly group: string }
  | { readonly what: 'cover'; readonly of: Power }
  | { readonly what: 'exchange'; readonly of: Power; readonly towards: Power; readonly count: ExchangeCount }
  | {
      readonly what: 'struck';
      readonly of: Power;
      readonly towards: Power;
      readonly leg: Leg['leg'];
      readonly count: StruckCount;
    }
  | { readonly what: 'coverage' | 'looks'; readonly batteries: readonly string[]; readonly group: string }
  | {
      readonly what: 'kill' | 'tracking' | 'decoys-taken' | 'single-kill';
      readonly interceptor: string;
      readonly stance: Stance;
    };

export function whyOf(board: Board, state: State, asked: Question): Why {
  const known = { board, state };
  switch (asked.what) {
    case 'fear':
      return whyFear(known, asked.of, asked.towards);
    case 'arriving':
      return whyRetaliation(known, asked.of, asked.towards);
    case 'surviving':
      return whyIn(whyRetaliation(known, asked.of, asked.towards).parts[0]);
    case 'interceptors':
      return whyExpected(known, fearedPicture(known, asked.of, asked.towards));
    case 'accident':
      return whyAccident(known, asked.of, asked.towards);
    case 'threshold':
    case 'alarm':
    case 'margin':
    case 'stakes':
    case 'index':
      return whyJudged(known, asked);
    case 'gauge':
      return whyGauge(known, asked.dyad, asked.theory);
    case 'band':
      return whyBand(asked.dyad, (theory) => whyGauge(known, asked.dyad, theory));
    case 'outbreak':
      return whyOutbreak(known, asked.theory, (dyad) => whyGauge(known, dyad, asked.theory));
    case 'raid':
      return whyRaid(known, asked.third);
    case 'stopped':
      return whyStopped(known, asked.of, asked.third, asked.group);
    case 'cover':
      return whyCover(known, asked.of);
    case 'exchange':
      return whyExchange(known, { striker: asked.of, struck: asked.towards }, asked.count);
    case 'struck':
      return whyStruck(known, { striker: asked.of, struck: asked.towards }, asked.leg, asked.count);
    case 'coverage':
      return whyReachNow(known, asked.batteries, asked.group);
    case 'looks':
      return whyLooksNow(known, asked.batteries, asked.group);
    case 'single-kill':
      return whySingleKill(known, asked.interceptor, asked.stance);
    default:
      return whyReading(known, asked.interceptor, asked.stance, asked.what);
  }
}

type Judged = Extract<Question, { readonly eyes: Eyes }>;

function whyJudged(known: Known, asked: Judged): Why {
  const { of, towards } = asked;
  switch (asked.what) {
    case 'threshold':
      return thresholdWhy(known, { from: of, against: towards }, asked);
    case 'alarm':
      return whyAlarm(known, of, towards, asked);
    case 'margin':
      return whyMargin(known, of, towards, asked);
    case 'stakes':
      return whyStakes(thresholdWhy(known, { from: of, against: towards }, asked));
    case 'index':
      return whyIndex(
        thresholdWhy(known, { from: of, against: towards }, asked),
        thresholdWhy(known, { from: towards, against: of }, asked),
      );
  }
}

interface Seeing {
  readonly eyes: Eyes;
  readonly theory: Theory;
}

/** `worstCase`: the weight of what prudent planners add to geometry. */
export function whyFear(known: Known, afraid: Power, feared: Power, worstCase = 1): Why {
  const arriving = whyRetaliation(known, afraid, feared, worstCase);
  const enough = known.board.scenario.parameters.n50[afraid];
  return {
    what: 'fear',
    value: 1 - damage(arriving.value, enough),
    formula: '1 - D(arriving, enough)',
    parts: [reckoned('arriving', arriving), parameter('enough', enough, `n50.${afraid}`)],
    sources: ['rules', ...(afraid === 'cn' ? (['wu'] as const) : [])],
  };
}

/** What would arrive after a first strike by the one who is feared, as prudent planners see his defence to come. */
function whyRetaliation(known: Known, afraid: Power, feared: Power, worstCase = 1): Why {
  const picture = fearedPicture(known, afraid, feared, worstCase);
  const left = leftPart(known, afraid, { striker: feared, posture: 'day', onWarning: false, withWorks: true, stance: 'owner' });
  return arrivingWhy(known, { left, by: afraid, withWorks: true }, picture);
}

const fearedPicture = ({ board, state }: Known, afraid: Power, feared: Power, worstCase = 1): DefencePicture =>
  fearedDefence(afraid, { feared, restraints: { ...restraintsOf(board, state, feared, afraid), worstCase } });

function thresholdWhy(known: Known, dyad: Dyad, { eyes, theory }: Seeing): Why {
  const { board, state } = known;
  const { threshold, n50, theories } = board.scenario.parameters;
  const salvoes = salvoesOf(board, state, dyad, {
    eyes,
    theory,
    denied: (defender, by) => allayedOf(board, state, defender, by),
  });
  const of = ({ by, picture }: Salvo, left: Part): Why => {
    const blinded = parameter('suppressed', theories[theory].suppression, `theories.${theory}.suppression`);
    return arrivingWhy(known, { left, by, withWorks: false, ...(picture.suppressed > 0 ? { blinded } : {}) }, picture);
  };
  const left = (power: Power, striker: Power): Part =>
    leftPart(known, power, {
      striker,
      posture: state.powers[power].posture,
      onWarning: true,
      withWorks: false,
      stance: stanceOf(eyes, power),
    });
  const third = thirdPower(board, state, dyad, salvoes.onRivalFirst.warheads);
  return whyThreshold(
    {
      onUsFirst: of(salvoes.onUsFirst, left(dyad.against, dyad.from)),
      onRivalFirst: of(salvoes.onRivalFirst, restPart(known, dyad.from, dyad.against)),
      onUsSecond: of(salvoes.onUsSecond, restPart(known, dyad.against, dyad.from)),
      onRivalSecond: of(salvoes.onRivalSecond, left(dyad.from, dyad.against)),
    },
    { n50: n50.everyone, lambda: threshold.lambda, taboo: threshold.taboo, thirdParty: third },
    thirdPart(known, dyad, third),
    parameter,
  );
}

function thirdPart(known: Known, { from, against }: Dyad, value: number): Part {
  const { board, state } = known;
  const third = othersOf(from).find((power) => power !== against) as Power;
  return reckoned('third', {
    what: 'third power left intact',
    value,
    formula: 'mu * (1 - trust / 100) * deliverable / (deliverable + rest)',
    parts: [
      parameter('mu', board.scenario.parameters.threshold.mu, 'threshold.mu'),
      cell('trust', trustOf(state, from, third), `pairs/${from}>${third}`, 'trust'),
      totalPart(known, 'deliverable', third),
      restPart(known, from, against),
    ],
    sources: ['rules', 'best-bracken'],
  });
}

function marginsBy({ board, state }: Known, of: Power, towards: Power, how: Seeing): readonly [Margin, Margin] {
  return marginsOf(board, state, [of, towards], how);
}

/** Schelling's reciprocal fear where it has come to rest: each side's follows from the other's. */
function whyAlarm(known: Known, of: Power, towards: Power, how: Seeing): Why {
  const [own, other] = marginsBy(known, of, towards, how);
  const { alarm } = known.board.scenario.parameters;
  const reciprocal = parameter('reciprocal', alarm.reciprocal, 'alarm.reciprocal');
  const width = parameter('width', alarm.width, 'alarm.width');
  const base = reckoned('base', whyBaseFear(known, of, towards));
  const otherThreshold = reckoned('otherThreshold', thresholdWhy(known, { from: towards, against: of }, how));
  const otherAlarm = reckoned('otherAlarm', {
    what: 'alarm of the other side',
    value: other.alarm,
    formula: 'atRest(otherBase, base, otherThreshold, threshold, reciprocal, width, iterations)',
    parts: [
      reckoned('otherBase', whyBaseFear(known, towards, of)),
      base,
      otherThreshold,
      reckoned('threshold', thresholdWhy(known, { from: of, against: towards }, how)),
      reciprocal,
      width,
      parameter('iterations', alarm.iterations, 'alarm.iterations'),
    ],
    sources: ['schelling', 'rules'],
  });
  return {
    what: 'alarm',
    value: own.alarm,
    formula: 'base + (1 - base) * reciprocal * logistic((otherAlarm - otherThreshold) / width)',
    parts: [base, reciprocal, otherAlarm, otherThreshold, width],
    sources: ['schelling', 'rules'],
  };
}

function whyMargin(known: Known, of: Power, towards: Power, how: Seeing): Why {
  return {
    what: 'margin',
    value: marginsBy(known, of, towards, how)[0].margin,
    formula: 'threshold - alarm',
    parts: [
      reckoned('threshold', thresholdWhy(known, { from: of, against: towards }, how)),
      reckoned('alarm', whyAlarm(known, of, towards, how)),
    ],
    sources: ['rules'],
  };
}

/** `state` is veiled for the public: the gauge is the same for all. */
function whyGauge(known: Known, dyad: DyadId, theory: Theory): Why {
  const [, a, b] = must(
    DYADS.find(([id]) => id === dyad),
    dyad,
  );
  const how = { eyes: 'public', theory } as const;
  const [one, other] = [whyMargin(known, a, b, how), whyMargin(known, b, a, how)];
  return {
    what: 'gauge',
    value: Math.min(one.value, other.value),
    formula: 'min(one, other)',
    parts: [reckoned('one', one), reckoned('other', other)],
    sources: ['rules'],
  };
}

/**
 * "Why?" for every number that is worked out in a game: fear, threshold, alarm, margin, gauge, outlook, coverage, reading.
 * The state handed in is what the asker knows, as for the numbers themselves.
 */
import { must } from '../assert.ts';
import { forcesOf, raidOf } from '../belief/arsenal.ts';
import { fearedDefence, firedInTime, surviving } from '../belief/deterrence.ts';
import type { Stance } from '../belief/evidence.ts';
import { type Dyad, type Eyes, type Salvo, salvoesOf, thirdPower } from '../belief/threshold.ts';
import type { Board } from '../capability/board.ts';
import { damage } from '../capability/exchange.ts';
import { whyArriving, whyCoverage, whySurvivors, whyThreshold } from '../capability/explain.ts';
import { totalWarheads } from '../capability/force.ts';
import { cell, datum, given, type Part, parameter, reckoned, type Why } from '../capability/why.ts';
import { baseFear, type Margin, marginsOf } from '../crisis/alarm.ts';
import { allayedOf, restraintsOf } from '../politics/restraint.ts';
import { DYADS, type DyadId, type Power, type Theory } from '../scenario/names.ts';
import { trustOf } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { type Known, whyInterceptors, whyReading } from './explain-defence.ts';

/** What can be asked of a game. */
export type Question =
  | { readonly what: 'fear' | 'arriving'; readonly of: Power; readonly towards: Power }
  | {
      readonly what: 'threshold' | 'alarm' | 'margin';
      readonly of: Power;
      readonly towards: Power;
      readonly eyes: Eyes;
      readonly theory: Theory;
    }
  | { readonly what: 'gauge'; readonly dyad: DyadId; readonly theory: Theory }
  | { readonly what: 'coverage'; readonly battery: string; readonly group: string }
  | { readonly what: 'kill' | 'tracking' | 'decoys-taken'; readonly interceptor: string; readonly stance: Stance };

export function whyOf(board: Board, state: State, asked: Question): Why {
  const known = { board, state };
  switch (asked.what) {
    case 'fear':
      return whyFear(known, asked.of, asked.towards);
    case 'arriving':
      return whyRetaliation(known, asked.of, asked.towards);
    case 'threshold':
      return thresholdWhy(known, { from: asked.of, against: asked.towards }, asked);
    case 'alarm':
      return whyAlarm(known, asked.of, asked.towards, asked);
    case 'margin':
      return whyMargin(known, asked.of, asked.towards, asked);
    case 'gauge':
      return whyGauge(known, asked.dyad, asked.theory);
    case 'coverage':
      return whyCoverage(board.coverage, asked.battery, asked.group);
    default:
      return whyReading(known, asked.interceptor, asked.stance, asked.what);
  }
}

interface Seeing {
  readonly eyes: Eyes;
  readonly theory: Theory;
}

function whyFear(known: Known, afraid: Power, feared: Power): Why {
  const arriving = whyRetaliation(known, afraid, feared);
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
function whyRetaliation(known: Known, afraid: Power, feared: Power): Why {
  const { board, state } = known;
  const picture = fearedDefence(afraid, {
    feared,
    restraints: restraintsOf(board, state, feared, afraid),
  });
  const left = leftPart(known, afraid, feared, { posture: 'day', onWarning: false, withWorks: true });
  return arrivingWhy(known, { left, by: afraid, withWorks: true }, picture);
}

interface Coming {
  readonly left: Part;
  readonly by: Power;
  readonly withWorks: boolean;
}

function arrivingWhy(known: Known, { left, by, withWorks }: Coming, picture: Salvo['picture']): Why {
  const raid = raidOf(known.board, known.state, by, { warheads: left.value, withWorks });
  const { layers, parts } = whyInterceptors(known, picture);
  return whyArriving(left, raid, layers, (layer) => parts[layer] ?? {});
}

interface Struck {
  readonly posture: 'day' | 'generated';
  readonly onWarning: boolean;
  readonly withWorks: boolean;
}

/** Warheads that outlive a first strike; all of them where the striker cannot reach forces. */
function leftPart({ board, state }: Known, power: Power, striker: Power, { posture, onWarning, withWorks }: Struck): Part {
  const struck = { striker, posture, onWarning, withWorks };
  const left = surviving(board, state, power, struck);
  if (!board.scenario.counterforce[striker][power]) return datum('left', left, `forces.${power}`);
  const readiness = { posture, launchUnderAttack: firedInTime(board, state, power, struck), mobileAlertShift: 0 };
  return reckoned('left', whySurvivors(forcesOf(board, state, power, withWorks), readiness, `forces.${power}`));
}

function thresholdWhy(known: Known, dyad: Dyad, { eyes, theory }: Seeing): Why {
  const { board, state } = known;
  const { threshold, n50 } = board.scenario.parameters;
  const salvoes = salvoesOf(board, state, dyad, {
    eyes,
    theory,
    denied: (defender, by) => allayedOf(board, state, defender, by),
  });
  const of = (salvo: Salvo, left: Part): Why => arrivingWhy(known, { left, by: salvo.by, withWorks: false }, salvo.picture);
  const left = (power: Power, striker: Power): Part =>
    leftPart(known, power, striker, { posture: state.powers[power].posture, onWarning: true, withWorks: false });
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

/** What a first strike spares from forces. */
function restPart({ board, state }: Known, power: Power, rival: Power): Part {
  const total = totalWarheads(forcesOf(board, state, power));
  const spent = board.scenario.counterforce[power][rival] ?? 0;
  return reckoned('rest', {
    what: 'warheads not spent on forces',
    value: total - spent,
    formula: 'total - spent',
    parts: [datum('total', total, `forces.${power}`), datum('spent', spent, `counterforce.${power}.${rival}`)],
    sources: ['new-start'],
  });
}

function thirdPart({ board, state }: Known, { from, against }: Dyad, value: number): Part {
  const third = (['us', 'ru', 'cn'] as const).find((power) => power !== from && power !== against) as Power;
  const residual = totalWarheads(forcesOf(board, state, from)) - (board.scenario.counterforce[from][against] ?? 0);
  return reckoned('third', {
    what: 'third power left intact',
    value,
    formula: 'mu * (1 - trust / 100) * deliverable / (deliverable + rest)',
    parts: [
      parameter('mu', board.scenario.parameters.threshold.mu, 'threshold.mu'),
      cell('trust', trustOf(state, from, third), `pairs/${from}>${third}`, 'trust'),
      datum('deliverable', totalWarheads(forcesOf(board, state, third)), `forces.${third}`),
      given('rest', residual),
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
  return {
    what: 'alarm',
    value: own.alarm,
    formula: 'base + (1 - base) * reciprocal * logistic((otherAlarm - otherThreshold) / width)',
    parts: [
      reckoned('base', whyBaseFear(known, of, towards)),
      parameter('reciprocal', alarm.reciprocal, 'alarm.reciprocal'),
      given('otherAlarm', other.alarm),
      given('otherThreshold', other.threshold),
      parameter('width', alarm.width, 'alarm.width'),
    ],
    sources: ['schelling', 'rules'],
  };
}

function whyBaseFear({ board, state }: Known, of: Power, towards: Power): Why {
  const { alarm } = board.scenario.parameters;
  const trust = trustOf(state, of, towards);
  const { first, second, status, escalatedFirst, escalatedSecond } = state.crisis;
  const isRunning = status !== 'none';
  const escalations =
    isRunning && towards === first && of === second
      ? escalatedFirst
      : isRunning && towards === second && of === first
        ? escalatedSecond
        : 0;
  const isGenerated = state.powers[towards].posture === 'generated' ? 1 : 0;
  return {
    what: 'base fear',
    value: baseFear(board, state, of, towards),
    formula: 'min(most, weight * tension / 100 * (1 - trust / 100) + perEscalation * escalations + perAlert * isOnAlert)',
    parts: [
      parameter('most', alarm.most, 'alarm.most'),
      parameter('weight', alarm.tension, 'alarm.tension'),
      cell('tension', state.world.tension, 'world', 'tension'),
      cell('trust', trust, `pairs/${of}>${towards}`, 'trust'),
      parameter('perEscalation', alarm.perEscalation, 'alarm.perEscalation'),
      given('escalations', escalations),
      parameter('perAlert', alarm.generated, 'alarm.generated'),
      cell('isOnAlert', isGenerated, `powers/${towards}`, 'posture'),
    ],
    sources: ['rules'],
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

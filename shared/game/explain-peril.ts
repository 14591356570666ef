/** Why it is as dangerous as it is: base fear, stakes and index, the band of the gauge, outbreak and accident. */
import type { Board } from '../capability/board.ts';
import { cell, type Part, parameter, reckoned, sumOf, type Why } from '../capability/why.ts';
import { baseFear } from '../crisis/alarm.ts';
import { accidentChance, dispersedOf, haveDirectLine, outbreakOf } from '../crisis/outbreak.ts';
import { DYADS, type DyadId, dyadOf, type Power, type Theory } from '../scenario/names.ts';
import { trustOf } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { treatiesBetween } from '../state/treaties.ts';
import type { Known } from './explain-forces.ts';

export function whyBaseFear({ board, state }: Known, of: Power, towards: Power): Why {
  const { alarm } = board.scenario.parameters;
  const { posture } = state.powers[towards];
  const escalated = escalatedPart(state, towards, of);
  const isGenerated = posture === 'generated';
  return {
    what: 'base fear',
    value: baseFear(board, state, of, towards),
    formula: [
      'min(most, weight * tension / 100 * (1 - trust / 100)',
      escalated ? ' + perEscalation * escalations' : '',
      isGenerated ? ' + onAlert)' : ')',
    ].join(''),
    parts: [
      parameter('most', alarm.most, 'alarm.most'),
      parameter('weight', alarm.tension, 'alarm.tension'),
      cell('tension', state.world.tension, 'world', 'tension'),
      cell('trust', trustOf(state, of, towards), `pairs/${of}>${towards}`, 'trust'),
      ...(escalated ? [parameter('perEscalation', alarm.perEscalation, 'alarm.perEscalation'), escalated] : []),
      ...(isGenerated ? [parameter('onAlert', alarm.generated, 'alarm.generated')] : []),
    ],
    holdsBy: [cell('posture', 1, `powers/${towards}`, 'posture')],
    sources: ['rules'],
  };
}

/** How often a power has escalated against the other in the crisis that runs between them; null: none runs. */
function escalatedPart({ crisis }: State, by: Power, against: Power): Part | null {
  const { first, second, status, escalatedFirst, escalatedSecond } = crisis;
  if (status === 'none') return null;
  if (by === first && against === second) return cell('escalations', escalatedFirst, 'crisis', 'escalatedFirst');
  if (by === second && against === first) return cell('escalations', escalatedSecond, 'crisis', 'escalatedSecond');
  return null;
}

/** What is at stake in going second rather than first; the taboo is no stake. */
export function whyStakes(threshold: Why): Why {
  const [first, second] = ['costFirst', 'costSecond'].map((symbol) => threshold.parts.find((part) => part.symbol === symbol)) as [
    Part,
    Part,
  ];
  return {
    what: 'stakes',
    value: second.value - first.value,
    formula: 'costSecond - costFirst',
    parts: [second, first],
    sources: ['kent-thaler', 'rules'],
  };
}

/** S6. */
export function whyIndex(threshold: Why, otherThreshold: Why): Why {
  return {
    what: 'index',
    value: threshold.value * otherThreshold.value,
    formula: 'threshold * otherThreshold',
    parts: [reckoned('threshold', threshold), reckoned('otherThreshold', otherThreshold)],
    sources: ['kent-thaler'],
  };
}

/** How far the two schools' gauges of a dyad lie apart: the band runs from the smaller to the larger. */
export function whyBand(dyad: DyadId, gauge: (theory: Theory) => Why): Why {
  const [one, other] = [gauge('stabilise'), gauge('destabilise')];
  return {
    what: `band of ${dyad}`,
    value: Math.abs(one.value - other.value),
    formula: 'max(stabilise, destabilise) - min(stabilise, destabilise)',
    parts: [reckoned('stabilise', one), reckoned('destabilise', other)],
    sources: ['rules'],
  };
}

const crisisParts = ({ scenario }: Board, ...names: readonly (keyof typeof scenario.parameters.crisis)[]): readonly Part[] =>
  names.map((name) => parameter(name, scenario.parameters.crisis[name], `crisis.${name}`));

/** Chance of a crisis this turn; the state is the public's. */
export function whyOutbreak({ board, state }: Known, theory: Theory, gauge: (dyad: DyadId) => Why): Why {
  const margins = DYADS.map(([id], i) => reckoned(`margin${i + 1}`, gauge(id)));
  const { rounds, marginGain, marginPivot, least, greatest } = board.scenario.parameters.crisis;
  const smallest = Math.min(...margins.map(({ value }) => value));
  const scale: Why = {
    what: 'scale of an outbreak by the smallest margin',
    value: Math.min(Math.max(1 + marginGain * (marginPivot - smallest), least), greatest),
    formula: `min(greatest, max(least, 1 + marginGain * (marginPivot - min(${margins.map(({ symbol }) => symbol).join(', ')}))))`,
    parts: [...crisisParts(board, 'greatest', 'least', 'marginGain', 'marginPivot'), ...margins],
    sources: ['rules'],
  };
  const { chance } = outbreakOf(board, { state, known: state }, theory, 0);
  if (rounds === 0)
    return { what: 'outbreak', value: 0, formula: '0', parts: [], holdsBy: crisisParts(board, 'rounds'), sources: ['rules'] };
  return {
    what: 'outbreak',
    value: chance,
    formula: 'min(most, logistic((tension - midpoint) / width) * scale)',
    parts: [
      ...crisisParts(board, 'most', 'midpoint', 'width'),
      cell('tension', state.world.tension, 'world', 'tension'),
      reckoned('scale', scale),
    ],
    sources: ['rules'],
  };
}

/** Chance in one round of the crisis that a side's alert turns into a launch that nobody chose. */
export function whyAccident({ board, state }: Known, of: Power, towards: Power): Why {
  const { posture, launchUnderAttack } = state.powers[of];
  const { mediated } = state.crisis;
  const line = haveDirectLine(state, of, towards) ? lineCell(state, of, towards) : null;
  const factors: readonly (readonly [Parameters<typeof crisisParts>[1], boolean, Part | null])[] = [
    ['alertFactor', launchUnderAttack, cell('onWarning', 1, `powers/${of}`, 'launchUnderAttack')],
    ['generatedFactor', posture === 'generated', cell('posture', 1, `powers/${of}`, 'posture')],
    ['mediationFactor', mediated, cell('mediated', 1, 'crisis', 'mediated')],
    ['hotlineFactor', line !== null, line],
  ];
  const standing = factors.filter(([, holds]) => holds);
  const base = { board, state };
  const alarm = baseFear(board, state, of, towards);
  const dispersed = dispersedOf(state, of);
  return {
    what: 'accident',
    value: accidentChance(board, {
      generated: posture === 'generated',
      onWarning: launchUnderAttack,
      hotline: line !== null,
      dispersed,
      alarm,
      mediated,
    }),
    formula: ['hazard * (1 + dispersedHazard * dispersed) * baseFear', ...standing.map(([name]) => name)].join(' * '),
    parts: [
      dispersedPart(state, of),
      ...crisisParts(board, 'hazard', 'dispersedHazard', ...standing.map(([name]) => name)),
      reckoned('baseFear', whyBaseFear(base, of, towards)),
    ],
    holdsBy: standing.flatMap(([, , fact]) => (fact ? [fact] : [])),
    sources: ['rules'],
  };
}

/** Levels of dispersal and patrols that stand. */
function dispersedPart({ powers }: State, of: Power): Part {
  const levels = ['dispersal', 'patrol'] as const;
  const parts = levels.map((what) => cell(what, powers[of][what], `powers/${of}`, what));
  return reckoned('dispersed', sumOf('levels that stand', parts, ['rules']));
}

function lineCell(state: State, of: Power, towards: Power): Part {
  const dyad = dyadOf(of, towards);
  if (state.hotlines[dyad].open) return cell('hotline', 1, `hotlines/${dyad}`, 'open');
  const exchanging = treatiesBetween(state, [of, towards]).find(([, { clauses }]) =>
    clauses.some(({ type }) => type === 'data-exchange'),
  );
  return cell('treaty', 1, `treaties/${exchanging?.[0]}`, 'status');
}

/** Why a turn brings a power the points that it does: each aim's measure on its slope (RULES 9). */
import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import { cell, type Part, parameter, reckoned, sumOf, type Why } from '../capability/why.ts';
import { slope } from '../math/range.ts';
import { hostOfBattery } from '../politics/host.ts';
import { treatiesInForce } from '../politics/treaty.ts';
import { BUILDING, dyadOf, POWERS, type Power, PROGRAMMES, pairId, type Viewer } from '../scenario/names.ts';
import { sorted } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { whyFear } from './explain.ts';
import { whyCover } from './explain-cover.ts';
import { earlierDeedsOf, type Known } from './explain-forces.ts';
import type { Game } from './game.ts';
import { EUROPE_FULL, EUROPEAN_HOSTS } from './measures.ts';
import { closedTurns, lineOf, scoreOf } from './score.ts';
import { veil } from './veil.ts';

/** One turn's points: the sum over the open aims and the secret one. */
export function whyPoints(board: Board, state: State, power: Power): Why {
  const { pointsPerObjective } = board.scenario.parameters.score;
  const parts = lineOf(board, state, power).map(({ id, points, secret }, i) =>
    reckoned(`aim${i + 1}`, {
      what: `points for ${id}`,
      value: points,
      formula: 'most * reached',
      parts: [
        parameter('most', pointsPerObjective, 'score.pointsPerObjective'),
        secret ? secretPart({ board, state }, power, id) : openPart({ board, state }, power, id),
      ],
      sources: ['rules'],
    }),
  );
  return sumOf('points of a turn', parts, ['rules']);
}

export interface ScoreWhy {
  /** By objective, in their order: the mean over the turns that have closed. */
  readonly objectives: readonly Why[];
  readonly normalised: Why;
  /** The states that the turns' points are worked out on, in the order of the parts. */
  readonly states: readonly State[];
}

/** The score so far, as `scoreOf` reckons it. */
export function whyScore(game: Game, power: Power, eyes: Viewer = 'all'): ScoreWhy {
  const ends = closedTurns(game);
  const states = (ends.length > 0 ? ends : [game.start]).map((state) => veil(game.board, state, eyes));
  const turns = states.map((state) => whyPoints(game.board, state, power).parts);
  const score = scoreOf(game, power, eyes);
  const objectives = score.objectives.map(({ id, points }, i) => {
    const parts = turns.map((aims, turn) => ({ ...must(aims[i], id), symbol: `turn${turn + 1}` }));
    const sum = parts.map(({ symbol }) => symbol).join(' + ');
    return { what: `points for ${id}`, value: points, formula: `(${sum}) / ${parts.length}`, parts, sources: ['rules'] as const };
  });
  return { objectives, normalised: whyNormalised(game, objectives, score.normalised), states };
}

function whyNormalised({ board, start, played }: Game, objectives: readonly Why[], value: number): Why {
  const { ending } = (played.at(-1)?.state ?? start).world;
  const what = 'score';
  if (ending === 'strike' || ending === 'accident')
    return { what, value, formula: '-1', parts: [], holdsBy: [cell('ending', 1, 'world', 'ending')], sources: ['rules'] };
  const parts = objectives.map((why, i) => reckoned(`aim${i + 1}`, why));
  const most = parameter('most', board.scenario.parameters.score.pointsPerObjective, 'score.pointsPerObjective');
  const formula = `(${parts.map(({ symbol }) => symbol).join(' + ')}) / (${parts.length} * most)`;
  return { what, value, formula, parts: [...parts, most], sources: ['rules'] };
}

/** The straight line of an aim from worth nothing to worth everything. */
function onSlope({ board }: Known, symbol: string, id: string, measure: Part): Part {
  const [zeroAt, oneAt] = must(board.scenario.parameters.score.slopes[id], `score.slopes has ${id}`);
  return reckoned(symbol, {
    what: `how far ${id} is reached`,
    value: slope(measure.value, zeroAt, oneAt),
    formula: `max(0, min(1, (${measure.symbol} - zeroAt) / (oneAt - zeroAt)))`,
    parts: [measure, parameter('zeroAt', zeroAt, `score.slopes.${id}.0`), parameter('oneAt', oneAt, `score.slopes.${id}.1`)],
    sources: ['rules'],
  });
}

const influence = ({ state }: Known, power: Power): Part =>
  cell('influence', state.powers[power].influence, `powers/${power}`, 'influence');
const tension = ({ state }: Known): Part => cell('tension', state.world.tension, 'world', 'tension');

function openPart(known: Known, power: Power, id: string): Part {
  const reached = (measure: Part, slopeId = id): Part => onSlope(known, 'reached', slopeId, measure);
  const aim = known.board.scenario.powers[power].objectives.find((objective) => objective.id === id);
  const about = (): Power => must(aim?.about, `${id} says whom it is about`);
  switch (id) {
    case 'cover':
      return reached(reckoned('cover', whyCover(known, power)));
    case 'alliances':
      return reached(consentPart(known, power));
    case 'calm':
      return calmPart(known);
    case 'standing':
      return reached(influence(known, power));
    case 'deterrent':
      return reached(assuredPart(known, power, about()), `${power}-deterrent`);
    case 'europe':
      return reached(europePart(known, about()));
    case 'balance':
      return balancePart(known, power, about());
    case 'thaad':
      return reached(thaadPart(known));
    case 'korea':
      return koreaPart(known);
    case 'trade':
      return reached(cell('lost', known.state.powers[power].tradeLost, `powers/${power}`, 'tradeLost'));
    default:
      throw new Error(`${power} has no measure for ${id}`);
  }
}

function consentPart({ board, state }: Known, power: Power): Part {
  const allies = board.scenario.hosts.filter(({ partner }) => partner === power);
  const cells = allies.map(({ id }, i) => cell(`host${i + 1}`, state.hosts[id]?.consent ?? 0, `hosts/${id}`, 'consent'));
  return reckoned('consent', {
    what: 'mean consent of allies',
    value: cells.reduce((sum, { value }) => sum + value, 0) / Math.max(1, allies.length),
    formula: `(${cells.map(({ symbol }) => symbol).join(' + ') || '0'}) / ${Math.max(1, allies.length)}`,
    parts: cells,
    sources: ['rules'],
  });
}

function calmPart(known: Known): Part {
  const { armsShare } = known.board.scenario.parameters.score;
  const arming: readonly string[] = [...BUILDING, ...PROGRAMMES];
  const begun = earlierDeedsOf(known.state, 4)
    .filter(([, { kind, amount }]) => arming.includes(kind) || (kind === 'forward' && amount > 0))
    .map(([id], i) => cell(`order${i + 1}`, 1, `deeds/${id}`, 'kind'));
  const arms = onSlope(known, 'arms', 'arms', reckoned('begun', sumOf('orders to arm in the last four turns', begun, ['rules'])));
  const calm = onSlope(known, 'calm', 'calm', tension(known));
  return reckoned('reached', {
    what: 'how far calm is reached',
    value: armsShare * arms.value + (1 - armsShare) * calm.value,
    formula: 'armsShare * arms + (1 - armsShare) * calm',
    parts: [parameter('armsShare', armsShare, 'score.armsShare'), arms, calm],
    sources: ['rules'],
  });
}

/** Retaliation assured against the one who is feared, as the power itself believes it. */
function assuredPart({ board, state }: Known, power: Power, feared: Power): Part {
  const fear = reckoned('fear', whyFear({ board, state: veil(board, state, power) }, power, feared));
  return reckoned('assured', {
    what: 'retaliation assured',
    value: 1 - fear.value,
    formula: '1 - fear',
    parts: [fear],
    sources: ['rules'],
  });
}

function europePart({ board, state }: Known, whose: Power): Part {
  const there = sorted(state.batteries).filter(
    ([id, { owner }]) => owner === whose && EUROPEAN_HOSTS.includes(hostOfBattery(board, id) ?? ''),
  );
  const standing = there
    .filter(([, { status }]) => status === 'active')
    .map(([id, { inventory }], i) => cell(`standing${i + 1}`, inventory, `batteries/${id}`, 'inventory'));
  const building = sorted(state.works)
    .filter(([, { battery }]) => there.some(([id]) => id === battery))
    .map(([id, { add }], i) => cell(`building${i + 1}`, add, `works/${id}`, 'add'));
  const count = reckoned('count', sumOf('interceptors in Europe', [...standing, ...building], ['rules']));
  return reckoned('free', {
    what: 'Europe free of interceptors',
    value: 1 - count.value / EUROPE_FULL,
    formula: `1 - count / ${EUROPE_FULL}`,
    parts: [count],
    sources: ['rules'],
  });
}

function balancePart(known: Known, power: Power, partner: Power): Part {
  const { rungShare } = known.board.scenario.parameters.score;
  const dyad = dyadOf(power, partner);
  const rung = onSlope(known, 'rung', 'balanceRung', cell('rung', known.state.ladders[dyad].rung, `ladders/${dyad}`, 'rung'));
  const [own, other] = [influence(known, power), influence(known, partner)];
  const lead = reckoned('lead', {
    what: 'lead over the partner in influence',
    value: own.value - other.value,
    formula: 'own - other',
    parts: [
      { ...own, symbol: 'own' },
      { ...other, symbol: 'other' },
    ],
    sources: ['rules'],
  });
  const gap = onSlope(known, 'gap', 'balanceGap', lead);
  return reckoned('reached', {
    what: 'how far balance is reached',
    value: rungShare * rung.value + (1 - rungShare) * gap.value,
    formula: 'rungShare * rung + (1 - rungShare) * gap',
    parts: [parameter('rungShare', rungShare, 'score.rungShare'), rung, gap],
    sources: ['rules'],
  });
}

/** 0 while THAAD stands at Seongju, a half while it is built or rests, else 1. */
function thaadPart({ state }: Known): Part {
  const status = state.batteries.seongju?.status;
  const value = status === 'active' ? 0 : status === 'building' || status === 'suspended' ? 0.5 : 1;
  const holdsBy = status === undefined ? [] : [cell('status', 1, 'batteries/seongju', 'status')];
  return reckoned('away', { what: 'THAAD not in Korea', value, formula: String(value), parts: [], holdsBy, sources: ['rules'] });
}

function koreaPart(known: Known): Part {
  const stage = cell('stage', known.state.thirds.nk?.stage ?? 0, 'thirds/nk', 'stage');
  const tense = onSlope(known, 'tense', 'koreaTension', tension(known));
  const quiet = reckoned('quiet', {
    what: 'quiet in Korea',
    value: 1 - 0.6 * stage.value - 0.4 * tense.value,
    formula: '1 - 0.6 * stage - 0.4 * tense',
    parts: [stage, tense],
    sources: ['rules'],
  });
  return onSlope(known, 'reached', 'korea', quiet);
}

function secretPart(known: Known, power: Power, aim: string): Part {
  const measure = aim === '' ? null : secretMeasure(known, power, aim);
  if (measure) return onSlope(known, 'reached', aim, measure);
  return reckoned('reached', { what: 'no secret aim', value: 0, formula: '0', parts: [], sources: ['rules'] });
}

function secretMeasure({ state }: Known, power: Power, aim: string): Part {
  const trust = (id: string): Part => cell('trust', state.pairs[id]?.trust ?? 0, `pairs/${id}`, 'trust');
  if (aim === 'influence' || aim === 'credibility' || aim === 'approval')
    return cell(aim, state.powers[power][aim], `powers/${power}`, aim);
  const trusted = POWERS.find((other) => aim === `trust-${other}`);
  if (trusted !== undefined) return trust(pairId(power, trusted));
  const trusting = POWERS.find((other) => aim === `${other}-trust`);
  if (trusting !== undefined) return trust(pairId(trusting, power));
  if (aim === 'korea-consent') return cell('consent', state.hosts['south-korea']?.consent ?? 0, 'hosts/south-korea', 'consent');
  const treaties = treatiesInForce(state, power).map(([id], i) => cell(`treaty${i + 1}`, 1, `treaties/${id}`, 'status'));
  return reckoned('treaties', sumOf('treaties in force', treaties, ['rules']));
}

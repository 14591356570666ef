/** How well each power has done by its own lights: four public aims and a secret one, means over the turns played (RULES 9). */

import { must } from '../assert.ts';
import { buildingAt, layersOf } from '../belief/defences.ts';
import type { Board } from '../capability/board.ts';
import { expectedArriving, type Layer } from '../capability/engagement.ts';
import { slope } from '../math/real.ts';
import { fearOf } from '../politics/fear.ts';
import { hostOfBattery } from '../politics/host.ts';
import { raidOfThird } from '../politics/third-state.ts';
import { countInForce } from '../politics/treaty.ts';
import { BUILDING, type Power, PROGRAMMES, pairId, type Viewer } from '../scenario/names.ts';
import { earlierDeeds, nextTurn, sorted } from '../state/read.ts';
import type { State } from '../state/state.ts';
import type { Game } from './game.ts';
import { veil } from './veil.ts';

export interface Objective {
  readonly id: string;
  readonly secret: boolean;
  /** 0 to 25. */
  readonly points: number;
}

export interface Score {
  readonly objectives: readonly Objective[];
  /** Sum over objectives as a share of what there is, 0 to 1; -1 after nuclear use. */
  readonly normalised: number;
}

/**
 * The score so far: the mean over the turns that have closed; before the first, the state at the start. While the game
 * lasts, a seat reckons it from its own knowledge (`eyes` its own), or the score would tell what the views hide.
 */
export function scoreOf(game: Game, power: Power, eyes: Viewer = 'all'): Score {
  const ends = closedTurns(game);
  const states = ends.length > 0 ? ends : [game.start];
  const lines = states.map((state) => lineOf(game.board, veil(game.board, state, eyes), power));
  const points = must(lines[0], 'a game has a state').map((first, i) => ({
    id: first.id,
    secret: first.secret,
    points: lines.reduce((sum, line) => sum + (line[i]?.points ?? 0), 0) / lines.length,
  }));
  const most = game.board.scenario.parameters.score.pointsPerObjective * points.length;
  const war = states.at(-1)?.world.ending;
  const lost = war === 'strike' || war === 'accident';
  return { objectives: points, normalised: lost ? -1 : points.reduce((sum, o) => sum + o.points, 0) / most };
}

/** The states in which turns ended, each as it stands when the next turn opens. */
export function closedTurns(game: Game): readonly State[] {
  return game.played
    .map((step) => step.state)
    .filter((state) => state.world.phase !== 'crisis')
    .map((state) => (state.world.phase === 'ended' ? nextTurn(state) : state));
}

/** Every view tells the score so far, so the turns that are over are asked for again and again. */
const scoredOnce = new WeakMap<Board, WeakMap<State, Map<Power, readonly Objective[]>>>();

/** One turn's points of a power, in the order of its objectives, the secret one last. */
export function lineOf(board: Board, state: State, power: Power): readonly Objective[] {
  const ofBoard = scoredOnce.get(board) ?? new WeakMap<State, Map<Power, readonly Objective[]>>();
  scoredOnce.set(board, ofBoard);
  const ofState = ofBoard.get(state) ?? new Map<Power, readonly Objective[]>();
  ofBoard.set(state, ofState);
  const line = ofState.get(power) ?? scored(board, state, power);
  ofState.set(power, line);
  return line;
}

function scored(board: Board, state: State, power: Power): readonly Objective[] {
  const { score } = board.scenario.parameters;
  const measures = MEASURES[power];
  const aims = board.scenario.powers[power].objectives.map((objective) => ({
    id: objective.id,
    secret: false,
    points: score.pointsPerObjective * must(measures[objective.id], `${power} has a measure for ${objective.id}`)(board, state),
  }));
  const aim = state.powers[power].secretAim;
  const secret = aim === '' ? 0 : slopeOf(board, aim, secretValue(state, power, aim));
  return [...aims, { id: aim, secret: true, points: score.pointsPerObjective * secret }];
}

type Measure = (board: Board, state: State) => number;

function slopeOf(board: Board, id: string, value: number): number {
  const [zeroAt, oneAt] = must(board.scenario.parameters.score.slopes[id], `score.slopes has ${id}`);
  return slope(value, zeroAt, oneAt);
}

const standing =
  (power: Power): Measure =>
  (board, state) =>
    slopeOf(board, 'standing', state.powers[power].influence);

/** Deterrent as believed: retaliation assured against the power that is feared most. */
const deterrent =
  (power: Power, feared: Power): Measure =>
  (board, state) =>
    slopeOf(board, `${power}-deterrent`, 1 - fearOf(board, veil(board, state, power), power, feared).fear);

const thaad: Measure = (board, state) => slopeOf(board, 'thaad', thaadAway(state));

const korea: Measure = (board, state) => {
  const nk = state.thirds.nk?.stage ?? 0;
  const [calmAt, tenseAt] = must(board.scenario.parameters.score.slopes.koreaTension, 'score.slopes has koreaTension');
  return slopeOf(board, 'korea', 1 - 0.6 * nk - 0.4 * slope(state.world.tension, calmAt, tenseAt));
};

/** What a scenario may set a power as an open aim. */
const MEASURES: Readonly<Record<Power, Readonly<Record<string, Measure>>>> = {
  us: {
    cover: (board, state) => slopeOf(board, 'cover', coverOf(board, state)),
    alliances: (board, state) => slopeOf(board, 'alliances', meanConsent(board, state)),
    calm: (board, state) => {
      const { armsShare } = board.scenario.parameters.score;
      const arms = slopeOf(board, 'arms', armsBegun(state));
      return armsShare * arms + (1 - armsShare) * slopeOf(board, 'calm', state.world.tension);
    },
    standing: standing('us'),
  },
  ru: {
    deterrent: deterrent('ru', 'us'),
    europe: (board, state) => slopeOf(board, 'europe', 1 - europeInterceptors(board, state) / EUROPE_FULL),
    standing: standing('ru'),
    balance: (board, state) =>
      0.5 * slopeOf(board, 'balanceRung', state.ladders['ru-cn'].rung) +
      0.5 * slopeOf(board, 'balanceGap', state.powers.ru.influence - state.powers.cn.influence),
    thaad,
    korea,
  },
  cn: {
    deterrent: deterrent('cn', 'us'),
    thaad,
    korea,
    trade: (board, state) => slopeOf(board, 'trade', state.powers.cn.tradeLost),
  },
};

/** Whether a power's aim of this name can be scored. */
export const isMeasured = (power: Power, id: string): boolean => MEASURES[power][id] !== undefined;

/** Interceptors in Europe that leave Russia's aim nothing: Deveselu, Redzikowo and an upgrade, 24 each (RULES 9). */
const EUROPE_FULL = 72;
const EUROPEAN_HOSTS: readonly string[] = ['romania', 'poland', 'turkey'];

function europeInterceptors(board: Board, state: State): number {
  return sorted(state.batteries)
    .filter(([id, battery]) => battery.owner === 'us' && EUROPEAN_HOSTS.includes(hostOfBattery(board, id) ?? ''))
    .reduce((sum, [id, battery]) => sum + (battery.status === 'active' ? battery.inventory : 0) + buildingAt(state, id), 0);
}

/** 1: no THAAD in Korea; half while it is being built or suspended; 0: active. */
function thaadAway(state: State): number {
  const status = state.batteries.seongju?.status;
  if (status === 'active') return 0;
  return status === 'building' || status === 'suspended' ? 0.5 : 1;
}

function meanConsent(board: Board, state: State): number {
  const allies = board.scenario.hosts.filter((host) => host.partner === 'us');
  return allies.reduce((sum, host) => sum + (state.hosts[host.id]?.consent ?? 0), 0) / Math.max(1, allies.length);
}

/** Orders to build and to arm begun by all three in the last four turns. */
function armsBegun(state: State): number {
  const arming: readonly string[] = [...BUILDING, ...PROGRAMMES];
  return earlierDeeds(state, 4).filter((deed) => arming.includes(deed.kind) || (deed.kind === 'forward' && deed.amount > 0))
    .length;
}

/** Share of third states' raids that the US believes it would stop, homeland and allies weighed. */
export function coverOf(board: Board, state: State): number {
  const weights = board.scenario.parameters.score.coverWeights;
  // A scenario without one of the third states gives its raid no weight.
  const part = (weight: number, third: string, group: string): number =>
    weight === 0 ? 0 : weight * shareStopped(board, state, third, group);
  return (
    part(weights.homeland, 'nk', 'nk>us') + part(weights.asia, 'nk', 'nk>allies') + part(weights.europe, 'iran', 'iran>allies')
  );
}

/** Share of one third state's raid on one group of aims that is stopped, by the owner's own reading. */
export function shareStopped(board: Board, state: State, third: string, group: string): number {
  const raid = raidOfThird(board, must(state.thirds[third], `${third} is a third state`));
  const layers: readonly Layer[] = layersOf(board, state, {
    defender: 'us',
    group,
    stance: 'owner',
    outlook: false,
    caps: {},
    worstCase: 0,
    denied: {},
    suppressed: 0,
  });
  return 1 - expectedArriving(raid, layers) / raid.warheads;
}

function secretValue(state: State, power: Power, aim: string): number {
  const own = state.powers[power];
  if (aim === 'influence' || aim === 'credibility' || aim === 'approval') return own[aim];
  if (aim === 'trust-cn') return must(state.pairs[pairId('ru', 'cn')], 'ru>cn').trust;
  if (aim === 'us-trust') return must(state.pairs[pairId('us', 'cn')], 'us>cn').trust;
  if (aim === 'treaties') return countInForce(state, power);
  if (aim === 'korea-consent') return state.hosts['south-korea']?.consent ?? 0;
  throw new Error(`No secret aim is called ${aim}: name it in game/score.ts`);
}

/**
 * What aims measure (RULES 9), one table for all seats: who has the aim, and whom it is about, come from the scenario.
 * Each measure is 0 to 1 between two anchors of the scenario.
 */
import { must } from '../assert.ts';
import { buildingAt, type DefencePicture, layersOf } from '../belief/defences.ts';
import type { Board } from '../capability/board.ts';
import { expectedArriving } from '../capability/engagement.ts';
import { slope } from '../math/range.ts';
import { fearOf } from '../politics/fear.ts';
import { hostOfBattery } from '../politics/host.ts';
import { raidOfThird } from '../politics/third-state.ts';
import { countInForce } from '../politics/treaty.ts';
import { BUILDING, dyadOf, POWERS, type Power, PROGRAMMES } from '../scenario/names.ts';
import type { Scenario } from '../scenario/schema.ts';
import { earlierDeeds, sorted, trustOf } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { veil } from './veil.ts';

/** Whose aim it is, on what board, in what state. */
export interface Aiming {
  readonly board: Board;
  readonly state: State;
  readonly power: Power;
}

type Objective = Scenario['powers'][Power]['objectives'][number];

/** Measures of what a power comes to by itself. */
const OWN: Readonly<Record<string, (aiming: Aiming) => number>> = {
  cover: (aiming) => slopeOf(aiming.board, 'cover', coverOf(aiming)),
  alliances: (aiming) => slopeOf(aiming.board, 'alliances', meanConsent(aiming)),
  calm: ({ board, state }) => {
    const { armsShare } = board.scenario.parameters.score;
    const arms = slopeOf(board, 'arms', armsBegun(state));
    return armsShare * arms + (1 - armsShare) * slopeOf(board, 'calm', state.world.tension);
  },
  standing: ({ board, state, power }) => slopeOf(board, 'standing', state.powers[power].influence),
  thaad: ({ board, state }) => slopeOf(board, 'thaad', thaadAway(state)),
  korea: ({ board, state }) => {
    const [calmAt, tenseAt] = must(board.scenario.parameters.score.slopes['koreaTension'], 'score.slopes has koreaTension');
    const stage = state.thirds['nk']?.stage ?? 0;
    return slopeOf(board, 'korea', 1 - 0.6 * stage - 0.4 * slope(state.world.tension, calmAt, tenseAt));
  },
  trade: ({ board, state, power }) => slopeOf(board, 'trade', state.powers[power].tradeLost),
};

/** Measures of how it stands with another power, which the scenario names. */
const TOWARDS: Readonly<Record<string, (aiming: Aiming, about: Power) => number>> = {
  /** As its own planners believe: retaliation assured against the power that is feared. */
  deterrent: ({ board, state, power }, about) =>
    slopeOf(board, `${power}-deterrent`, 1 - fearOf(board, veil(board, state, power), power, about).fear),
  europe: ({ board, state }, about) => slopeOf(board, 'europe', 1 - europeInterceptors(board, state, about) / EUROPE_FULL),
  balance: ({ board, state, power }, about) => {
    const { rungShare } = board.scenario.parameters.score;
    const rung = slopeOf(board, 'balanceRung', state.ladders[dyadOf(power, about)].rung);
    const gap = slopeOf(board, 'balanceGap', state.powers[power].influence - state.powers[about].influence);
    return rungShare * rung + (1 - rungShare) * gap;
  },
};

/** Why an aim cannot be scored as it is written; null: it can. */
export function unmeasured({ id, about }: Objective): 'unknown' | 'about-nobody' | null {
  if (OWN[id]) return null;
  if (!TOWARDS[id]) return 'unknown';
  return about === undefined ? 'about-nobody' : null;
}

/** How far an aim is reached, 0 to 1. */
export function measured(aiming: Aiming, { id, about }: Objective): number {
  const own = OWN[id];
  if (own) return own(aiming);
  const towards = must(TOWARDS[id], `there is a measure for ${id}`);
  return towards(aiming, must(about, `${id} says whom it is about`));
}

/** How far a secret aim is reached, 0 to 1. */
export function secretMeasured(aiming: Aiming, aim: string): number {
  return slopeOf(aiming.board, aim, secretValue(aiming, aim));
}

function slopeOf(board: Board, id: string, value: number): number {
  const [zeroAt, oneAt] = must(board.scenario.parameters.score.slopes[id], `score.slopes has ${id}`);
  return slope(value, zeroAt, oneAt);
}

/** Interceptors in Europe that leave the aim nothing: Deveselu, Redzikowo and an upgrade, 24 each (RULES 9). */
export const EUROPE_FULL = 72;
export const EUROPEAN_HOSTS: readonly string[] = ['romania', 'poland', 'turkey'];

function europeInterceptors(board: Board, state: State, owner: Power): number {
  return sorted(state.batteries)
    .filter(([id, battery]) => battery.owner === owner && EUROPEAN_HOSTS.includes(hostOfBattery(board, id) ?? ''))
    .reduce((sum, [id, battery]) => sum + (battery.status === 'active' ? battery.inventory : 0) + buildingAt(state, id), 0);
}

/** 1: no THAAD in Korea; half while it is being built or suspended; 0: active. */
function thaadAway(state: State): number {
  const status = state.batteries['seongju']?.status;
  if (status === 'active') return 0;
  return status === 'building' || status === 'suspended' ? 0.5 : 1;
}

function meanConsent({ board, state, power }: Aiming): number {
  const allies = board.scenario.hosts.filter((host) => host.partner === power);
  return allies.reduce((sum, host) => sum + (state.hosts[host.id]?.consent ?? 0), 0) / Math.max(1, allies.length);
}

/** Orders to build and to arm begun by all three in the last four turns. */
function armsBegun(state: State): number {
  const arming: readonly string[] = [...BUILDING, ...PROGRAMMES];
  return earlierDeeds(state, 4).filter((deed) => arming.includes(deed.kind) || (deed.kind === 'forward' && deed.amount > 0))
    .length;
}

/** Share of third states' raids that a power believes it would stop, homeland and allies weighed. */
export function coverOf(aiming: Aiming): number {
  const weights = aiming.board.scenario.parameters.score.coverWeights;
  // A scenario without one of the third states gives its raid no weight.
  const part = (weight: number, third: string, aims: string): number =>
    weight === 0 ? 0 : weight * shareStopped(aiming, third, `${third}>${aims}`);
  return part(weights.homeland, 'nk', aiming.power) + part(weights.asia, 'nk', 'allies') + part(weights.europe, 'iran', 'allies');
}

/** Share of one third state's raid on one group of aims that is stopped, by the defender's own reading. */
export function shareStopped({ board, state, power }: Aiming, third: string, group: string): number {
  const raid = raidOfThird(board, must(state.thirds[third], `${third} is a third state`));
  return 1 - expectedArriving(raid, layersOf(board, state, ownPicture(power, group))) / raid.warheads;
}

/** A power's defence against a third state's raid, as its own establishment sees it. */
export const ownPicture = (defender: Power, group: string): DefencePicture => ({
  defender,
  group,
  stance: 'owner',
  outlook: false,
  caps: {},
  worstCase: 0,
  denied: {},
  suppressed: 0,
});

/** `trust-cn`: one's own trust in China; `us-trust`: how far the United States trusts one. */
function secretValue({ state, power }: Aiming, aim: string): number {
  const own = state.powers[power];
  if (aim === 'influence' || aim === 'credibility' || aim === 'approval') return own[aim];
  if (aim === 'treaties') return countInForce(state, power);
  if (aim === 'korea-consent') return state.hosts['south-korea']?.consent ?? 0;
  const trusted = POWERS.find((other) => aim === `trust-${other}`);
  if (trusted !== undefined) return trustOf(state, power, trusted);
  const trusting = POWERS.find((other) => aim === `${other}-trust`);
  if (trusting !== undefined) return trustOf(state, trusting, power);
  throw new Error(`No secret aim is called ${aim}: name it in game/measures.ts`);
}

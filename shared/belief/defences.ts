/**
 * The layers that an attacker's warheads would meet: which interceptors count, by geometry, by prudence, by what is
 * expected to come (RULES 3 "M(A against B)" and 4 "outlook"). Whose knowledge this is depends on the state handed in: a
 * power's beliefs are worked out on the state as veiled for it.
 */

import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import type { Layer } from '../capability/engagement.ts';
import { othersOf, type Power } from '../scenario/names.ts';
import { sorted } from '../state/read.ts';
import type { Battery, State } from '../state/state.ts';
import { trackingLeft } from './arsenal.ts';
import { readingOf, type Stance } from './evidence.ts';
import { helpAgainst } from './partner.ts';

export interface DefencePicture {
  readonly defender: Power;
  /** Whose missiles: a power, or a corridor group such as `nk>us`. */
  readonly group: string;
  readonly stance: Stance;
  /** Count what is building and what the trend will bring, not only what stands. */
  readonly outlook: boolean;
  /** Weight, by battery, with which a cap replaces the extrapolation; absent: no cap. */
  readonly caps: Readonly<Record<string, number>>;
  /** The weight left of the worst-case share after inspections and denials, 0 to 1; 0: geometry only. */
  readonly worstCase: number;
  /** By battery, the share of that worst case that a standing denial takes away; absent: none. */
  readonly denied: Readonly<Record<string, number>>;
  /** Share of own interceptors that an enemy's first strike blinds (RULES 8, suppression). */
  readonly suppressed: number;
}

interface Counted {
  interceptors: number;
  seenByRadar: number;
}

/** A layer, and the kind of interceptor that it is made of. */
export interface KnownLayer extends Layer {
  readonly interceptor: string;
}

/** The gauge asks for the same few pictures of one state in each school, and the score and the views ask again. */
const picturedOnce = new WeakMap<Board, WeakMap<State, Map<string, readonly KnownLayer[]>>>();

/** The layers, outermost first. */
export function layersOf(board: Board, state: State, picture: DefencePicture): readonly KnownLayer[] {
  const ofBoard = picturedOnce.get(board) ?? new WeakMap<State, Map<string, readonly KnownLayer[]>>();
  picturedOnce.set(board, ofBoard);
  const ofState = ofBoard.get(state) ?? new Map<string, readonly KnownLayer[]>();
  ofBoard.set(state, ofState);
  const key = keyOf(picture);
  const layers = ofState.get(key) ?? layersSeen(board, state, picture);
  ofState.set(key, layers);
  return layers;
}

function keyOf({ defender, group, stance, outlook, worstCase, suppressed, caps, denied }: DefencePicture): string {
  return `${defender} ${group} ${stance} ${outlook} ${worstCase} ${suppressed} ${listed(caps)} ${listed(denied)}`;
}

function listed(weights: Readonly<Record<string, number>>): string {
  let text = '';
  for (const id in weights) text += `${id}=${weights[id]};`;
  return text;
}

function layersSeen(board: Board, state: State, picture: DefencePicture): readonly KnownLayer[] {
  const counted = new Map<string, Counted>();
  for (const [id, battery] of sorted(state.batteries)) {
    if (battery.owner !== picture.defender) continue;
    const there = counted.get(battery.interceptor) ?? { interceptors: 0, seenByRadar: 0 };
    there.interceptors += interceptorsOf(board, state, picture, id) * (1 - picture.suppressed);
    counted.set(battery.interceptor, there);
  }
  const radar = radarShare(board, state, picture);
  const order = [...counted.keys()].sort((a, b) => layerRank(board, a) - layerRank(board, b) || (a < b ? -1 : 1));
  // A partner's interceptors stand with the innermost layer: they cover what is left.
  const innermost = counted.get(order.at(-1) ?? '');
  if (innermost) innermost.interceptors += lentTo(board, state, picture);
  return order
    .map((interceptor) =>
      layerOf(board, state, picture, { interceptor, count: must(counted.get(interceptor), interceptor).interceptors, radar }),
    )
    .filter((layer) => layer.interceptors > 0);
}

/** Interceptors of a partner against the missiles of this group; blinded in the same share as one's own. */
export function lentTo(board: Board, state: State, { defender, group, suppressed }: DefencePicture): number {
  const attacker = othersOf(defender).find((power) => group.startsWith(`${power}>`));
  return attacker === undefined ? 0 : helpAgainst(board, state, defender, attacker).interceptors * (1 - suppressed);
}

const layerRank = (board: Board, interceptor: string): number =>
  must(board.interceptors[interceptor], `${interceptor} is an interceptor`).layer === 'midcourse' ? 0 : 1;

function layerOf(
  board: Board,
  state: State,
  picture: DefencePicture,
  { interceptor, count, radar }: { interceptor: string; count: number; radar: number },
): KnownLayer {
  const reading = readingOf(board, state, interceptor, picture.stance);
  const factor = board.scenario.parameters.belief.radarDecoyFactor;
  return {
    interceptor,
    interceptors: count,
    singleShot: reading.kill,
    tracking:
      (1 - (1 - reading.tracking) * (1 - savedByAllies(board, state, picture))) *
      trackingLeft(board, state, picture.group, picture.outlook),
    decoysTaken: reading.decoysTaken * (1 - radar * (1 - factor)),
  };
}

/** Share of the tracks missed on the way to allies that shared warning saves. */
export function savedByAllies(board: Board, state: State, { defender, group }: DefencePicture): number {
  const { saved } = board.scenario.parameters.alliances;
  const shares = board.scenario.alliances
    .filter((plan) => plan.leader === defender && plan.covers.includes(group))
    .map((plan) => saved[state.alliances[plan.id]?.rung ?? 0] ?? 0);
  return Math.max(0, ...shares);
}

/** Interceptors of one battery that count against the group: share x (present + trend, as far as no cap replaces it). */
export interface BatteryCount {
  /** By geometry, or the planner's worst case, less what forward missiles hold at risk. */
  readonly share: number;
  /** What stands; for an outlook, and what is building. */
  readonly present: number;
  /** Mean interceptors ordered a turn, carried on by the trend. */
  readonly build: number;
  readonly trend: number;
  readonly cap: number;
}

const NOT_COUNTED: BatteryCount = { share: 0, present: 0, build: 0, trend: 0, cap: 0 };

export function batteryCount(board: Board, state: State, picture: DefencePicture, id: string): BatteryCount {
  const battery = must(state.batteries[id], `${id} is a battery`);
  if (board.plans[id]?.guardsSilos) return NOT_COUNTED;
  const { belief, outlook } = board.scenario.parameters;
  const geometry = board.coverage.shares[id]?.[picture.group] ?? 0;
  const fast = must(board.interceptors[battery.interceptor], battery.interceptor).fastMidcourse;
  const shareOf = fast
    ? Math.min(1, geometry + belief.worstCaseShare * picture.worstCase * (1 - (picture.denied[id] ?? 0)))
    : geometry;
  if (shareOf === 0) return NOT_COUNTED;
  const share = shareOf * (1 - heldAtRisk(board, state, picture, id));
  const standing = battery.status === 'active' ? battery.inventory : 0;
  if (!picture.outlook) return { share, present: standing, build: 0, trend: 0, cap: 0 };
  if (isBeingReplaced(board, state, id)) return NOT_COUNTED;
  const present = (battery.status === 'withdrawn' ? 0 : battery.inventory) + buildingAt(state, id);
  const build = meanBuild(board, state, id, battery);
  const trend = (outlook.margin - 1) * present + outlook.turnsAhead * build;
  return { share, present, build, trend, cap: picture.caps[id] ?? 0 };
}

function interceptorsOf(board: Board, state: State, picture: DefencePicture, id: string): number {
  const { share, present, trend, cap } = batteryCount(board, state, picture, id);
  return (present + trend * (1 - cap)) * share;
}

/** Share of a battery that the attacker's forward missiles take out of the count. */
export function heldAtRisk(board: Board, state: State, { defender, group }: DefencePicture, id: string): number {
  const attacker = othersOf(defender).find((power) => group.startsWith(`${power}>`));
  const isHeld = attacker !== undefined && state.forward[`${attacker}>${id}`] !== undefined;
  return isHeld ? board.scenario.parameters.orders.forward.share : 0;
}

/** Whether an upgrade is under way that takes this battery's place: who looks ahead counts what is to come, once. */
export function isBeingReplaced(board: Board, state: State, battery: string): boolean {
  const next = board.plans[battery]?.upgrade?.to;
  return next !== undefined && buildingAt(state, next) > 0;
}

/** Interceptors under construction for a battery. */
export function buildingAt(state: State, battery: string): number {
  let sum = 0;
  for (const [, work] of sorted(state.works)) {
    if (work.battery === battery) sum += work.add;
  }
  return sum;
}

/** How many turns the trend remembers: "the last 4 turns" of RULES 4. */
export const TREND_TURNS = 4;

/** Mean interceptors ordered a turn for this battery over the last 4 turns, with the remembered history before turn 1. */
function meanBuild(board: Board, state: State, id: string, battery: Battery): number {
  const { turn } = state.world;
  let ordered = 0;
  for (const [, deed] of sorted(state.deeds)) {
    if (deed.target !== id || deed.turn >= turn || deed.turn < turn - TREND_TURNS) continue;
    if (deed.kind === 'build' || deed.kind === 'reinforce') ordered += deed.amount;
  }
  const before = Math.max(0, TREND_TURNS - (turn - 1));
  return (ordered + before * rememberedBuild(board, id, battery)) / TREND_TURNS;
}

/** History before turn 1 belongs to the first battery of its kind in the scenario, where the growth was. */
export function rememberedBuild(board: Board, id: string, battery: Battery): number {
  const first = board.scenario.batteries.find((plan) => plan.owner === battery.owner && plan.interceptor === battery.interceptor);
  if (first?.id !== id) return 0;
  return board.scenario.powers[battery.owner].buildHistory[battery.interceptor] ?? 0;
}

/** Share of the group's tracks that a discriminating radar of the defender sees, by the range that the viewer assumes. */
export function radarShare(board: Board, state: State, picture: DefencePicture): number {
  let best = 0;
  for (const sensor of board.scenario.sensors) {
    if (sensor.owner !== picture.defender || !sensor.discriminates) continue;
    if (sensor.withBattery && state.batteries[sensor.withBattery]?.status !== 'active') continue;
    const seen = board.coverage.seen[sensor.id]?.[picture.group] ?? [];
    const assumed = picture.stance === 'rival' ? seen.length - 1 : picture.stance === 'owner' ? 0 : Math.floor(seen.length / 2);
    best = Math.max(best, seen[assumed] ?? 0);
  }
  return best;
}

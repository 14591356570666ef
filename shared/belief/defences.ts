/**
 * The layers that an attacker's warheads would meet: which interceptors count, by geometry, by prudence, by what is
 * expected to come (RULES 3 "M(A against B)" and 4 "outlook"). Whose knowledge this is depends on the state handed in: a
 * power's beliefs are worked out on the state as veiled for it.
 */

import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import type { Layer } from '../capability/engagement.ts';
import type { Power } from '../scenario/names.ts';
import type { Sensor } from '../scenario/schema.ts';
import { memory } from '../state/memory.ts';
import { sorted } from '../state/read.ts';
import type { Battery, Deed, State } from '../state/state.ts';
import { attackerOf, trackingLeft } from './arsenal.ts';
import { readingOf, type Stance } from './evidence.ts';
import { helpAgainst } from './partner.ts';
import { sharesNow } from './warning.ts';

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

/** A layer, and the kind of interceptor that it is made of. */
export interface KnownLayer extends Layer {
  readonly interceptor: string;
}

/** A layer before anything of it is blinded: what each battery and a partner bring to it. */
interface Whole extends Omit<KnownLayer, 'interceptors'> {
  readonly counts: readonly number[];
  readonly lent: number;
}

/** The gauge asks for the same few pictures of one state, in each school and from both sides of a dyad. */
const picturedOnce = memory<readonly Whole[]>();

/**
 * What stands, as far as a picture of it hangs on it: tension, words and trust are not in it, so that all states of a crisis,
 * and a turn's last ones, have the same, and share their pictures.
 */
function standingIn(state: State): object {
  return standingOnce(state, state, '', () => {
    const { batteries, systems, insights, ladders, treaties, alliances, forward, powers } = state;
    const levels = `${powers.us['counter-sensor']} ${powers.ru['counter-sensor']} ${powers.cn['counter-sensor']}`;
    const records: readonly object[] = [systems, insights, ladders, treaties, alliances, forward];
    return records.reduce((met, record) => meetOnce(record, met, levels, () => ({})), batteries);
  });
}
const standingOnce = memory<object>();
/** One object for each two that have met: found again by the same two. */
const meetOnce = memory<object>();

/** The layers, outermost first. */
export function layersOf(board: Board, state: State, picture: DefencePicture): readonly KnownLayer[] {
  const left = 1 - picture.suppressed;
  const layers: KnownLayer[] = [];
  for (const { interceptor, counts, lent, singleShot, tracking, decoysTaken } of wholeOf(board, state, picture)) {
    let interceptors = 0;
    for (const count of counts) interceptors += count * left;
    interceptors += lent * left;
    if (interceptors > 0) layers.push({ interceptor, interceptors, singleShot, tracking, decoysTaken });
  }
  return layers;
}

/** Kept is what is asked for again: pictures on which no cap and no denial weighs. */
function wholeOf(board: Board, state: State, picture: DefencePicture): readonly Whole[] {
  const { defender, group, stance, outlook, worstCase, caps, denied } = picture;
  if (!isEmpty(caps) || !isEmpty(denied)) return wholeLayers(board, state, picture);
  const name = `${defender} ${group} ${stance} ${outlook} ${worstCase}`;
  return picturedOnce(board, outlook ? state : standingIn(state), name, () => wholeLayers(board, state, picture));
}

function isEmpty(record: object): boolean {
  for (const _id in record) return false;
  return true;
}

function wholeLayers(board: Board, state: State, picture: DefencePicture): readonly Whole[] {
  const kinds = kindsOf(board, state, picture.defender);
  const missed = 1 - savedByAllies(board, state, picture);
  const left = trackingLeft(board, state, picture.group, picture.outlook);
  const decoysLeft = 1 - radarShare(board, state, picture) * (1 - board.scenario.parameters.belief.radarDecoyFactor);
  return kinds.map(([interceptor, ids], i) => {
    const reading = readingOf(board, state, interceptor, picture.stance);
    return {
      interceptor,
      counts: ids.map((id) => interceptorsOf(board, state, picture, id)),
      // A partner's interceptors stand with the innermost layer: they cover what is left.
      lent: i === kinds.length - 1 ? lentWhole(board, state, picture) : 0,
      singleShot: reading.kill,
      tracking: (1 - (1 - reading.tracking) * missed) * left,
      decoysTaken: reading.decoysTaken * decoysLeft,
    };
  });
}

/** A power's kinds of interceptor, outermost first, each with the batteries that have it. */
function kindsOf(board: Board, { batteries }: State, owner: Power): Kinds {
  return kindsOnce(board, batteries, owner, () => {
    const kinds = new Map<string, string[]>();
    for (const [id, battery] of sorted(batteries)) {
      if (battery.owner !== owner) continue;
      const there = kinds.get(battery.interceptor);
      if (there) there.push(id);
      else kinds.set(battery.interceptor, [id]);
    }
    return [...kinds].sort(([a], [b]) => layerRank(board, a) - layerRank(board, b) || (a < b ? -1 : 1));
  });
}
type Kinds = readonly (readonly [string, readonly string[]])[];
const kindsOnce = memory<Kinds>();

/** Interceptors of a partner against the missiles of this group; blinding takes of them what it takes of one's own. */
function lentWhole(board: Board, state: State, { defender, group }: DefencePicture): number {
  const attacker = attackerOf(group);
  return attacker === undefined || attacker === defender ? 0 : helpAgainst(board, state, defender, attacker).interceptors;
}

const layerRank = (board: Board, interceptor: string): number =>
  must(board.interceptors[interceptor], interceptor).layer === 'midcourse' ? 0 : 1;

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
  if (board.plans[id]?.guardsSilos) return NOT_COUNTED;
  const battery = must(state.batteries[id], id);
  const { belief, outlook } = board.scenario.parameters;
  const geometry = sharesNow(board, state, id)[picture.group] ?? 0;
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
  if (isEmpty(state.forward)) return 0;
  const attacker = attackerOf(group);
  const isHeld = attacker !== undefined && attacker !== defender && state.forward[`${attacker}>${id}`] !== undefined;
  return isHeld ? board.scenario.parameters.orders.forward.share : 0;
}

/** Whether an upgrade is under way that takes this battery's place: who looks ahead counts what is to come, once. */
export function isBeingReplaced(board: Board, state: State, battery: string): boolean {
  const next = board.plans[battery]?.upgrade?.to;
  return next !== undefined && buildingAt(state, next) > 0;
}

/** Interceptors under construction for a battery. */
export function buildingAt({ works }: State, battery: string): number {
  return buildingOnce(works, works, '', () => sums(sorted(works), ({ battery: id, add }) => [id, add])).get(battery) ?? 0;
}
const buildingOnce = memory<ReadonlyMap<string, number>>();

/** How many turns the trend remembers: "the last 4 turns" of RULES 4. */
export const TREND_TURNS = 4;

const isInTrend = ({ kind, turn }: Deed, now: number): boolean =>
  (kind === 'build' || kind === 'reinforce') && turn < now && turn >= now - TREND_TURNS;

/** Mean interceptors ordered a turn for this battery over the last 4 turns, with the remembered history before turn 1. */
function meanBuild(board: Board, state: State, id: string, battery: Battery): number {
  const before = Math.max(0, TREND_TURNS - (state.world.turn - 1));
  return (orderedAt(state, id) + before * rememberedBuild(board, id, battery)) / TREND_TURNS;
}

/** Interceptors ordered for a battery in the turns that the trend remembers. */
function orderedAt({ deeds, world: { turn } }: State, battery: string): number {
  const amountOf = (deed: Deed): readonly [string, number] => [deed.target, isInTrend(deed, turn) ? deed.amount : 0];
  return orderedOnce(deeds, deeds, `${turn}`, () => sums(sorted(deeds), amountOf)).get(battery) ?? 0;
}
const orderedOnce = memory<ReadonlyMap<string, number>>();

/** Sums by id over the members of a record, in its sorted order. */
function sums<T>(
  entries: readonly (readonly [string, T])[],
  of: (thing: T) => readonly [string, number],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [, thing] of entries) {
    const [id, add] = of(thing);
    found.set(id, (found.get(id) ?? 0) + add);
  }
  return found;
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
  for (const sensor of discriminating(board, picture.defender)) {
    if (sensor.withBattery && state.batteries[sensor.withBattery]?.status !== 'active') continue;
    const seen = board.coverage.seen[sensor.id]?.[picture.group] ?? [];
    const assumed = picture.stance === 'rival' ? seen.length - 1 : picture.stance === 'owner' ? 0 : Math.floor(seen.length / 2);
    best = Math.max(best, seen[assumed] ?? 0);
  }
  return best;
}

const discriminatingOnce = memory<readonly Sensor[]>();

/** The radars of a power that tell decoys from warheads. */
function discriminating({ scenario: { sensors } }: Board, owner: Power): readonly Sensor[] {
  return discriminatingOnce(sensors, sensors, owner, () => sensors.filter((one) => one.owner === owner && one.discriminates));
}

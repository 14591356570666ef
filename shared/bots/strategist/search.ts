/**
 * The strategist's search for a sheet: it imagines worlds that fit what its seat knows, with rivals as it takes them to be,
 * tries whole sheets and single moves in the same worlds with the same luck, and keeps what brings its own score furthest.
 * It can be stopped after any iteration; the same seed and number of iterations give the same sheet.
 */
import { must } from '../../assert.ts';
import type { Board } from '../../capability/board.ts';
import type { Deal } from '../../game/joint.ts';
import { draw } from '../../math/draw.ts';
import type { Sheet } from '../../orders/sheet.ts';
import { PERSONALITIES, type Personality, POWERS, type Power } from '../../scenario/names.ts';
import { botSheet } from '../bot.ts';
import type { Thinking } from '../thinking.ts';
import { thoughtFor } from './anytime.ts';
import { type Averages, type Beliefs, beliefsOf, mindsIn } from './belief.ts';
import { type Campaign, thinkingIn } from './campaign.ts';
import { imagine } from './imagined.ts';
import type { Minds } from './peril.ts';
import { type Part, partsIn, partsOf, sheetOf } from './pool.ts';
import { placeOf, regretsOf } from './regrets.ts';
import { type Ahead, ahead, asBefore, byPages, type Course, type World, worldOf } from './rollout.ts';

/** The best sheet so far, with what an account of it needs. */
export interface Found {
  readonly sheet: Sheet;
  /** Its expected normalised score, 0 until a sheet was played in every world, and that in each world beside whom it met there. */
  readonly value: number;
  readonly worlds: readonly { readonly minds: Minds; readonly value: number }[];
  readonly beliefs: Beliefs;
  /** The best of the four pages in the first world, its sheet and what that would have come to; null: not yet tried. */
  readonly page: { readonly name: Personality; readonly sheet: Sheet; readonly value: number } | null;
}

/** Turns played ahead. */
const HORIZON = 3;
const PAGE_GAME_TURNS = 2;
/** Shares of the iterations for what rivals with minds of their own would do, and for looking at single moves. */
const PAGE_GAME = 0.12;
const SCREENING = 0.45;

interface Desk {
  readonly thinking: Thinking;
  readonly beliefs: Beliefs;
  readonly pages: Readonly<Record<Personality, Sheet>>;
  readonly seed: string;
  readonly lot: (what: string, n: number) => number;
}

function deskOf(board: Board, campaign: Campaign): Desk {
  const thinking = thinkingIn(board, campaign);
  const { view, power } = thinking;
  const { seed } = campaign;
  const page = (name: Personality): Sheet => botSheet(name, board, thinking);
  return {
    thinking,
    beliefs: beliefsOf(board, view, power, campaign.past),
    pages: {
      hawk: page('hawk'),
      dove: page('dove'),
      institutionalist: page('institutionalist'),
      opportunist: page('opportunist'),
    },
    seed,
    lot: (what, n) => draw({ seed, luck: 0, turn: view.state.world.turn, round: 0, rule: what, subject: power, n }),
  };
}

/** Never ends by itself: each iteration gives the best so far, by its worth less a little for each order. */
export function* searching(board: Board, campaign: Campaign, iterations: number): Generator<Found, never> {
  const desk = deskOf(board, campaign);
  const { thinking, beliefs, pages } = desk;
  const first: Found = { sheet: pages.institutionalist, value: 0, worlds: [], beliefs, page: null };
  const own = yield* pageGame(desk, Math.ceil(PAGE_GAME * iterations), first);
  const ground = yield* pagesTried(desk, worldsFor(desk, own, worldsIn(iterations)), first);
  const gains = yield* screened(desk, ground, Math.floor(SCREENING * iterations));
  const good = gains.filter(({ part, gain }) => gain > ('order' in part ? WORTH_DOING : 0)).map(({ part }) => part);
  let best = yield* challenged(ground, sheetOf(thinking, good));
  best = yield* challenged(best, sheetOf(thinking, [...good, ...alike(gains, good)]));
  for (let n = 0; ; n++) best = yield* challenged(best, sheetOf(thinking, changed(desk, partsIn(best.found.sheet), gains, n)));
}

/** The best that so many iterations find. */
export const searched = (board: Board, campaign: Campaign, iterations: number): Found =>
  must(thoughtFor(iterations, searching(board, campaign, iterations)), 'the best so far');

const worldsIn = (iterations: number): number => (iterations < 150 ? 2 : 3);

function worldWith({ thinking, seed }: Desk, n: number, minds: Minds): World {
  const { board, view, power, agreed } = thinking;
  const deals = agreed.map(({ partner, ...rest }): Deal => ({ from: power, to: partner, ...rest }));
  return worldOf(imagine(board, view, power, { seed, n }), minds, deals);
}

/**
 * What seats that answer one another would do, each choosing among the four pages: all learn at the same time from the same
 * games, so that none of them moves second.
 */
function* pageGame(desk: Desk, budget: number, best: Found): Generator<Found, Averages> {
  const learners = {
    us: regretsOf(PERSONALITIES.length),
    ru: regretsOf(PERSONALITIES.length),
    cn: regretsOf(PERSONALITIES.length),
  };
  const means: Record<Power, Mean[]> = { us: blank(), ru: blank(), cn: blank() };
  const neutral: Minds = { us: 'institutionalist', ru: 'institutionalist', cn: 'institutionalist' };
  const world = worldWith(desk, 0, neutral);
  for (let i = 0; i < budget; i++) {
    const pick = (power: Power, shift: number): number =>
      i < PERSONALITIES.length
        ? (i + shift) % PERSONALITIES.length
        : placeOf(learners[power].strategy(), desk.lot(`page ${power}`, i));
    const picks = { us: pick('us', 0), ru: pick('ru', 1), cn: pick('cn', 3) };
    const minds: Minds = { us: named(picks.us), ru: named(picks.ru), cn: named(picks.cn) };
    const { values } = ahead(world, byPages(minds, {}, world.deals), PAGE_GAME_TURNS, POWERS);
    for (const [at, power] of POWERS.entries()) {
      const mean = must(means[power][picks[power]], 'a page');
      mean.sum += values[at] ?? 0;
      mean.n += 1;
    }
    if (i >= PERSONALITIES.length - 1)
      for (const power of POWERS) learners[power].learn(means[power].map(({ sum, n }) => sum / Math.max(1, n)));
    yield best;
  }
  return { us: learners.us.average(), ru: learners.ru.average(), cn: learners.cn.average() };
}

interface Mean {
  sum: number;
  n: number;
}
const blank = (): Mean[] => PERSONALITIES.map(() => ({ sum: 0, n: 0 }));
const named = (i: number): Personality => PERSONALITIES[i] ?? 'institutionalist';

/** Worlds with rivals as they are believed to be. */
function worldsFor(desk: Desk, own: Averages, count: number): readonly World[] {
  const { seed, beliefs, thinking } = desk;
  const { turn } = thinking.view.state.world;
  return Array.from({ length: count }, (_, n) =>
    worldWith(desk, n, mindsIn(thinking.power, beliefs, { seed, turn, n, count }, own)),
  );
}

/** Where candidates are compared: the worlds, how each goes on afterwards, and what the best found so far comes to in each. */
interface Ground {
  readonly power: Power;
  readonly worlds: readonly World[];
  readonly courses: readonly Course[];
  readonly values: readonly number[];
  readonly found: Found;
}

/** Each page as a plan for now and later, in one world: the best is where the search sets out from, in all of them. */
function* pagesTried(desk: Desk, worlds: readonly World[], before: Found): Generator<Found, Ground> {
  const { power } = desk.thinking;
  const played = (name: Personality, world: World): Ahead => {
    const playing = byPages({ ...world.minds, [power]: name }, { [power]: desk.pages[name] }, world.deals);
    return ahead(world, playing, HORIZON, [power]);
  };
  const [one, ...others] = worlds;
  let best: { readonly name: Personality; readonly first: Ahead; readonly value: number } | null = null;
  for (const name of PERSONALITIES) {
    const first = played(name, must(one, 'a world'));
    const value = first.values[0] ?? 0;
    if (best === null || value > best.value) best = { name, first, value };
    yield { ...before, sheet: desk.pages[best.name] };
  }
  const { name, first } = must(best, 'there are pages');
  const all = [first];
  for (const world of others) {
    all.push(played(name, world));
    yield { ...before, sheet: desk.pages[name] };
  }
  const values = all.map((each) => each.values[0] ?? 0);
  const value = meanOf(values);
  const met = worlds.map(({ minds }, i) => ({ minds, value: values[i] ?? 0 }));
  const found = { ...before, sheet: desk.pages[name], value, worlds: met, page: { name, sheet: desk.pages[name], value } };
  return { power, worlds, courses: all.map(({ course }) => course), values, found };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** How far a sheet may fall behind the best before the other worlds are no longer asked. */
const BEHIND = 0.004;

/** What an order has to add to the own score to be worth giving: one that brings next to nothing leaves its slot empty. */
export const WORTH_DOING = 0.0004;

/** A sheet beside the best, everything after it unchanged: whichever is better. */
function* challenged(ground: Ground, sheet: Sheet): Generator<Found, Ground> {
  const values: number[] = [];
  const price = WORTH_DOING * (sheet.orders.length - ground.found.sheet.orders.length);
  let lead = 0;
  for (const i of ground.worlds.keys()) {
    const value = valueIn(ground, i, sheet);
    values.push(value);
    lead += value - (ground.values[i] ?? 0) - price;
    yield ground.found;
    if (lead < -BEHIND) return ground;
  }
  if (lead <= 0) return ground;
  const worlds = ground.worlds.map(({ minds }, i) => ({ minds, value: values[i] ?? 0 }));
  return { ...ground, values, found: { ...ground.found, sheet, value: meanOf(values), worlds } };
}

function valueIn({ power, worlds, courses }: Ground, i: number, sheet: Sheet): number {
  const course = must(courses[i], 'a course');
  return ahead(must(worlds[i], 'a world'), asBefore(course, power, sheet), course.length, [power]).values[0] ?? 0;
}

/** A single move, what it would add to the own score, and whether there was the time to see. */
export interface Gain {
  readonly part: Part;
  readonly gain: number;
  readonly isTried: boolean;
}

/** Orders that nobody had the time to try, of kinds of which one is good: with two courted, a third host may be worth it too. */
export function alike(gains: readonly Gain[], good: readonly Part[]): readonly Part[] {
  const kinds = new Set(good.flatMap((part) => ('order' in part ? [part.order.kind] : [])));
  return gains.filter(({ part, isTried }) => !isTried && 'order' in part && kinds.has(part.order.kind)).map(({ part }) => part);
}

/** What each single move is worth beside doing nothing, in one world after another, as far as the iterations go. */
function* screened({ thinking }: Desk, ground: Ground, budget: number): Generator<Found, readonly Gain[]> {
  const means = partsOf(thinking).map((part) => ({ part, sum: 0, n: 0 }));
  let left = budget;
  for (const i of ground.worlds.keys()) {
    if (left <= 0) break;
    const nothing = valueIn(ground, i, sheetOf(thinking, []));
    for (const mean of means) {
      if (left <= 0 || mean.sum < 0) continue;
      mean.sum += valueIn(ground, i, sheetOf(thinking, [mean.part])) - nothing;
      mean.n += 1;
      left -= 1;
      yield ground.found;
    }
  }
  const gains = means.map(({ part, sum, n }) => ({ part, gain: sum / Math.max(1, n), isTried: n > 0 }));
  return gains.sort((a, b) => b.gain - a.gain);
}

/** A sheet one step away: a move put in, in another's place or beside it, or one left out. */
function changed(desk: Desk, parts: readonly Part[], gains: readonly Gain[], n: number): readonly Part[] {
  const at = Math.floor(desk.lot('place', n) * (parts.length + 1));
  const without = parts.filter((_, i) => i !== at);
  if (desk.lot('leave', n) < 0.15) return without;
  // Rather one that looked good by itself: the square of an even number falls low more often.
  const pick = desk.lot('move', n);
  const part = gains[Math.floor(pick * pick * gains.length)]?.part;
  return part ? [part, ...without] : without;
}

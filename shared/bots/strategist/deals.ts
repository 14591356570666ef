/**
 * What joint orders and treaties would be worth to a strategist: each is played ahead in imagined worlds, as if both had
 * signed it, against the same worlds without it; and whether the partner would sign, his own page in that world says.
 */
import type { Board } from '../../capability/board.ts';
import type { Deal } from '../../game/joint.ts';
import { JOINT_KINDS, othersOf, type Power } from '../../scenario/names.ts';
import { botSigns, type Occasion, thinkingOf } from '../bot.ts';
import { isPossible, MOST_OFFERS, possibleDeals, sideOf } from '../talks.ts';
import type { Joint, Thinking } from '../thinking.ts';
import { beliefsOf } from './belief.ts';
import { type Campaign, thinkingIn } from './campaign.ts';
import { mindsIn } from './crisis.ts';
import { imagine } from './imagined.ts';
import { ahead, byPages, occasionIn, type World, worldOf } from './rollout.ts';
import { standIn } from './stand-in.ts';

/** A joint order, what signing it would add to the own normalised score, and in what share of the worlds the partner would sign. */
export interface Bargain {
  readonly joint: Joint;
  readonly gain: number;
  readonly chance: number;
}

const WORLDS = 2;
const TURNS = 3;
/** Treaties with each partner that are tried: those for which the pages have most use. */
const MOST_TREATIES = 4;

/** The best first. */
export function bargainsFor(board: Board, campaign: Campaign): readonly Bargain[] {
  const thinking = thinkingIn(board, campaign);
  const { view, power } = thinking;
  const { seed, past } = campaign;
  const beliefs = beliefsOf(board, view, power, past);
  const grounds = Array.from({ length: WORLDS }, (_, n) => {
    const minds = mindsIn(thinking, beliefs, { seed, n, count: WORLDS });
    const world = worldOf(imagine(board, view, power, { seed, n }), minds, []);
    return { world, without: valueWith(world, power, []) };
  });
  return triedIn(thinking)
    .map((joint): Bargain => {
      const deal = dealOf(power, joint);
      const gains = grounds.map(({ world, without }) => valueWith(world, power, [deal]) - without);
      const signing = grounds.filter(({ world }) => wouldSign(world, deal, joint.partner)).length;
      return { joint, gain: gains.reduce((sum, gain) => sum + gain, 0) / WORLDS, chance: signing / WORLDS };
    })
    .sort((a, b) => b.gain * b.chance - a.gain * a.chance || b.gain - a.gain);
}

/** What it may agree on now: of treaties, which are many, those of most use. */
function triedIn(thinking: Thinking): readonly Joint[] {
  return othersOf(thinking.power).flatMap((partner) =>
    JOINT_KINDS.flatMap((what) => {
      const all = possibleDeals(thinking, what).filter((joint) => joint.partner === partner);
      const worths = all.map((joint) => ({ joint, worth: standIn.values(thinking, joint) }));
      const sorted = worths.sort((a, b) => b.worth - a.worth).map(({ joint }) => joint);
      return sorted.slice(0, MOST_TREATIES);
    }),
  );
}

export const dealOf = (from: Power, { partner, what, terms }: Joint): Deal => ({
  from,
  to: partner,
  what,
  ...(terms ? { terms } : {}),
});

function valueWith(world: World, power: Power, deals: readonly Deal[]): number {
  return ahead({ ...world, deals }, byPages(world.minds, {}, deals), TURNS, [power]).values[0] ?? 0;
}

function wouldSign({ game, board, minds }: World, deal: Deal, partner: Power): boolean {
  const side = sideOf(deal, partner);
  return side !== null && botSigns(minds[partner], board, occasionIn(game, partner), side);
}

/** Under this a gain is not worth what the other may make of an offer that he does not want. */
const WORTH_SAYING = 0.001;

/** What is still worth offering, the best of each kind with each partner. */
export function worthOffering(board: Board, occasion: Occasion, bargains: readonly Bargain[]): readonly Joint[] {
  const thinking = thinkingOf(board, occasion);
  const good = bargains.filter(({ joint, gain, chance }) => gain * chance > WORTH_SAYING && isPossible(thinking, joint));
  const isBest = ({ joint }: Bargain, i: number): boolean =>
    good.findIndex((one) => one.joint.partner === joint.partner && one.joint.what === joint.what) === i;
  return good
    .filter(isBest)
    .map(({ joint }) => joint)
    .slice(0, MOST_OFFERS);
}

/** Treaties are the same if they say the same to the same parties. */
export const isSameJoint = (one: Joint, other: Joint): boolean =>
  one.partner === other.partner &&
  one.what === other.what &&
  JSON.stringify(one.terms?.clauses ?? null) === JSON.stringify(other.terms?.clauses ?? null) &&
  [...(one.terms?.partners ?? [])].sort().join() === [...(other.terms?.partners ?? [])].sort().join();

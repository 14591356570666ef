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
import { thoughtFor } from './anytime.ts';
import { beliefsOf, mindsIn } from './belief.ts';
import { type Campaign, thinkingIn } from './campaign.ts';
import { imagine } from './imagined.ts';
import { kindByKind } from './pool.ts';
import { ahead, byPages, type Course, occasionIn, type Playing, type World, worldOf } from './rollout.ts';
import { standIn } from './stand-in.ts';

/** A joint order, what signing it would add to the own normalised score, and in what share of the worlds the partner would sign. */
export interface Bargain {
  readonly joint: Joint;
  readonly gain: number;
  readonly chance: number;
}

/** Worlds in which joint orders are tried, one after another, as far as the budget goes. */
const WORLDS = 4;
const TURNS = 3;
/** Treaties with each partner that are tried: those for which the pages have most use. */
const MOST_TREATIES = 4;

/** What is known of a joint order so far. */
interface Trial {
  readonly joint: Joint;
  readonly deal: Deal;
  gains: number;
  tried: number;
  signing: number;
}

/** Ends when everything has been tried everywhere; before, each iteration gives what is known so far, the best first. */
export function* weighing(board: Board, campaign: Campaign): Generator<readonly Bargain[], void> {
  const thinking = thinkingIn(board, campaign);
  const { view, power } = thinking;
  const { seed, past } = campaign;
  const { turn } = view.state.world;
  const beliefs = beliefsOf(board, view, power, past);
  const trials = triedIn(thinking).map((joint): Trial => ({ joint, deal: dealOf(power, joint), gains: 0, tried: 0, signing: 0 }));
  for (let n = 0; n < WORLDS && trials.length > 0; n++) {
    const minds = mindsIn(power, beliefs, { seed, turn, n, count: WORLDS });
    const world = worldOf(imagine(board, view, power, { seed, n }), minds, []);
    const without = ahead(world, byPages(minds, {}, []), TURNS, [power]);
    yield ranked(trials, n + 1);
    for (const trial of trials) if (wouldSign(world, trial.deal, trial.joint.partner)) trial.signing += 1;
    // First what can be had; what lost already is not asked again.
    for (const trial of [...trials].sort((a, b) => b.signing - a.signing)) {
      if (trial.gains < 0) continue;
      trial.gains += valueWith(world, without.course, power, trial.deal) - (without.values[0] ?? 0);
      trial.tried += 1;
      yield ranked(trials, n + 1);
    }
  }
}

/** What so many trials tell, the best first. */
export const bargainsFor = (board: Board, campaign: Campaign, iterations: number): readonly Bargain[] =>
  thoughtFor(iterations, weighing(board, campaign)) ?? [];

const ranked = (trials: readonly Trial[], worlds: number): readonly Bargain[] =>
  trials
    .filter(({ tried }) => tried > 0)
    .map(({ joint, gains, tried, signing }) => ({ joint, gain: gains / tried, chance: signing / worlds }))
    .sort((a, b) => b.gain * b.chance - a.gain * a.chance || b.gain - a.gain);

/** What it may agree on now: the best of each kind with each partner first, then of treaties, which are many, a few more. */
function triedIn(thinking: Thinking): readonly Joint[] {
  const possible = othersOf(thinking.power).flatMap((partner) =>
    JOINT_KINDS.flatMap((what) => possibleDeals(thinking, what).filter((joint) => joint.partner === partner)),
  );
  const best = possible
    .map((joint) => ({ joint, worth: standIn.values(thinking, joint) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ joint }) => joint);
  return kindByKind(best, ({ partner, what }) => `${partner} ${what}`, MOST_TREATIES);
}

export const dealOf = (from: Power, { partner, what, terms }: Joint): Deal => ({
  from,
  to: partner,
  what,
  ...(terms ? { terms } : {}),
});

/** With both halves on the sheets of this turn, and all that comes later as it would have come without. */
function valueWith(world: World, course: Course, power: Power, deal: Deal): number {
  const signed = byPages(world.minds, {}, [deal]);
  const playing: Playing = (game, turn) => (turn === 0 ? signed(game, turn) : (course[turn] ?? {}));
  return ahead({ ...world, deals: [deal] }, playing, course.length, [power]).values[0] ?? 0;
}

function wouldSign({ game, board, minds }: World, deal: Deal, partner: Power): boolean {
  const side = sideOf(deal, partner);
  return side !== null && botSigns(minds[partner], board, occasionIn(game, partner), side);
}

/**
 * Of the own score, what trials hardly tell from nothing: such a gain is not worth an offer that may be refused, and such a
 * loss no refusal, as its page, which decides then, has a use for the deal.
 */
export const NO_MATTER = 0.001;

/** What is still worth offering, the best of each kind with each partner. */
export function worthOffering(board: Board, occasion: Occasion, bargains: readonly Bargain[]): readonly Joint[] {
  const thinking = thinkingOf(board, occasion);
  const good = bargains.filter(({ joint, gain, chance }) => gain * chance > NO_MATTER && isPossible(thinking, joint));
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

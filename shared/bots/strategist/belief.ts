/**
 * What a seat takes each rival for, from what he was seen to do: after each of the turns that deeds are remembered of, the
 * personality that would rather have done it than another gains. Who does what nobody's page would is taken for a mind of his own.
 */
import type { Board } from '../../capability/board.ts';
import { optionsFor } from '../../game/options.ts';
import { veil } from '../../game/veil.ts';
import { draw } from '../../math/draw.ts';
import { exp, ln } from '../../math/real.ts';
import { ruleOf } from '../../orders/registry.ts';
import { JOINT_KINDS, othersOf, PERSONALITIES, type Personality, type Power } from '../../scenario/names.ts';
import { sorted } from '../../state/read.ts';
import type { State } from '../../state/state.ts';
import { pageOf, worth } from '../bot.ts';
import type { Seen, Thinking } from '../thinking.ts';
import type { Minds } from './peril.ts';
import { placeOf, shares } from './regrets.ts';

/** The four pages, and a mind of his own: whoever answers what the others do as this seat does itself. */
export const MINDS = [...PERSONALITIES, 'own'] as const;

/** How likely each mind is, in the order of MINDS. */
export type Belief = readonly number[];
export type Beliefs = Readonly<Partial<Record<Power, Belief>>>;

/** One of so many worlds that together are to hold much of what is believed. */
export interface Sample {
  readonly seed: string;
  readonly turn: number;
  readonly n: number;
  readonly count: number;
}

/** What a mind of his own would come to among the pages; nothing known: he holds as long as there is room for error. */
export type Averages = Readonly<Record<Power, readonly number[]>>;
const STEADY = PERSONALITIES.map((name) => Number(name === 'institutionalist'));

/**
 * Whom the others are taken for in one of these worlds: a Latin hypercube (McKay, Beckman and Conover 1979), so that few
 * worlds hold much of the belief in each rival, and nobody's extremes always meet.
 */
export function mindsIn(power: Power, beliefs: Beliefs, { seed, turn, n, count }: Sample, own?: Averages): Minds {
  const mind = (rival: Power): Personality => {
    const lot = (what: string, luck: number): number => draw({ seed, luck, turn, round: 0, rule: what, subject: rival, n: 0 });
    const belief = beliefs[rival] ?? [];
    const ownShare = belief[PERSONALITIES.length] ?? 0;
    const mixed = PERSONALITIES.map((_, i) => (belief[i] ?? 0) + ownShare * ((own?.[rival] ?? STEADY)[i] ?? 0));
    const stratum = (n + Math.floor(count * lot('stratum', 0))) % count;
    return PERSONALITIES[placeOf(mixed, (stratum + lot('mind', n)) / count)] ?? 'institutionalist';
  };
  const minds = Object.fromEntries(othersOf(power).map((rival) => [rival, mind(rival)]));
  return { us: 'institutionalist', ru: 'institutionalist', cn: 'institutionalist', ...minds };
}

/** A deed tells less than if each were chosen by itself: four come from one sheet. */
const TELLING = 0.6;
/** Nobody keeps to a page in everything. */
const SLIP = 0.1;

/** `past`: the states at whose opening the remembered turns were ordered, as the seat saw them. */
export function beliefsOf(board: Board, view: Seen, power: Power, past: readonly State[]): Beliefs {
  const of = (rival: Power): Belief => {
    const evidence = MINDS.map(() => 0);
    for (const opening of past)
      logsOf(board, { ...view, state: opening }, rival, view.state).forEach((log, i) => {
        evidence[i] = (evidence[i] ?? 0) + TELLING * log;
      });
    crisisLogs(view.state, rival).forEach((log, i) => {
      evidence[i] = (evidence[i] ?? 0) + log;
    });
    const most = Math.max(...evidence);
    return shares(evidence.map((log) => exp(log - most)));
  };
  return Object.fromEntries(othersOf(power).map((rival) => [rival, of(rival)]));
}

/** What one turn's deeds and words of a rival speak for: log likelihoods in the order of MINDS. */
function logsOf(board: Board, then: Seen, rival: Power, now: State): readonly number[] {
  const { turn } = then.state.world;
  const isHis = (thing: { readonly turn: number; readonly power: Power }): boolean =>
    thing.turn === turn && thing.power === rival;
  const deeds = sorted(now.deeds).flatMap(([, deed]) => (isHis(deed) ? [`${deed.kind} ${deed.target}`] : []));
  const words = sorted(now.spoken).flatMap(([, said]) => (isHis(said) ? [said.kind as string] : []));
  const state = veil(board, then.state, rival);
  const thinking: Thinking = { board, view: { ...then, seat: rival, state }, power: rival, draw: () => 0.5, agreed: [] };
  const options = optionsFor(board, state, rival).filter(
    ({ order, refusal }) => refusal === null && !JOINT_KINDS.some((kind) => kind === order.kind),
  );
  const targets = options.map(({ order }) => `${order.kind} ${ruleOf(order.kind).target(order)}`);
  const known = deeds.filter((deed) => targets.includes(deed));
  const likelihood = (weights: readonly number[]): number => {
    const each = shares(weights);
    const of = (deed: string): number => targets.reduce((sum, target, i) => (target === deed ? sum + (each[i] ?? 0) : sum), 0);
    return known.reduce((sum, deed) => sum + ln((1 - SLIP) * of(deed) + SLIP / options.length), 0);
  };
  const pages = PERSONALITIES.map((name) => {
    const wishes = options.map(({ order }) => worth(pageOf(name), thinking, order));
    const says = pageOf(name)
      .says(thinking)
      .flatMap((one) => (one ? [one.kind as string] : []));
    return likelihood(wishes.map((wish) => wish * wish)) + spoken(words, says.slice(0, MOST_SAID));
  });
  return [...pages, likelihood(options.map(() => 1)) + words.length * ln(1 / WORD_KINDS)];
}

/** Of what a page would say, so much is said. */
const MOST_SAID = 3;
/** About so many kinds of words are at hand. */
const WORD_KINDS = 6;

const spoken = (words: readonly string[], says: readonly string[]): number =>
  words.reduce((sum, word) => sum + ln(says.includes(word) ? 0.9 / says.length : 0.05), 0);

/** How readily each mind climbs a step in a crisis, in the order of MINDS. */
const CLIMBS = [0.7, 0.01, 0.02, 0.3, 0.15];

/** The last crisis is remembered as it ended. */
function crisisLogs({ crisis }: State, rival: Power): readonly number[] {
  if (crisis.round === 0 && crisis.escalatedFirst + crisis.escalatedSecond === 0) return CLIMBS.map(() => 0);
  if (rival !== crisis.first && rival !== crisis.second) return CLIMBS.map(() => 0);
  const climbed = rival === crisis.first ? crisis.escalatedFirst : crisis.escalatedSecond;
  return CLIMBS.map((share) => (climbed > 0 ? climbed * ln(share) : 0));
}

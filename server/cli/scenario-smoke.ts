/**
 * `threshold scenario smoke FILE --games N`: plays a scenario by the simple bots in all their mixtures and says in sentences
 * what is wrong with it: a seat or an opening that wins too often, games that end too soon, an aim that is always full, an
 * order that nobody gives. Only what the interval of 95 % bears out is said: a few games find little.
 */

import { type BotSeats, playOut } from '../../shared/bots/moves.ts';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import type { Game } from '../../shared/game/game.ts';
import { scoreOf } from '../../shared/game/score.ts';
import { type Tale, taleOf, winnerOf } from '../../shared/game/tale.ts';
import { JOINT_KINDS, PERSONALITIES, POWERS, type Power } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { type Interval, meanInterval, ratioInterval, wilson } from '../league/intervals.ts';
import { openingsOf } from '../league/openings.ts';

export interface Smoke {
  readonly games: number;
  /** What a facilitator should look at, a sentence each; empty: nothing was found. */
  readonly findings: readonly string[];
}

/** What one game comes to, with the points of every aim that was drawn or stood. */
export interface Played {
  readonly seats: BotSeats;
  readonly tale: Tale;
  readonly aims: Readonly<Record<string, number>>;
  readonly returned: readonly string[];
}

export function smoke(scenario: Scenario, games: number, say: (progress: string) => void): Smoke {
  const board = makeBoard(scenario);
  const played = Array.from({ length: games }, (_, i) => {
    if (i > 0 && i % 25 === 0) say(`${i} of ${games} games`);
    const seats = seatsOf(i);
    return playedOut(playOut(board, { seed: `smoke ${i}`, luck: 0, theory: scenario.theory }, seats), seats);
  });
  return { games, findings: [...uselessBatteries(board), ...amissIn(scenario, played)] };
}

/** What is wrong by how games of it went, a sentence each. */
export function amissIn(scenario: Scenario, played: readonly Played[]): readonly string[] {
  const tales = played.map(({ tale }) => tale);
  const wins = unevenWins(tales);
  return [
    ...wins,
    // Where a seat always wins, so do all its openings.
    ...(wins.length === 0 ? openings(played) : []),
    ...nuclearUse(tales),
    ...length(scenario, tales),
    ...crises(scenario, tales),
    ...tension(tales),
    ...flatAims(scenario, played),
    ...orderShares(scenario, tales),
    ...returned(played),
  ];
}

/** Every mixture of the bots in turn; in each few games every seat has had every bot once, so that none has the better ones. */
export function seatsOf(i: number): BotSeats {
  const bots = PERSONALITIES.length;
  return POWERS.map((power, seat) => {
    const behind = seat === 0 ? 0 : Math.floor(i / bots ** seat);
    return [power, PERSONALITIES[(i + behind) % bots] ?? 'dove'];
  });
}

function playedOut(game: Game, seats: BotSeats): Played {
  const aims = POWERS.flatMap((power) =>
    scoreOf(game, power).objectives.map(({ id, points }) => [`${power} ${id}`, points] as const),
  );
  const keys = game.played.flatMap((step) => step.returned.map(({ refusal }) => refusal.key));
  return { seats, tale: taleOf(game), aims: Object.fromEntries(aims), returned: keys };
}

const NAMES: Readonly<Record<Power, string>> = { us: 'the United States', ru: 'Russia', cn: 'China' };
const percent = (share: number): string => `${Math.round(100 * share)} %`;
const oneDigit = (value: number): string => value.toFixed(1);
const told = ({ estimate, low, high }: Interval, one: (value: number) => string): string =>
  `${one(estimate)} (${one(low)} to ${one(high)})`;

/** Of fewer games a normal interval says more than they do. */
const MANY = 12;

const meanOfMany = (values: readonly number[]): Interval => {
  const mean = meanInterval(values);
  return values.length < MANY ? { ...mean, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY } : mean;
};

/** RULES 11 asks for 28 to 39 % each of strategists; of simple bots this much is certainly wrong. */
const MOST_WINS = 0.5;
const LEAST_WINS = 0.15;

function unevenWins(tales: readonly Tale[]): readonly string[] {
  const decided = tales.filter(({ ending }) => ending === 'time').map(winnerOf);
  const won = decided.filter((power) => power !== null);
  return POWERS.flatMap((power) => {
    const wins = wilson(won.filter((one) => one === power).length, won.length);
    const found = `${NAMES[power]} wins ${told(wins, percent)} of the ${won.length} games that one seat wins`;
    if (wins.low > MOST_WINS)
      return [
        `One seat wins too often: ${found}. Move the second anchors of its aims in parameters.score.slopes farther off, or make its start poorer.`,
      ];
    return wins.high < LEAST_WINS
      ? [`One seat hardly ever wins: ${found}. Move the second anchors of its aims in parameters.score.slopes nearer.`]
      : [];
  });
}

function nuclearUse(tales: readonly Tale[]): readonly string[] {
  const burnt = wilson(tales.filter(({ ending }) => ending !== 'time').length, tales.length);
  return burnt.low > MOST_NUCLEAR
    ? [
        `${told(burnt, percent)} of the games end in nuclear use: lower the tension at the start, or parameters.crisis.hazard or midpoint.`,
      ]
    : [];
}

/** Of the simple bots: three hawks may come so far, mixed tables not (RULES 11). */
const MOST_NUCLEAR = 0.35;

/** Games that are over before most of their turns are played teach little, however they end. */
const LEAST_LENGTH = 0.75;

function length({ turns }: Scenario, tales: readonly Tale[]): readonly string[] {
  const mean = meanOfMany(tales.map((tale) => tale.turns));
  return mean.high < LEAST_LENGTH * turns
    ? [`Games are over too soon: after ${told(mean, oneDigit)} of ${turns} turns on average. Lower what leads to nuclear use.`]
    : [];
}

/** A share of games under which something counts as never. */
const HARDLY_EVER = 0.1;

function crises({ parameters }: Scenario, tales: readonly Tale[]): readonly string[] {
  const most = parameters.crisis.perGame;
  if (most === 0) return [];
  const some = wilson(tales.filter((tale) => tale.crises > 0).length, tales.length);
  if (some.high < HARDLY_EVER)
    return [
      `Hardly any game has a crisis (${told(some, percent)}), although parameters.crisis.perGame allows them: lower parameters.crisis.midpoint, or set perGame to 0.`,
    ];
  const mean = meanOfMany(tales.map((tale) => tale.crises));
  return mean.low > 0.9 * most
    ? [
        `Nearly every game has all the crises that it may have (${told(mean, oneDigit)} of ${most}): raise parameters.crisis.midpoint or perGame.`,
      ]
    : [];
}

function tension(tales: readonly Tale[]): readonly string[] {
  const mean = meanOfMany(tales.map((tale) => tale.tension));
  const where = told(mean, (value) => Math.min(100, Math.max(0, value)).toFixed(0));
  if (mean.low > 85)
    return [`Tension sticks at the top (mean ${where}): lower what orders add to it, or parameters.tension.baseline.`];
  return mean.high < 15
    ? [`Tension sticks at the bottom (mean ${where}): raise what orders add to it, or parameters.tension.baseline.`]
    : [];
}

function openings(played: readonly Played[]): readonly string[] {
  return openingsOf(played, 1)
    .filter(({ isTooGood }) => isTooGood)
    .map(
      ({ power, orders, games, wins, otherwise }) =>
        `One opening wins too often: ${NAMES[power]} wins ${told(wins, percent)} of the ${games} decided games that it begins with ${orders}, and the same bots ${percent(otherwise)} when they begin otherwise. Make that dearer or weaker.`,
    );
}

/** All games but so many by chance. */
const NEARLY_ALL = 0.75;

/** An aim that is always full, or always empty, decides nothing. */
function flatAims(scenario: Scenario, played: readonly Played[]): readonly string[] {
  const most = scenario.parameters.score.pointsPerObjective;
  const all = [...new Set(played.flatMap(({ aims }) => Object.keys(aims)))];
  return all.flatMap((id) => {
    const reached = played.flatMap(({ aims }) => aims[id] ?? []);
    const always = (isSo: (points: number) => boolean): boolean =>
      reached.every(isSo) && wilson(reached.length, reached.length).low > NEARLY_ALL;
    const [power = '', aim = ''] = id.split(' ');
    const where = `The aim "${aim}" of ${NAMES[power as Power]}`;
    if (always((points) => points > 0.99 * most))
      return [`${where} is full in every game: move its anchors in parameters.score.slopes.`];
    return always((points) => points < 0.01 * most)
      ? [`${where} scores nothing in any game: move its anchors in parameters.score.slopes.`]
      : [];
  });
}

/** RULES 11 asks for 20 % of each seat's; few kinds in play mean larger shares, and this much is certainly wrong. */
const MOST_SLOTS = 0.35;

function orderShares(scenario: Scenario, tales: readonly Tale[]): readonly string[] {
  const used = tales.map(({ orders }) => {
    const counts = new Map<string, number>();
    for (const power of POWERS)
      for (const [kind, count] of Object.entries(orders[power])) counts.set(kind, (counts.get(kind) ?? 0) + count);
    return { counts, of: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
  if (used.every(({ of }) => of === 0)) return ['No bot ever gives an order: look at prices and at orderKinds.'];
  const joint: readonly string[] = JOINT_KINDS;
  const isNever = (kind: string): boolean =>
    !joint.includes(kind) && used.every(({ counts }) => !counts.has(kind)) && wilson(0, used.length).high < HARDLY_EVER;
  const never = scenario.orderKinds.filter(isNever);
  const shares = scenario.orderKinds.map((kind) => ({
    kind,
    share: ratioInterval(used.map(({ counts, of }) => ({ hits: counts.get(kind) ?? 0, of }))),
  }));
  return [
    ...(never.length === 0
      ? []
      : [`Nobody ever orders ${never.join(', ')}: too dear, never allowed, or of no use to these bots.`]),
    ...shares
      .filter(({ share }) => share.low > MOST_SLOTS)
      .map(({ kind, share }) => `${told(share, percent)} of all orders are ${kind}: make it dearer or weaker.`),
  ];
}

/** Who signs and does not come leaves the other waiting: that is how some bots play. */
const BROKEN_WORD = 'refusal.left-waiting';

function returned(played: readonly Played[]): readonly string[] {
  const keys = [...new Set(played.flatMap((one) => one.returned))].filter((key) => key !== BROKEN_WORD).sort();
  const named = (key: string): string => key.replace(/^refusal\./, '').replaceAll('-', ' ');
  return keys.map(
    (key) => `Orders of bots come back ("${named(key)}"): outside events, or what a seat may not see, came between.`,
  );
}

/** Money spent on these is lost. What stands from the start and takes none (Guam, which guards what no path leads to) misleads nobody. */
export function uselessBatteries({ scenario, coverage }: Board): readonly string[] {
  return scenario.batteries
    .filter(({ build, reinforce, upgrade }) => build ?? reinforce ?? upgrade)
    .filter(({ id }) => Object.values(coverage.shares[id] ?? {}).every((share) => share === 0))
    .map(
      ({ id }) =>
        `The battery "${id}" can engage no path at all: look at its place, at its interceptor's reach and altitudes, and at the radars that see for it.`,
    );
}

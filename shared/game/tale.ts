/** What a finished game comes to in a few figures: for many games to be counted beside one another. */
import { type OrderKind, POWERS, type Power } from '../scenario/names.ts';
import { slotsOf } from './check.ts';
import { commonScore } from './common-score.ts';
import { type Game, stateOf } from './game.ts';
import { scoreOf } from './score.ts';

export interface Reached {
  readonly id: string;
  readonly secret: boolean;
  readonly reached: number;
}

export interface Tale {
  readonly ending: 'time' | 'strike' | 'accident' | 'facilitator';
  /** The last turn that was played. */
  readonly turns: number;
  readonly crises: number;
  /** Normalised, 0 to 1; -1 for everybody after nuclear use. */
  readonly scores: Readonly<Record<Power, number>>;
  /** Each seat's aims, the secret one last, and how far it came with each, 0 to 1: means over the turns. */
  readonly aims: Readonly<Record<Power, readonly Reached[]>>;
  /** What all come to together, 0 to 100. */
  readonly common: number;
  /** Orders carried out, by seat and kind. */
  readonly orders: Readonly<Record<Power, Readonly<Partial<Record<OrderKind, number>>>>>;
  /** Order slots that each seat had over the turns played, used or left empty. */
  readonly slots: Readonly<Record<Power, number>>;
  /** What each seat ordered in the first turn, by kind, and in the first two, one after the other. */
  readonly openings: Readonly<Record<Power, string>>;
  readonly openingsOfTwo: Readonly<Record<Power, string>>;
  /** The rung of Russia's and China's ladder at the end, and the highest that they stood on. */
  readonly rung: number;
  readonly rungReached: number;
  /** Mean over the points of the time line. */
  readonly tension: number;
  readonly smallestMargin: number;
}

export function taleOf(game: Game): Tale {
  const end = stateOf(game);
  const { ending, turn, crises } = end.world;
  const { pointsPerObjective } = game.board.scenario.parameters.score;
  const turns = game.played.filter(({ step }) => step.type === 'turn');
  const scores = byPower((power) => scoreOf(game, power));
  const moments = game.played.map(({ moment }) => moment);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return {
    ending: ending === 'none' ? 'time' : ending,
    turns: turn,
    crises,
    scores: byPower((power) => scores[power].normalised),
    aims: byPower((power) =>
      scores[power].objectives.map(({ id, secret, points }) => ({ id, secret, reached: points / pointsPerObjective })),
    ),
    common: commonScore(game),
    orders: byPower((power) => ordersOf(game.played, power)),
    slots: byPower((power) => slotsIn(game, power)),
    openings: byPower((power) => kindsIn(turns.slice(0, 1), power)),
    openingsOfTwo: byPower((power) =>
      turns
        .slice(0, 2)
        .map((one) => kindsIn([one], power))
        .join(', then '),
    ),
    rung: end.ladders['ru-cn'].rung,
    rungReached: Math.max(...[game.start, ...game.played.map(({ state }) => state)].map((state) => state.ladders['ru-cn'].rung)),
    tension: mean(moments.map(({ tension }) => tension)),
    smallestMargin: Math.min(...moments.map(({ gauge }) => gauge.mid)),
  };
}

function byPower<T>(of: (power: Power) => T): Readonly<Record<Power, T>> {
  return { us: of('us'), ru: of('ru'), cn: of('cn') };
}

const kindsIn = (turns: Game['played'], power: Power): string =>
  Object.keys(ordersOf(turns, power)).sort().join(' + ') || 'nothing';

/** Counted from the sheets, without what came back. */
function ordersOf(turns: Game['played'], power: Power): Readonly<Partial<Record<OrderKind, number>>> {
  const counts: Partial<Record<OrderKind, number>> = {};
  for (const { step, returned } of turns) {
    if (step.type !== 'turn') continue;
    const back = returned.filter((one) => one.power === power && one.what === 'order').map(({ index }) => index);
    for (const [index, { kind }] of (step.sheets[power]?.orders ?? []).entries())
      if (!back.includes(index)) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** A seat's slots are those of the state in which the turn's sheets were handed in. */
function slotsIn(game: Game, power: Power): number {
  const before = [game.start, ...game.played.map(({ state }) => state)];
  return game.played.reduce(
    (sum, { step }, i) => sum + (step.type === 'turn' ? slotsOf(game.board, before[i] ?? game.start, power).orders : 0),
    0,
  );
}

/** The seat that came out best; null where nobody did: after nuclear use, or in a draw. */
export function winnerOf({ ending, scores }: Tale): Power | null {
  if (ending === 'strike' || ending === 'accident') return null;
  const best = Math.max(...POWERS.map((power) => scores[power]));
  const ahead = POWERS.filter((power) => scores[power] === best);
  return ahead.length === 1 ? (ahead[0] ?? null) : null;
}

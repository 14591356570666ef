/**
 * The two situations that survive every tuning, first in the case book (RULES 11), as data written from the rules. A case sets
 * up a state, plays sheets that are fixed but for one policy, and says which policy should come out better for whom, and why.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { must } from '../../shared/assert.ts';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { coverOf, shareStopped } from '../../shared/game/measures.ts';
import { scoreOf } from '../../shared/game/score.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { sheetSchema } from '../../shared/orders/shapes.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { State } from '../../shared/state/state.ts';
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';
import { ROOT } from '../root.ts';
import { type Figure, type Judged, judge } from './verdict.ts';

const sheet = sheetSchema.partial();
const turnSheets = z.partialRecord(z.enum(['us', 'ru', 'cn']), sheet);

/** The scenario that cases are set in. */
export const CASES_SCENARIO = 'best-offense-2016';

const caseSchema = z.strictObject({
  number: z.number().int().positive(),
  title: z.string(),
  why: z.string(),
  turns: z.number().int().positive(),
  seed: z.string(),
  /** Third states' tests and crises are taken out where the case is not about them, so that luck cannot decide it. */
  quiet: z.boolean(),
  /** Cells of the start state that differ from the scenario: `collection/id` -> fields. */
  situation: z.record(z.string(), z.record(z.string(), z.union([z.number(), z.string()]))),
  /** By policy name: the sheets of each turn; turns not listed are empty. */
  policies: z.record(z.string(), z.record(z.string(), turnSheets)),
  expect: z.array(
    z.strictObject({
      /** `us score`, `cn score`, `nk>us stopped`, `tension`. */
      what: z.string(),
      more: z.string(),
      less: z.string(),
      /** The smallest difference that counts. */
      by: z.number(),
    }),
  ),
  holds: z.array(z.strictObject({ what: z.string(), policy: z.string(), value: z.number(), within: z.number() })),
});
type Case = z.infer<typeof caseSchema>;

export function readCases(): readonly Case[] {
  const folder = join(ROOT, 'assets', 'cases');
  return readdirSync(folder)
    .sort()
    .map((name) => caseSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** The two situations of RULES 11, with how far they hold. */
export interface Raids {
  readonly small: Judged;
  readonly large: Judged;
}

/** Null: the games are of a scenario that the cases are not set in. */
export const raidsBeside = (scenario: string): Raids | null =>
  scenario === CASES_SCENARIO ? { small: judgedCase(1), large: judgedCase(2) } : null;

/** What each policy of a case is worth beside the other to each seat that the case names. */
function judgedCase(number: number): Judged {
  const one = must(
    readCases().find((each) => each.number === number),
    `case ${number}`,
  );
  const game = Object.fromEntries(Object.keys(one.policies).map((policy) => [policy, playCase(one, policy)]));
  const scores = one.expect.filter(({ what }) => what.endsWith(' score'));
  const figures = scores.map(({ what, more, less }): Figure => {
    const estimate = figureOf(must(game[more], more), what) - figureOf(must(game[less], less), what);
    // Without chance: played once it is known.
    return { of: `${what}, ${more} over ${less}`, unit: 'score', value: { estimate, low: estimate, high: estimate } };
  });
  return judge(figures, [Math.max(...scores.map(({ by }) => by)), Number.POSITIVE_INFINITY]);
}

/** The game of a case under one policy, played to the case's last turn. */
export function playCase(one: Case, policy: string): Game {
  const board = quietBoard(one);
  const fresh = newGame(board, { seed: one.seed, luck: 0, theory: 'contested' });
  let game: Game = { ...fresh, start: changed(fresh.start, one.situation) };
  const plan = one.policies[policy] ?? {};
  for (let turn = 1; turn <= one.turns; turn++) {
    const sheets = Object.fromEntries(
      Object.entries(plan[turn] ?? {}).map(([power, part]) => [power, { orders: [], statements: [], abandon: [], ...part }]),
    );
    game = advance(game, { type: 'turn', sheets });
    const returned = game.played.at(-1)?.returned ?? [];
    if (returned.length > 0) throw new Error(`case ${one.number}, ${policy}, turn ${turn}: ${JSON.stringify(returned)}`);
  }
  return game;
}

function quietBoard(one: Case): Board {
  const { scenario } = must(readShelf(SCENARIO_FOLDER).get(CASES_SCENARIO), CASES_SCENARIO);
  return makeBoard(quieted({ ...scenario, turns: Math.max(scenario.turns, one.turns) }, one));
}

function quieted(scenario: Scenario, { quiet }: Case): Scenario {
  if (!quiet) return scenario;
  const { parameters } = scenario;
  return {
    ...scenario,
    events: [],
    thirds: scenario.thirds.map((third) => ({ ...third, testHazard: 0 })),
    parameters: { ...parameters, thirds: { ...parameters.thirds, stageQuiet: 0 }, crisis: { ...parameters.crisis, perGame: 0 } },
  };
}

function changed(state: State, situation: Case['situation']): State {
  const next = JSON.parse(JSON.stringify(state)) as Record<string, Record<string, Record<string, unknown>>>;
  for (const [subject, fields] of Object.entries(situation)) {
    const [collection = '', id = ''] = subject.split('/');
    const thing = id === '' ? next[collection] : next[collection]?.[id];
    if (!thing) throw new Error(`${subject} is not in the start state`);
    Object.assign(thing, fields);
  }
  return next as unknown as State;
}

/** A figure of a played case, by its name in the case file. */
export function figureOf(game: Game, what: string): number {
  const state = stateOf(game);
  if (what === 'us score' || what === 'ru score' || what === 'cn score') return meanScore(game, what.slice(0, 2) as Power);
  if (what === 'tension') return state.world.tension;
  if (what === 'cover') return coverOf({ board: game.board, state, power: 'us' });
  if (what === 'nk>us stopped') return shareStopped({ board: game.board, state, power: 'us' }, 'nk', 'nk>us');
  throw new Error(`No figure is called ${what}`);
}

/** Normalised score, the mean over the power's secret aims: which one was drawn must not decide a case. */
function meanScore(game: Game, power: Power): number {
  const aims = game.board.scenario.powers[power].secretAims;
  const withAim = (state: State, secretAim: string): State => ({
    ...state,
    powers: { ...state.powers, [power]: { ...state.powers[power], secretAim } },
  });
  const scores = aims.map(
    ({ id }) => scoreOf({ ...game, played: game.played.map((p) => ({ ...p, state: withAim(p.state, id) })) }, power).normalised,
  );
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

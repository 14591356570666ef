/** A table to test rules on: boards with numbers changed, states with things changed, turns played and what they did. */
import type { Board } from '../../shared/capability/board.ts';
import { type Choices, type Game, type Played, type Sheets, stateOf } from '../../shared/game/game.ts';
import { momentOf } from '../../shared/game/moment.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { EMPTY_SHEET, type Order, type Sheet, type Statement, type Undertaking } from '../../shared/orders/sheet.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Parameters } from '../../shared/scenario/parameters.ts';
import type { Effect } from '../../shared/state/ledger.ts';
import type {
  Battery,
  Commitment,
  CrisisState,
  Deed,
  PairState,
  PowerState,
  State,
  Work,
  WorldState,
} from '../../shared/state/state.ts';
import { boardOf } from '../game/play.ts';

/** As it is played, with nothing held still. */
export const shipped = boardOf('best-offense-2016');
export const SETUP = { seed: 'table', luck: 0, theory: 'contested' } as const;

type Patch<T> = { readonly [K in keyof T]?: T[K] extends number | string | boolean ? T[K] : Patch<T[K]> };

function laid<T>(under: T, over: Patch<T>): T {
  const out: Record<string, unknown> = { ...(under as Record<string, unknown>) };
  for (const [key, value] of Object.entries(over)) {
    out[key] = typeof value === 'object' && value !== null ? laid(out[key], value) : value;
  }
  return out as T;
}

export function boardWith(patch: Patch<Parameters>, on: Board = board): Board {
  return { ...on, scenario: { ...on.scenario, parameters: laid(on.scenario.parameters, patch) } };
}

/** The shipped board with the numbers that tuning moves held still, so that only rules are tested here. */
export const board: Board = boardWith(
  {
    statements: {
      scale: 2.4,
      kinds: {
        reassure: { tension: -1.5, trust: 2, influence: 0.8, approvalProvoked: -1.5, approvalUnprovoked: 0, hosts: 1 },
        condemn: { tension: 0.8, trust: -1.5, influence: -1.5, approvalProvoked: 1.8, approvalUnprovoked: 0.3, hosts: 0 },
        warn: { tension: 1.5, trust: -1.5, influence: 0, approvalProvoked: 2, approvalUnprovoked: 0.8, hosts: -2.5 },
        pledge: { tension: -1, trust: 1.5, influence: 1.8, approvalProvoked: 0, approvalUnprovoked: 0, hosts: 0 },
      },
    },
    crisis: { escalateTrust: -5, downApproval: -7, downInfluence: 1.5, firmCredibility: 4, firmInfluence: -1.5 },
    orders: {
      press: { restraint: 14, influenceSpent: 7, influence: 1.6 },
      court: { consent: 7, rivalFactor: 0.6, influence: 0.3 },
      coerce: { consent: 12, influence: -1.5, trust: -2, trade: 0.5, tension: 1.5 },
      exercise: { consent: 3, influence: 0.5 },
      withdraw: { tension: -4 },
      build: { consent: -3 },
    },
  },
  { ...shipped, scenario: { ...shipped.scenario, administrations: [] } },
);

/** Nothing happens by itself: no events, no drift, no relaxation, no tests by third states, no crisis. */
export const still: Board = (() => {
  const thirds = board.scenario.thirds.map((third) => ({ ...third, testHazard: 0 }));
  const scenario = { ...board.scenario, events: [], administrations: [], thirds };
  const none = { approval: 0, influence: 0, trust: 0, provocation: 0 };
  return boardWith(
    { drift: none, hosts: { drift: 0 }, tension: { relax: 0 }, crisis: { most: 0 }, thirds: { restraintFade: 0, stageQuiet: 0 } },
    { ...board, scenario, thirds: Object.fromEntries(thirds.map((third) => [third.id, third])) },
  );
})();

export const gameOn = (on: Board, seed = 'table'): Game => newGame(on, { ...SETUP, seed });
export const start: State = gameOn(board).start;

/** A game that stands at this state. */
export function standingAt(on: Board, state: State): Game {
  return { board: on, setup: SETUP, start: state, opening: momentOf(on, state, SETUP.theory, { turn: 0, round: 0 }), played: [] };
}

export const withWorld = (state: State, patch: Partial<WorldState>): State => ({ ...state, world: { ...state.world, ...patch } });
export const withCrisis = (state: State, patch: Partial<CrisisState>): State => ({
  ...state,
  crisis: { ...state.crisis, ...patch },
});
export const withPower = (state: State, power: Power, patch: Partial<PowerState>): State => ({
  ...state,
  powers: { ...state.powers, [power]: { ...state.powers[power], ...patch } },
});
export const withPair = (state: State, id: string, patch: Partial<PairState>): State => ({
  ...state,
  pairs: { ...state.pairs, [id]: { ...state.pairs[id]!, ...patch } },
});
export const withBattery = (state: State, id: string, patch: Partial<Battery>): State => ({
  ...state,
  batteries: { ...state.batteries, [id]: { ...state.batteries[id]!, ...patch } },
});
export const withConsent = (state: State, host: string, consent: number): State => ({
  ...state,
  hosts: { ...state.hosts, [host]: { consent } },
});
export const withDeeds = (state: State, ...deeds: readonly Deed[]): State => ({
  ...state,
  deeds: Object.fromEntries(deeds.map((deed, i) => [`d${deed.turn}-${deed.power}-${i}`, deed])),
});
export const withWork = (state: State, id: string, work: Work): State => ({ ...state, works: { ...state.works, [id]: work } });
export const withCommitment = (state: State, id: string, c: Partial<Commitment>): State => ({
  ...state,
  commitments: { ...state.commitments, [id]: { ...PLEDGE, ...c } },
});

/** A US head of state's pledge not to have more than the 40 that Fort Greely has and is building. */
export const PLEDGE: Commitment = {
  power: 'us',
  kind: 'pledge',
  speaker: 'head-of-state',
  rank: 1,
  subject: 'fort-greely',
  condition: { type: 'inventory-over', battery: 'fort-greely', count: 40 },
  response: null,
  heardBy: null,
  made: 1,
  until: 3,
  status: 'open',
  judged: 0,
  temptations: 0,
};

export const orders = (...list: readonly Order[]): Sheet => ({ ...EMPTY_SHEET, orders: [...list] });
export const words = (...list: readonly Statement[]): Sheet => ({ ...EMPTY_SHEET, statements: [...list] });
export const say = (patch: Partial<Statement>): Statement => ({
  speaker: 'head-of-state',
  kind: 'warn',
  target: 'ru',
  subject: 'arms',
  venue: 'forum',
  commitment: null,
  words: '',
  language: 'en',
  ...patch,
});
export const capOf = (battery: string, count: number, until = 4): Undertaking => ({
  condition: { type: 'inventory-over', battery, count },
  response: null,
  until,
});

export const turn = (game: Game, sheets: Sheets = {}): Game => advance(game, { type: 'turn', sheets });
export const round = (game: Game, choices: Choices): Game => advance(game, { type: 'round', choices });
export const last = (game: Game): Played => game.played.at(-1)!;
export const now = stateOf;
export const quietTurns = (game: Game, count: number): Game => (count === 0 ? game : quietTurns(turn(game), count - 1));

/** What the last step did to one cell, summed; of one rule if named. */
export function moved(game: Game, subject: string, variable: string, rule?: string): number {
  return last(game)
    .effects.filter((e: Effect) => e.subject === subject && e.variable === variable && (rule === undefined || e.rule === rule))
    .reduce((sum, e) => sum + Number(e.after) - Number(e.before), 0);
}
export const returnedKeys = (game: Game): readonly string[] => last(game).returned.map((one) => one.refusal.key);

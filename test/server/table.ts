/** A match on a table: the real core, a clock that only the test moves, and a journal that can be read. */
import type { LoggedEntry } from '../../server/match/entry.ts';
import { planOf } from '../../server/match/hall.ts';
import { Match, type MatchPlan, type Resumed } from '../../server/match/match.ts';
import { readShelf, SCENARIO_FOLDER } from '../../server/match/scenarios.ts';
import type { CreateMatch } from '../../shared/protocol/messages.ts';

export const SHELF = readShelf(SCENARIO_FOLDER);
export const QUICK = SHELF.get('quick')!;

export const WISH: CreateMatch = {
  scenario: 'quick',
  seat: 'us',
  bots: { us: 'hawk', ru: 'dove', cn: 'hawk' },
  turnSeconds: 60,
  watchMs: 1000,
  seed: 'test',
};

export const START_MS = 1_000_000;

export interface Table {
  readonly match: Match;
  readonly log: LoggedEntry[];
  /** Moves the clock and lets what is due happen, as the deadlines' clock does. */
  pass(ms: number): Promise<void>;
  nowMs(): number;
}

export function sitDown(plan: MatchPlan = planOf('TEST22', QUICK, WISH), resumed?: Resumed): Table {
  let now = START_MS;
  const log: LoggedEntry[] = [];
  const journal = { append: async (_code: string, logged: LoggedEntry) => void log.push(logged) };
  const match = new Match(plan, { journal, nowMs: () => now }, resumed);
  const pass = async (ms: number): Promise<void> => {
    now += ms;
    while (await match.step());
  };
  return { match, log, pass, nowMs: () => now };
}

/** A match on a table: the real core, a clock that only the test moves, and a journal that can be read. */

import type { Resumed } from '../../server/match/course.ts';
import type { LoggedEntry } from '../../server/match/entry.ts';
import type { Thinker } from '../../server/match/forethought.ts';
import type { Action } from '../../server/match/judge.ts';
import { Match } from '../../server/match/match.ts';
import type { MatchPlan } from '../../server/match/plan.ts';
import { planOf } from '../../server/match/plan.ts';
import type { ShelvedScenario } from '../../server/match/scenarios.ts';
import { readShelf, SCENARIO_FOLDER } from '../../server/match/scenarios.ts';
import { must } from '../../shared/assert.ts';
import type { CreateMatch } from '../../shared/protocol/lobby.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { newRequestId } from './house.ts';

export const SHELF = readShelf(SCENARIO_FOLDER);
export const QUICK = SHELF.get('quick')!;

/** Alone against bots, a minute for orders. */
export const WISH: CreateMatch = {
  scenario: 'quick',
  seat: 'us',
  bots: { us: 'hawk', ru: 'dove', cn: 'hawk' },
  friends: false,
  clock: 'friends',
  turnSeconds: 60,
  speech: 'free',
  nickname: 'Host',
  atOnce: true,
  watchMs: 1000,
  seed: 'test',
};

export const START_MS = 1_000_000;
/** Whoever makes a match in these tests. */
export const HOST = 'person of us';
export const personOf = (power: Power): string => `person of ${power}`;

export interface Table {
  readonly match: Match;
  readonly log: LoggedEntry[];
  /** A person of that name asks. */
  ask(person: string, action: Action, request?: string): Promise<Answer>;
  /** Who is connected from now on. */
  here(...powers: readonly Power[]): Promise<void>;
  /** Moves the clock and lets what is due happen, as the deadlines' clock does. */
  pass(ms: number): Promise<void>;
  nowMs(): number;
}

export function planFor(wish: Partial<CreateMatch> = {}, shelved: ShelvedScenario = QUICK): MatchPlan {
  return planOf('TEST22', shelved, { wish: { ...WISH, ...wish }, host: HOST, keptUntilMs: START_MS * 10 });
}

interface Sitting {
  readonly isLobby?: boolean;
  readonly startMs?: number;
  readonly thinker?: Thinker;
}

/** A match that has begun, unless its plan is one with a lobby: `isLobby`. */
export async function sitDown(
  plan: MatchPlan = planFor(),
  { isLobby = false, startMs = START_MS, thinker }: Sitting = {},
  resumed?: Resumed,
): Promise<Table> {
  let now = startMs;
  const log: LoggedEntry[] = [];
  const journal = { append: async (_code: string, logged: LoggedEntry) => void log.push(logged) };
  const match = new Match(plan, { journal, nowMs: () => now, ...(thinker ? { thinker } : {}) }, resumed);
  const pass = async (ms: number): Promise<void> => {
    now += ms;
    while (await match.step());
  };
  const table: Table = {
    match,
    log,
    ask: (person, action, request = newRequestId()) => match.act({ person, nickname: person }, request, action),
    here: (...powers) => match.setPresent(new Set(powers.map(personOf)), powers.length > 0),
    pass,
    nowMs: () => now,
  };
  if (!isLobby && !resumed) await match.begin();
  await table.here(...POWERS);
  return table;
}

interface Threesome {
  readonly isLobby?: boolean;
  /** Another scenario than the one that the wish names on the shelf. */
  readonly shelved?: ShelvedScenario;
}

/** Persons in all three seats, with the clock of friends. */
export async function threeSit(wish: Partial<CreateMatch> = {}, how: Threesome = {}): Promise<Table> {
  const named = wish.scenario === undefined ? QUICK : must(SHELF.get(wish.scenario), wish.scenario);
  const { shelved = named } = how;
  const table = await sitDown(planFor({ friends: true, ...wish }, shelved), { isLobby: true });
  for (const power of ['ru', 'cn'] as const) await table.match.sit({ person: personOf(power), nickname: personOf(power) }, power);
  // Persons sit down first, so that no bot has spoken for them.
  if (!how.isLobby) await table.match.begin();
  return table;
}

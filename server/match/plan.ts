/** The plan of a match: from a wish, onto the disk and back. */
import { nanoid } from 'nanoid';
import type { Board } from '../../shared/capability/board.ts';
import type { Setup } from '../../shared/game/game.ts';
import { CLOCKS, type SpeechRule } from '../../shared/protocol/clocks.ts';
import type { CreateMatch } from '../../shared/protocol/lobby.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import type { Pace } from './clock.ts';
import type { ShelvedScenario } from './scenarios.ts';
import { movedOn, type Seat, type Seats } from './seats.ts';

export interface MatchPlan {
  readonly code: string;
  readonly board: Board;
  readonly setup: Setup;
  /** Who sat where when it was made; the table knows who sits there now. */
  readonly seats: Seats;
  readonly pace: Pace;
  /** Whether people may sit down in seats that bots hold. */
  readonly friends: boolean;
  readonly speech: SpeechRule | 'approved';
  /** The person who made it; empty: the server itself. */
  readonly host: string;
  /** The exercise that it is a world of. */
  readonly exercise?: string;
  /** Epoch ms at which everything kept of it is deleted. */
  readonly keptUntilMs: number;
}

/** The part of a plan that goes to the disk: the code is the row's, the board is made from the scenario. */
export type StoredPlan = Omit<MatchPlan, 'code' | 'board'>;

interface Wished {
  readonly wish: CreateMatch;
  /** Who makes it; empty: the server itself. */
  readonly host: string;
  readonly keptUntilMs: number;
}

export function planOf(code: string, shelved: ShelvedScenario, { wish, host, keptUntilMs }: Wished): MatchPlan {
  const own: Seat = { held: 'person', person: host, nickname: wish.nickname };
  const seatFor = (power: (typeof POWERS)[number]): Seat => (power === wish.seat ? own : { held: 'bot', bot: wish.bots[power] });
  return {
    code,
    board: shelved.board(),
    setup: setupOf(shelved, wish),
    seats: Object.fromEntries(POWERS.map((power) => [power, seatFor(power)])) as unknown as Seats,
    pace: { clock: wish.clock, turnSeconds: wish.turnSeconds ?? null, watchMs: wish.watchMs },
    friends: wish.friends,
    speech: wish.speech,
    host,
    keptUntilMs,
  };
}

/** What was not wished otherwise is left out: a plan on the disk says only what is particular to it. */
function setupOf({ scenario }: ShelvedScenario, { seed, endDrawn, emboldenment, clock }: CreateMatch): Setup {
  return {
    seed: seed ?? nanoid(),
    luck: 0,
    theory: scenario.theory,
    ...(endDrawn && scenario.mayDrawEnd && CLOCKS[clock].isLive ? { endDrawn } : {}),
    ...(emboldenment === undefined ? {} : { emboldenment }),
  };
}

/** The same people once more: everybody one seat on, another seed, and whoever asked for it is the host. */
export function planOfRematch(code: string, last: MatchPlan, next: Pick<MatchPlan, 'seats' | 'host' | 'keptUntilMs'>): MatchPlan {
  return { ...last, ...next, code, setup: { ...last.setup, seed: nanoid(), luck: 0 }, seats: movedOn(next.seats) };
}

export function storedPlan({ code: _code, board: _board, ...plan }: MatchPlan): StoredPlan {
  return plan;
}

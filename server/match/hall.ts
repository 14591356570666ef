/** Where matches begin, are found again after a restart, and end: the registry, the log and the rooms brought together. */
import { createHash } from 'node:crypto';
import { nanoid } from 'nanoid';
import type { CreatedMatch, CreateMatch, JoinedMatch, JoinMatch, WatchReason } from '../../shared/protocol/messages.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/state/refusal.ts';
import { log, logError } from '../log.ts';
import type { MatchRow } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { MatchPlan } from './match.ts';
import type { Registry } from './registry.ts';
import { remake } from './remake.ts';
import type { Shelf, ShelvedScenario } from './scenarios.ts';
import type { Seats } from './seats.ts';

/** The part of a plan that goes to the disk. */
type StoredPlan = Pick<MatchPlan, 'setup' | 'seats' | 'pace' | 'friends'>;

/** `standing`: the room stays however long nobody comes. */
export type RoomStay = 'idle' | 'standing';
/** Opens the room of a match that the registry holds. */
export type OpenRoom = (code: string, stay: RoomStay) => Promise<void>;

export interface HallSurroundings {
  readonly registry: Registry;
  readonly store: Store;
  readonly shelf: Shelf;
  readonly openRoom: OpenRoom;
}

export interface Created extends CreatedMatch {
  /** Gets tickets for the seat again, after the page was closed or the server started anew; null for a spectator. */
  readonly seatKey: string | null;
}

export class Hall {
  readonly #around: HallSurroundings;
  /** Seats by the hash of their key, by code. */
  readonly #keys = new Map<string, ReadonlyMap<string, Power>>();

  constructor(around: HallSurroundings) {
    this.#around = around;
  }

  async create(wish: CreateMatch): Promise<Created | Refusal> {
    const { registry, store, shelf } = this.#around;
    const shelved = shelf.get(wish.scenario);
    if (!shelved) return refuse('refusal.no-such-scenario', { scenario: wish.scenario });
    const code = registry.reserveCode();
    if (isRefusal(code)) return code;
    const plan = planOf(code, shelved, wish);
    const seatKey = wish.seat === null ? null : nanoid(43);
    const keyHash = seatKey === null ? '' : sha256(seatKey);
    try {
      await store.createMatch({
        code,
        scenario: wish.scenario,
        scenario_hash: shelved.hash,
        plan: JSON.stringify({
          setup: plan.setup,
          seats: plan.seats,
          pace: plan.pace,
          friends: plan.friends,
        } satisfies StoredPlan),
        seat: wish.seat ?? '',
        key_hash: keyHash,
        created_ms: registry.nowMs(),
      });
      await this.#openUp(plan, wish.seat, keyHash);
    } finally {
      registry.release(code);
    }
    return { code, ticket: registry.tickets.issue(code, wish.seat ?? 'public'), seatKey };
  }

  /** Somebody comes with the code: a seat if one is free, else a place to watch from and the reason; null: no such match. */
  async join(code: string, { seat }: JoinMatch): Promise<JoinedMatch | null> {
    const { registry } = this.#around;
    const match = registry.find(code);
    if (!match) return null;
    const free = POWERS.filter((power) => match.seats[power].held === 'bot');
    const wished = seat === undefined ? free : free.filter((power) => power === seat);
    const scenario = match.plan.board.scenario.id;
    const watching = (because: WatchReason): JoinedMatch => {
      return { code, scenario, because, seat: null, seatKey: null, ticket: registry.tickets.issue(code, 'public') };
    };
    if (match.isOver) return watching('ended');
    if (!match.plan.friends) return watching('closed');
    for (const power of wished) {
      const seatKey = nanoid(43);
      if (!(await match.sit(power, sha256(seatKey)))) continue;
      this.#addKey(code, sha256(seatKey), power);
      return { code, scenario, because: null, seat: power, seatKey, ticket: registry.tickets.issue(code, power) };
    }
    return watching(free.length === 0 ? 'full' : 'taken');
  }

  /** A ticket to watch, or with the key to the seat; null where there is no such match or the key is wrong. */
  ticketFor(code: string, seatKey: string | undefined): string | null {
    const { registry } = this.#around;
    if (!registry.find(code)) return null;
    if (seatKey === undefined) return registry.tickets.issue(code, 'public');
    // Looked up by its hash: what a stranger could learn from the time it takes says nothing about any key.
    const seat = this.#keys.get(code)?.get(sha256(seatKey));
    return seat === undefined ? null : registry.tickets.issue(code, seat);
  }

  /** Makes the matches that were open when the server last stopped again; one that cannot be is closed and said so. */
  async reopen(): Promise<number> {
    const { store } = this.#around;
    let count = 0;
    for (const row of await store.openMatches()) {
      const refusal = await this.#reopenOne(row).catch((error: unknown) => {
        logError('reopen-failed', error, { code: row.code });
        return refuse('refusal.server');
      });
      if (refusal === null) count += 1;
      else {
        log('match-closed', { code: row.code, why: refusal.key });
        this.#forget(row.code);
        await store.finishMatch(row.code, 'closed');
      }
    }
    return count;
  }

  /** Everybody has left for good. */
  async abandon(code: string): Promise<void> {
    const { registry, store } = this.#around;
    const status = registry.find(code)?.isOver ? 'ended' : 'closed';
    this.#forget(code);
    await store.finishMatch(code, status);
  }

  async #reopenOne(row: MatchRow): Promise<Refusal | null> {
    const { registry, store, shelf } = this.#around;
    const shelved = shelf.get(row.scenario);
    if (!shelved) return refuse('refusal.no-such-scenario', { scenario: row.scenario });
    if (shelved.hash !== row.scenario_hash) return refuse('refusal.scenario-changed', { scenario: row.scenario });
    const plan: MatchPlan = { ...(JSON.parse(row.plan) as StoredPlan), code: row.code, board: shelved.board() };
    const log = await store.entriesOf(row.code);
    const resumed = remake(plan, log, { createdMs: row.created_ms, nowMs: registry.nowMs() });
    if (isRefusal(resumed)) return resumed;
    registry.open(plan, { resumed });
    if (row.seat !== '') this.#addKey(row.code, row.key_hash, row.seat as Power);
    for (const { entry } of log) if (entry.kind === 'sat') this.#addKey(row.code, entry.keyHash, entry.power);
    await this.#around.openRoom(row.code, 'idle');
    return null;
  }

  async #openUp(plan: MatchPlan, seat: Power | null, keyHash: string): Promise<void> {
    this.#around.registry.open(plan);
    if (seat !== null) this.#addKey(plan.code, keyHash, seat);
    try {
      await this.#around.openRoom(plan.code, 'idle');
    } catch (error) {
      await this.abandon(plan.code);
      throw error;
    }
  }

  #addKey(code: string, hash: string, seat: Power): void {
    this.#keys.set(code, new Map([...(this.#keys.get(code) ?? []), [hash, seat]]));
  }

  #forget(code: string): void {
    this.#around.registry.drop(code);
    this.#keys.delete(code);
  }
}

export function planOf(code: string, shelved: ShelvedScenario, wish: CreateMatch): MatchPlan {
  const seats = Object.fromEntries(
    POWERS.map((power) => [power, power === wish.seat ? { held: 'person' } : { held: 'bot', bot: wish.bots[power] }]),
  ) as unknown as Seats;
  const setup = { seed: wish.seed ?? nanoid(), luck: 0, theory: shelved.scenario.theory };
  const pace = { turnSeconds: wish.turnSeconds, watchMs: wish.watchMs };
  return { code, board: shelved.board(), setup, seats, pace, friends: wish.friends ?? false };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

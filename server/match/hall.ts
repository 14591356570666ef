/** Where matches begin, are found again after a restart, and end: the registry, the log and the rooms brought together. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { nanoid } from 'nanoid';
import type { CreatedMatch, CreateMatch } from '../../shared/protocol/messages.ts';
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
type StoredPlan = Pick<MatchPlan, 'setup' | 'seats' | 'pace'>;

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
  /** Seat and hash of its key, by code. */
  readonly #keys = new Map<string, { readonly seat: Power; readonly hash: string }>();

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
        plan: JSON.stringify({ setup: plan.setup, seats: plan.seats, pace: plan.pace } satisfies StoredPlan),
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

  /** A ticket to watch, or with the key to the seat; null where there is no such match or the key is wrong. */
  ticketFor(code: string, seatKey: string | undefined): string | null {
    const { registry } = this.#around;
    if (!registry.find(code)) return null;
    if (seatKey === undefined) return registry.tickets.issue(code, 'public');
    const key = this.#keys.get(code);
    if (!key || !timingSafeEqual(Buffer.from(sha256(seatKey)), Buffer.from(key.hash))) return null;
    return registry.tickets.issue(code, key.seat);
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
    const resumed = remake(plan, await store.entriesOf(row.code), { createdMs: row.created_ms, nowMs: registry.nowMs() });
    if (isRefusal(resumed)) return resumed;
    registry.open(plan, { resumed });
    if (row.seat !== '') this.#keys.set(row.code, { seat: row.seat as Power, hash: row.key_hash });
    await this.#around.openRoom(row.code, 'idle');
    return null;
  }

  async #openUp(plan: MatchPlan, seat: Power | null, keyHash: string): Promise<void> {
    this.#around.registry.open(plan);
    if (seat !== null) this.#keys.set(plan.code, { seat, hash: keyHash });
    try {
      await this.#around.openRoom(plan.code, 'idle');
    } catch (error) {
      await this.abandon(plan.code);
      throw error;
    }
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
  return { code, board: shelved.board(), setup, seats, pace: { turnSeconds: wish.turnSeconds, watchMs: wish.watchMs } };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Where matches begin, are found again after a restart, and end: the registry, the log and the rooms brought together. */
import { LIMITS } from '../../shared/limits.ts';
import type { Admission, CreateMatch, JoinMatch, WatchReason } from '../../shared/protocol/lobby.ts';
import { POWERS, type Viewer } from '../../shared/scenario/names.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/state/refusal.ts';
import { log, logError } from '../log.ts';
import type { MatchRow } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Match } from './match.ts';
import { personOf } from './people.ts';
import type { MatchPlan } from './plan.ts';
import { planOf, planOfRematch, type StoredPlan, storedPlan } from './plan.ts';
import type { Registry } from './registry.ts';
import { remake } from './remake.ts';
import type { Shelf } from './scenarios.ts';
import { SeatPhrases } from './seat-phrases.ts';
import { type Asker, membersOf, seatOf } from './seats.ts';

/** `fresh`: nobody has come yet, and the room is soon given up if nobody does; `standing`: it stays until the match is erased. */
export type RoomStay = 'fresh' | 'idle' | 'standing';

/** The rooms, as far as the hall needs them. */
export interface Rooms {
  /** Opens the room of a match that the registry holds. */
  open(code: string, stay: RoomStay): Promise<void>;
  /** Sends everybody out of a room whose match was erased, and closes it. */
  clear(code: string): Promise<void>;
  /** How many watch there whom nobody has placed. */
  strangers(code: string): number;
}

export interface HallSurroundings {
  readonly registry: Registry;
  readonly store: Store;
  readonly shelf: Shelf;
  readonly rooms: Rooms;
  /** How long a match is kept after it was made. */
  readonly keepMs: number;
}

export class Hall {
  readonly #around: HallSurroundings;
  readonly #phrases: SeatPhrases;
  /** Rematches that are being made, by the code of the match before: three who ask at once get one. */
  readonly #rematches = new Map<string, Promise<string | Refusal>>();

  constructor(around: HallSurroundings) {
    this.#around = around;
    this.#phrases = new SeatPhrases(around.registry.nowMs);
  }

  /** Who sends a request with this `authorization` header; null: nobody we know. */
  personOf(header: string | undefined): Promise<string | null> {
    return personOf(this.#around.store, header, this.#around.registry.nowMs());
  }

  async create(person: string, wish: CreateMatch): Promise<Admission | Refusal> {
    const { shelf, registry } = this.#around;
    const shelved = shelf.get(wish.scenario);
    if (!shelved) return refuse('refusal.no-such-scenario', { scenario: wish.scenario });
    const host = { person, nickname: wish.nickname };
    const match = await this.#newMatch(
      (code) => planOf(code, shelved, { wish, host: person, keptUntilMs: this.#keptUntilMs() }),
      wish.atOnce,
    );
    if (isRefusal(match)) return match;
    return admissionTo(match, host, registry, null);
  }

  /** Somebody comes with the code: back to his seat, to a free one, or to watch and told why; null: no such match. */
  async join(person: string, code: string, { seat, nickname }: JoinMatch): Promise<Admission | Refusal | null> {
    const { registry, rooms } = this.#around;
    const match = registry.find(code);
    if (!match) return null;
    const asker = { person, nickname };
    const because = seat === null || seatOf(match.table.seats, person) !== null ? null : await seated(match, asker, seat);
    const admission = (): Admission => admissionTo(match, asker, registry, because);
    if (seatOf(match.table.seats, person) !== null) return admission();
    const watchers = rooms.strangers(code) + registry.tickets.watchersOnTheWay(code);
    return watchers < LIMITS.spectators ? admission() : refuse('refusal.watchers-full', { most: LIMITS.spectators });
  }

  /** Three words move a seat to the device of whoever types them; null: no such match; a refusal: not these words. */
  async moveSeat(asker: Asker, code: string, phrase: string): Promise<Admission | Refusal | null> {
    const match = this.#around.registry.find(code);
    if (!match) return null;
    const seated = POWERS.flatMap((power) => membersOf(match.table.seats[power]));
    const from = seated.find(({ person }) => this.#phrases.redeem(code, person, phrase));
    if (from === undefined) return refuse('refusal.wrong-phrase');
    const refusal = await match.move(from.person, asker);
    return refusal ?? admissionTo(match, asker, this.#around.registry, null);
  }

  /** The words that move this person's seat. */
  phraseFor(match: Match, person: string): string | Refusal {
    const isSeated = seatOf(match.table.seats, person) !== null;
    return isSeated ? this.#phrases.make(match.plan.code, person) : refuse('refusal.not-your-seat');
  }

  /** The code of a new match of the same people, seats moved on; asked for twice it is the same one. */
  async rematch(match: Match, person: string): Promise<string | Refusal> {
    if (seatOf(match.table.seats, person) === null) return refuse('refusal.not-your-seat');
    if (!match.isOver) return refuse('refusal.not-over');
    const { code } = match.plan;
    const made = this.#rematches.get(code) ?? this.#rematchOf(match, person).finally(() => this.#rematches.delete(code));
    this.#rematches.set(code, made);
    return made;
  }

  /** The host's wish that nothing be kept of the match. */
  async erase(match: Match, person: string): Promise<Refusal | null> {
    if (person !== match.plan.host) return refuse('refusal.host-only');
    await this.#erase(match.plan.code);
    return null;
  }

  /** Erases what has been kept long enough. */
  async sweep(): Promise<void> {
    const { store, registry } = this.#around;
    for (const code of await store.matchesToErase(registry.nowMs())) await this.#erase(code);
  }

  /** A world of an exercise: a match like any other, which nobody joins by its own code. */
  openWorld(planFor: (code: string) => MatchPlan): Promise<Match | Refusal> {
    return this.#newMatch(planFor, false);
  }

  /** Deletes everything kept of a match. */
  eraseMatch(code: string): Promise<void> {
    return this.#erase(code);
  }

  /** Into a world for somebody of its exercise, who is no stranger there; `eyes`: whose view a facilitator looks at it with. */
  admit(match: Match, asker: Asker, eyes?: Viewer): Admission {
    const { code, board } = match.plan;
    const place = seatOf(match.table.seats, asker.person) ?? 'public';
    const ticket = this.#around.registry.tickets.issue({ code, ...asker, ...(eyes ? { eyes } : {}) }, false);
    return { code, ticket, scenario: board.scenario.id, place, because: null };
  }

  /** Makes the matches that were open when the server last stopped again; one that cannot be is closed and said so. */
  async reopen(): Promise<number> {
    const { store } = this.#around;
    const aliveMs = await store.lastAlive();
    let count = 0;
    for (const row of await store.openMatches()) {
      const refusal = await this.#reopenOne(row, aliveMs).catch((error: unknown) => {
        logError('reopen-failed', error, { code: row.code });
        return refuse('refusal.server');
      });
      if (refusal === null) count += 1;
      else {
        log('match-closed', { code: row.code, why: refusal.key });
        this.#around.registry.drop(row.code);
        await store.finishMatch(row.code, 'closed');
      }
    }
    return count;
  }

  /** Everybody has left for good. */
  async abandon(code: string): Promise<void> {
    const { registry, store } = this.#around;
    const status = registry.find(code)?.isOver ? 'ended' : 'closed';
    registry.drop(code);
    await store.finishMatch(code, status);
  }

  async #rematchOf(match: Match, host: string): Promise<string | Refusal> {
    const { seats, rematch } = match.table;
    if (rematch !== null) return rematch;
    const next = await this.#newMatch(
      (code) => planOfRematch(code, match.plan, { seats, host, keptUntilMs: this.#keptUntilMs() }),
      true,
    );
    if (isRefusal(next)) return next;
    await match.note({ kind: 'rematch', code: next.plan.code });
    return next.plan.code;
  }

  #keptUntilMs(): number {
    return this.#around.registry.nowMs() + this.#around.keepMs;
  }

  async #erase(code: string): Promise<void> {
    const { registry, store, rooms } = this.#around;
    registry.drop(code);
    await store.erase(code);
    log('match-erased', { code });
    await rooms.clear(code);
  }

  async #reopenOne(row: MatchRow, aliveMs: number): Promise<Refusal | null> {
    const { registry, store, shelf, rooms } = this.#around;
    const shelved = shelf.get(row.scenario);
    if (!shelved) return refuse('refusal.no-such-scenario', { scenario: row.scenario });
    if (shelved.hash !== row.scenario_hash) return refuse('refusal.scenario-changed', { scenario: row.scenario });
    const plan: MatchPlan = { ...(JSON.parse(row.plan) as StoredPlan), code: row.code, board: shelved.board() };
    const resumed = remake(plan, await store.entriesOf(row.code));
    if (isRefusal(resumed)) return resumed;
    await registry.open(plan, { resumed }).recover(aliveMs);
    await rooms.open(row.code, stayOf(plan, 'idle'));
    return null;
  }

  async #newMatch(planFor: (code: string) => MatchPlan, atOnce: boolean): Promise<Match | Refusal> {
    const { registry, store, shelf, rooms } = this.#around;
    const code = registry.reserveCode();
    if (isRefusal(code)) return code;
    try {
      const plan = planFor(code);
      const { id } = plan.board.scenario;
      await store.createMatch({
        code,
        scenario: id,
        scenario_hash: shelf.get(id)?.hash ?? '',
        plan: JSON.stringify(storedPlan(plan)),
        created_ms: registry.nowMs(),
        erase_ms: plan.keptUntilMs,
      });
      const match = registry.open(plan);
      if (atOnce) await match.begin();
      await rooms.open(code, stayOf(plan, 'fresh'));
      log('match-created', { code, scenario: id, clock: plan.pace.clock });
      return match;
    } catch (error) {
      await this.abandon(code).catch(() => undefined);
      throw error;
    } finally {
      registry.release(code);
    }
  }
}

/** A world of an exercise is prepared days before its people come: it stays as long as the exercise is kept. */
const stayOf = ({ exercise }: MatchPlan, otherwise: RoomStay): RoomStay => (exercise === undefined ? otherwise : 'standing');

/** Sits down where he wishes or where there is room; answers why not. */
async function seated(match: Match, asker: Asker, seat: JoinMatch['seat']): Promise<WatchReason | null> {
  if (match.isOver) return 'ended';
  if (!match.plan.friends) return 'closed';
  const free = POWERS.filter((power) => match.table.seats[power].held === 'bot');
  const wished = seat === undefined || seat === null ? free : free.filter((power) => power === seat);
  for (const power of wished) if ((await match.sit(asker, power)) === null) return null;
  return free.length === 0 ? 'full' : 'taken';
}

function admissionTo(match: Match, asker: Asker, registry: Registry, because: WatchReason | null): Admission {
  const { code, board } = match.plan;
  const place = seatOf(match.table.seats, asker.person) ?? 'public';
  const ticket = registry.tickets.issue({ code, ...asker }, place === 'public');
  return { code, ticket, scenario: board.scenario.id, place, because };
}

/**
 * One match: the shell round the core. It decides when; the core decides what. It keeps no timer and knows no network:
 * somebody asks `dueMs()` and calls `step()`, and hears of changes. The same match runs under a room, under a test with
 * a clock of its own, and in a demonstration.
 */
import { nanoid } from 'nanoid';
import { type Game, type Step, stateOf } from '../../shared/game/game.ts';
import type { Deal } from '../../shared/game/joint.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { hashOf } from '../../shared/hash.ts';
import { LEAST_AFTER_OUTAGE_MS } from '../../shared/protocol/clocks.ts';
import type { Answer, Receipt, Stage } from '../../shared/protocol/messages.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { State } from '../../shared/state/state.ts';
import { logError } from '../log.ts';
import { letBotAnswer, letBotsOffer, type Saying } from './bot-reply.ts';
import type { Case } from './case.ts';
import { afterOutage, type Clock, clockFor, goingOn, stopped } from './clock.ts';
import { type Due, hasCommitted, isEverybodyReady, nextDue } from './due.ts';
import type { Entry } from './entry.ts';
import { Forethought } from './forethought.ts';
import { type Action, judge } from './judge.ts';
import { judgeSitting } from './judge-seating.ts';
import { dealsIn } from './judge-talk.ts';
import type { MatchEvent } from './match-event.ts';
import { nextStep } from './next-step.ts';
import type { MatchPlan } from './plan.ts';
import { Attendance } from './presence.ts';
import { receiptOf } from './receipt.ts';
import { type Asker, botsOf, personsOf, seatOf } from './seats.ts';
import type { Resumed, Surroundings } from './surroundings.ts';
import { newTable, type Table, timeFactor, withEntry } from './table.ts';

/** Asks where no person does. */
const NOBODY: Asker = { person: '', nickname: '' };

export class Match {
  readonly plan: MatchPlan;
  readonly #around: Surroundings;
  readonly #attendance: Attendance;
  readonly #forethought: Forethought;
  readonly #listeners = new Set<(event: MatchEvent) => void>();
  #game: Game;
  #table: Table;
  /** When the present step began, and since when everybody is ready for the next. */
  #sinceMs: number;
  #readySinceMs: number | null = null;
  #isBroken = false;
  /** One thing at a time: what a player is told must not be overtaken by a deadline while it goes to the disk. */
  #inbox: Promise<unknown> = Promise.resolve();

  constructor(plan: MatchPlan, around: Surroundings, resumed?: Resumed) {
    this.plan = plan;
    this.#around = around;
    this.#forethought = new Forethought(around.thinker);
    this.#game = resumed?.game ?? newGame(plan.board, plan.setup);
    this.#table = resumed?.table ?? newTable(plan.seats);
    this.#sinceMs = around.nowMs();
    this.#attendance = new Attendance(this.#table.seats, around.nowMs);
    this.#noteChange();
  }

  get game(): Game {
    return this.#game;
  }

  get table(): Table {
    return this.#table;
  }

  get stage(): Stage {
    if (this.isOver) return 'over';
    return this.#table.hasBegun ? 'playing' : 'lobby';
  }

  /** Where the game stands, as everybody may know. */
  get position(): { readonly turn: number; readonly round: number; readonly phase: string } {
    const { world, crisis } = this.#state();
    return { turn: world.turn, round: crisis.round, phase: world.phase };
  }

  get isPlayedByPersons(): boolean {
    return personsOf(this.#table.seats).length > 0;
  }

  get isOver(): boolean {
    return this.#isBroken || this.#state().world.phase === 'ended';
  }

  hasCommitted(power: Power): boolean {
    return hasCommitted(this.#state(), this.#table, power);
  }

  /** Whether whoever holds the seat is connected; bots always are. */
  isHere(power: Power): boolean {
    return this.#attendance.isHere(this.#table.seats, power);
  }

  /** When something is due next, in epoch ms; null: when somebody does something. */
  dueMs(): number | null {
    return this.#due()?.atMs ?? null;
  }

  /** The clock that the players see: until when orders or choices may change; null: no clock runs. */
  deadlineMs(): number | null {
    const { clock } = this.#table;
    return clock.at === 'running' && !this.isOver ? clock.endsAtMs : null;
  }

  /** Does what somebody asks, once it is in the log, or says why not. The same request asked again counts once. */
  act(asker: Asker, request: string, action: Action): Promise<Answer> {
    return this.#inOrder(async () => {
      if (this.#isBroken) return { ok: false, refusal: refuse('refusal.broken') };
      if (!this.#table.requests.includes(request)) {
        const entry = judge(this.#caseOf(asker), action);
        if (isRefusal(entry)) return { ok: false, refusal: entry };
        await this.#log(entry, request);
        this.#announce(entry);
        await letBotAnswer(this.#saying(), entry);
        if (this.#isTableFullAndReady()) await this.#begin();
      }
      return { ok: true, receipt: this.#receiptOf(seatOf(this.#table.seats, asker.person)) };
    });
  }

  /** Somebody who came with the code sits down, once it is in the log; a refusal if he may not. */
  sit(asker: Asker, power: Power): Promise<Refusal | null> {
    return this.#inOrder(async () => {
      if (this.isOver) return refuse('refusal.ended');
      const entry = judgeSitting(this.#caseOf(asker), power);
      if (isRefusal(entry)) return entry;
      await this.#log(entry);
      this.#announce(entry);
      return null;
    });
  }

  /** A seat goes over to another device, which is another person to us. */
  move(power: Power, to: Asker): Promise<Refusal | null> {
    return this.#inOrder(async () => {
      const seen = this.#table.seen[to.person];
      if (seen !== undefined && seen !== power) return refuse('refusal.knows-another-seat');
      const held = seatOf(this.#table.seats, to.person);
      if (held !== null && held !== power) return refuse('refusal.one-seat-each');
      await this.#say({ kind: 'seat', power, seat: { held: 'person', ...to } });
      return null;
    });
  }

  /** Ends the lobby; a match without one begins so at once. */
  begin(): Promise<void> {
    return this.#inOrder(() => this.#begin());
  }

  /** The same people have another match: everybody is told, once. */
  rematch(code: string): Promise<void> {
    return this.#inOrder(() => this.#say({ kind: 'rematch', code }));
  }

  /** After a restart: what was left on the clock is left on it again. `aliveMs`: when the server was last there. */
  recover(aliveMs: number): Promise<void> {
    return this.#inOrder(async () => {
      const { clock } = this.#table;
      if (clock.at === 'none' || this.isOver) return;
      await this.#say({ kind: 'clock', clock: afterOutage(clock, aliveMs, this.#around.nowMs()), pauseOf: null });
    });
  }

  /** Does the next thing that is due, if it is; answers whether it was. */
  step(): Promise<boolean> {
    return this.#inOrder(async () => {
      const due = this.#due();
      if (due === null || this.#around.nowMs() < due.atMs) return false;
      await this.#fall(due);
      return true;
    });
  }

  /** Who is connected, and whether anybody looks: who comes back gets his seat and his clock again. */
  setPresent(here: ReadonlySet<string>, isWatched: boolean): Promise<void> {
    if (isWatched !== this.#attendance.isWatched && !this.isPlayedByPersons) this.#sinceMs = this.#around.nowMs();
    this.#attendance.set(here, isWatched, this.plan.host);
    this.#noteChange();
    this.#tell({ what: 'table' });
    return this.#inOrder(() => this.#welcomeBack());
  }

  /** A demonstration starts over under the same code. */
  startOver(seed: string): void {
    this.#game = newGame(this.plan.board, { ...this.plan.setup, seed });
    this.#table = { ...newTable(this.plan.seats), hasBegun: true };
    this.#sinceMs = this.#around.nowMs();
    this.#isBroken = false;
    this.#tell({ what: 'step' });
    void this.#inOrder(() => letBotsOffer(this.#saying()));
  }

  /** Hears of changes until the answer is called. */
  listen(listener: (event: MatchEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #begin(): Promise<void> {
    if (this.#table.hasBegun) return;
    await this.#say({ kind: 'begun', clock: this.#clockOf(this.#state()) });
    await letBotsOffer(this.#saying());
  }

  async #fall(due: Due): Promise<void> {
    const { clock } = this.#table;
    const now = this.#around.nowMs();
    if (due.what === 'step') return this.#resolve();
    if (due.what === 'cover') return this.#say({ kind: 'covered', power: due.power, isCovered: true });
    if (due.what === 'stop') return this.#say({ kind: 'clock', clock: stopped(clock, null, now), pauseOf: null });
    return this.#say({ kind: 'clock', clock: goingOn(clock, now), pauseOf: null });
  }

  async #welcomeBack(): Promise<void> {
    const { clock, seats, covered } = this.#table;
    const back = personsOf(seats).filter((power) => this.isHere(power));
    for (const power of back) if (covered[power]) await this.#say({ kind: 'covered', power, isCovered: false });
    if (back.length === 0 || clock.at !== 'stopped' || clock.by !== null) return;
    const remainingMs = Math.max(LEAST_AFTER_OUTAGE_MS, clock.remainingMs);
    await this.#say({ kind: 'clock', clock: goingOn({ ...clock, remainingMs }, this.#around.nowMs()), pauseOf: null });
  }

  async #resolve(): Promise<void> {
    const { world, crisis } = this.#state();
    const startedMs = performance.now();
    const next = this.#advanced();
    if (next === null) return;
    this.#around.noteStep?.(performance.now() - startedMs);
    const { step, game } = next;
    const round = world.phase === 'crisis' ? crisis.round : 0;
    const after = stateOf(game);
    await this.#log({ kind: 'resolved', turn: world.turn, round, step, hash: hashOf(after), clock: this.#clockOf(after) });
    this.#game = game;
    this.#sinceMs = this.#around.nowMs();
    this.#readySinceMs = null;
    this.#noteChange();
    this.#tell({ what: 'step' });
    await letBotsOffer(this.#saying());
  }

  /** A mistake of ours in rules or bots must cost this match only; it is logged and the match stands still. */
  #advanced(): { readonly step: Step; readonly game: Game } | null {
    try {
      const plans = this.#forethought.plans(this.#game, botsOf(this.#table.seats), this.#deals());
      const step = nextStep({ game: this.#game, table: this.#table, pace: this.plan.pace, plans });
      return { step, game: advance(this.#game, step) };
    } catch (error) {
      this.#isBroken = true;
      logError('match-broken', error, { code: this.plan.code, turn: this.#state().world.turn });
      this.#tell({ what: 'broken' });
      return null;
    }
  }

  #saying(): Saying {
    return { game: this.#game, at: () => this.#caseOf(NOBODY), say: (entry) => this.#say(entry) };
  }

  async #say(entry: Entry): Promise<void> {
    await this.#log(entry);
    this.#announce(entry);
  }

  async #log(entry: Entry, request: string | null = null): Promise<void> {
    const logged = { atMs: this.#around.nowMs(), request, entry };
    await this.#around.journal.append(this.plan.code, logged);
    this.#table = withEntry(this.#table, logged);
    if (entry.kind !== 'resolved') this.#noteChange();
  }

  /** The clock of the phase that a state begins. */
  #clockOf(state: State): Clock {
    return clockFor(this.plan.pace, state, { nowMs: this.#around.nowMs(), factor: timeFactor(this.#table) });
  }

  /** Nobody but its writer hears of a draft or of a tap: not even that there was one. */
  #announce(entry: Entry): void {
    if (entry.kind === 'draft' || entry.kind === 'perceived') return;
    if (entry.kind === 'said') this.#tell({ what: 'line', line: entry.line });
    else if (entry.kind === 'rematch') this.#tell({ what: 'moved', code: entry.code });
    else this.#tell({ what: 'table' });
  }

  #caseOf({ person, nickname }: Asker): Case {
    const { plan } = this;
    return {
      plan,
      state: this.#state(),
      table: this.#table,
      person,
      nickname,
      power: seatOf(this.#table.seats, person),
      isHostGone: this.#attendance.isHostGone(plan.host),
      newId: nanoid(12),
      nowMs: this.#around.nowMs(),
    };
  }

  #receiptOf(power: Power | null): Receipt | null {
    const draft = power === null ? undefined : this.#table.drafts[power];
    return power === null || !draft ? null : receiptOf(this.plan.board, this.#game, power, draft);
  }

  #isTableFullAndReady(): boolean {
    const { hasBegun, ready, seats } = this.#table;
    return !hasBegun && personsOf(seats).length === POWERS.length && POWERS.every((power) => ready[power]);
  }

  #noteChange(): void {
    this.#attendance.note(this.#table.seats);
    if (this.#table.hasBegun) this.#forethought.consider(this.#game, botsOf(this.#table.seats), this.#deals());
    const isReady = isEverybodyReady(this.#state(), this.#table);
    this.#readySinceMs = isReady ? (this.#readySinceMs ?? this.#around.nowMs()) : null;
  }

  #due(): Due | null {
    if (this.isOver) return null;
    const [state, table] = [this.#state(), this.#table];
    const times = { sinceMs: this.#sinceMs, readySinceMs: this.#readySinceMs };
    return nextDue({ pace: this.plan.pace, state, table, presence: this.#attendance, ...times });
  }

  #tell(event: MatchEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#inbox.then(work);
    this.#inbox = done.catch(() => undefined);
    return done;
  }

  #deals(): readonly Deal[] {
    return dealsIn(this.#table, this.#state().world.turn);
  }

  #state(): State {
    return stateOf(this.#game);
  }
}

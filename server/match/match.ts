/**
 * One match: the shell round the core. It decides when; the core decides what. It keeps no timer and knows no network:
 * somebody asks `dueMs()` and calls `step()`, and hears of changes. The same match runs under a room, under a test with
 * a clock of its own, and in a demonstration.
 */
import type { Game } from '../../shared/game/game.ts';
import { LEAST_AFTER_OUTAGE_MS } from '../../shared/protocol/clocks.ts';
import type { Answer, Receipt, Stage } from '../../shared/protocol/messages.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/state/refusal.ts';
import { letBotAnswer, letBotsOffer } from './bot-reply.ts';
import { afterOutage, goingOn, stopped } from './clock.ts';
import { Course, NOBODY, type Resumed, type Surroundings } from './course.ts';
import { type Due, hasCommitted } from './due.ts';
import type { Entry } from './entry.ts';
import { type Action, judge } from './judge.ts';
import { judgeMove, judgeSitting } from './judge-seating.ts';
import { type Lead, leadEntry, leadRefusal } from './lead.ts';
import type { MatchEvent } from './match-event.ts';
import type { MatchPlan } from './plan.ts';
import { receiptOf } from './receipt.ts';
import { type Asker, personsOf, seatOf } from './seats.ts';
import type { Table } from './table.ts';

export class Match {
  readonly plan: MatchPlan;
  readonly #course: Course;
  readonly #listeners = new Set<(event: MatchEvent) => void>();
  /** One thing at a time: what a player is told must not be overtaken by a deadline while it goes to the disk. */
  #inbox: Promise<unknown> = Promise.resolve();

  constructor(plan: MatchPlan, around: Surroundings, resumed?: Resumed) {
    this.plan = plan;
    const hasWeighed = (): void =>
      void this.#inOrder(async () => {
        await letBotsOffer(this.#course.saying());
        this.#course.noteChange();
      });
    this.#course = new Course(plan, { ...around, tell: (event) => this.tell(event), hasWeighed }, resumed);
  }

  get game(): Game {
    return this.#course.game;
  }

  get table(): Table {
    return this.#course.table;
  }

  get stage(): Stage {
    if (this.isOver) return 'over';
    return this.table.hasBegun ? 'playing' : 'lobby';
  }

  /** Where the game stands, as everybody may know. */
  get position(): { readonly turn: number; readonly round: number; readonly phase: string } {
    const { world, crisis } = this.#course.state;
    return { turn: world.turn, round: crisis.round, phase: world.phase };
  }

  get isPlayedByPersons(): boolean {
    return personsOf(this.table.seats).length > 0;
  }

  get isOver(): boolean {
    return this.#course.isOver;
  }

  /** A mistake of ours stopped it. */
  get isBroken(): boolean {
    return this.#course.isBroken;
  }

  hasCommitted(power: Power): boolean {
    return hasCommitted(this.#course.state, this.table, power);
  }

  /** Whether whoever holds the seat is connected; bots always are. */
  isHere(power: Power): boolean {
    return this.#course.attendance.isHere(this.table.seats, power);
  }

  /** Whether a person is connected, in a seat or not. */
  isConnected(person: string): boolean {
    return this.#course.attendance.here.has(person);
  }

  /** Since when whoever holds the seat is gone; 0: he is here. */
  goneMs(power: Power): number {
    return this.#course.attendance.goneMs[power] ?? 0;
  }

  /** When something is due next, in epoch ms; null: when somebody does something. */
  dueMs(): number | null {
    return this.#course.due()?.atMs ?? null;
  }

  /** The clock that the players see: until when orders or choices may change; null: no clock runs. */
  deadlineMs(): number | null {
    const { clock } = this.table;
    return clock.at === 'running' && !this.isOver ? clock.endsAtMs : null;
  }

  /** Does what somebody asks, once it is in the log, or says why not. The same request asked again counts once. */
  act(asker: Asker, request: string, action: Action): Promise<Answer> {
    return this.#inOrder(async () => {
      const course = this.#course;
      if (course.isBroken) return { ok: false, refusal: refuse('refusal.broken') };
      if (!this.table.requests.includes(request)) {
        const entry = judge(course.caseOf(asker), action);
        if (isRefusal(entry)) return { ok: false, refusal: entry };
        await course.log(entry, request);
        course.announce(entry, asker.person);
        await letBotAnswer(course.saying(), entry);
        if (this.#isTableFullAndReady()) await course.begin();
      }
      return { ok: true, receipt: this.#receiptOf(seatOf(this.table.seats, asker.person)) };
    });
  }

  /** What a facilitator decides, once it is in the log; a refusal if it cannot be. */
  lead(wish: Lead): Promise<Refusal | null> {
    return this.#inOrder(async () => {
      const course = this.#course;
      if (course.isBroken) return refuse('refusal.broken');
      const refusal = leadRefusal(course, wish);
      if (refusal) return refusal;
      if (wish.name === 'begin') await course.begin();
      else if (wish.name === 'advance') await course.resolve();
      else if (wish.name === 'end') await course.resolve({ type: 'end' });
      else {
        const entry = leadEntry(course.caseOf(NOBODY), wish);
        if (isRefusal(entry)) return entry;
        if (entry.kind === 'rewound') await course.rewind(entry);
        else await course.say(entry);
      }
      return null;
    });
  }

  /** Somebody who came with the code sits down, once it is in the log; a refusal if he may not. */
  sit(asker: Asker, power: Power): Promise<Refusal | null> {
    return this.#inOrder(async () => {
      if (this.isOver) return refuse('refusal.ended');
      const entry = judgeSitting(this.#course.caseOf(asker), power);
      if (isRefusal(entry)) return entry;
      await this.#course.say(entry);
      return null;
    });
  }

  /** Somebody's place goes over to another device, which is another person to us. */
  move(from: string, to: Asker): Promise<Refusal | null> {
    return this.#inOrder(async () => {
      const entry = judgeMove(this.table, from, to);
      if (isRefusal(entry)) return entry;
      await this.#course.say(entry);
      return null;
    });
  }

  /** Ends the lobby; a match without one begins so at once. */
  begin(): Promise<void> {
    return this.#inOrder(() => this.#course.begin());
  }

  /** What nobody in the room asked for: who sits somewhere from now on, or that the same people have another match. */
  note(entry: Extract<Entry, { kind: 'seat' | 'rematch' }>): Promise<void> {
    return this.#inOrder(() => this.#course.say(entry));
  }

  /** After a restart: what was left on the clock is left on it again. `aliveMs`: when the server was last there. */
  recover(aliveMs: number): Promise<void> {
    return this.#inOrder(async () => {
      const { clock, hold } = this.table;
      if (clock.at === 'none' || hold !== 'none' || this.isOver) return;
      await this.#course.say({ kind: 'clock', clock: afterOutage(clock, aliveMs, this.#course.nowMs), pauseOf: null });
    });
  }

  /** Does the next thing that is due, if it is; answers whether it was. */
  step(): Promise<boolean> {
    return this.#inOrder(async () => {
      const due = this.#course.due();
      if (due === null || this.#course.nowMs < due.atMs) return false;
      await this.#fall(due);
      return true;
    });
  }

  /** Who is connected, and whether anybody looks: who comes back gets his seat and his clock again. */
  setPresent(here: ReadonlySet<string>, isWatched: boolean): Promise<void> {
    const { attendance } = this.#course;
    if (isWatched !== attendance.isWatched && !this.isPlayedByPersons) this.#course.restartStep();
    attendance.set(here, isWatched, this.plan.host);
    this.#course.noteChange();
    this.tell({ what: 'table' });
    return this.#inOrder(() => this.#welcomeBack());
  }

  /** A demonstration starts over under the same code. */
  startOver(seed: string): void {
    this.#course.startOver(seed);
    void this.#inOrder(() => letBotsOffer(this.#course.saying()));
  }

  /** Hears of changes until the answer is called. */
  listen(listener: (event: MatchEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: MatchEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  async #fall(due: Due): Promise<void> {
    const course = this.#course;
    const { clock } = this.table;
    if (due.what === 'step') return course.resolve();
    if (due.what === 'cover') return course.say({ kind: 'covered', power: due.power, isCovered: true });
    const next = due.what === 'stop' ? stopped(clock, null, course.nowMs) : goingOn(clock, course.nowMs);
    return course.say({ kind: 'clock', clock: next, pauseOf: null });
  }

  async #welcomeBack(): Promise<void> {
    const course = this.#course;
    const { clock, seats, covered } = this.table;
    const back = personsOf(seats).filter((power) => this.isHere(power));
    for (const power of back) if (covered[power]) await course.say({ kind: 'covered', power, isCovered: false });
    if (back.length === 0 || clock.at !== 'stopped' || clock.by !== null) return;
    const remainingMs = Math.max(LEAST_AFTER_OUTAGE_MS, clock.remainingMs);
    await course.say({ kind: 'clock', clock: goingOn({ ...clock, remainingMs }, course.nowMs), pauseOf: null });
  }

  #receiptOf(power: Power | null): Receipt | null {
    const draft = power === null ? undefined : this.table.drafts[power];
    return power === null || !draft ? null : receiptOf(this.plan.board, this.game, power, draft);
  }

  #isTableFullAndReady(): boolean {
    const { hasBegun, ready, seats } = this.table;
    // An exercise begins when its facilitator says so.
    return (
      this.plan.exercise === undefined &&
      !hasBegun &&
      personsOf(seats).length === POWERS.length &&
      POWERS.every((power) => ready[power])
    );
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#inbox.then(work);
    this.#inbox = done.catch(() => undefined);
    return done;
  }
}

/**
 * One match: the shell round the core. It decides when; the core decides what. It keeps no timer and knows no network:
 * somebody asks `dueMs()` and calls `step()`, and hears of changes. The same match runs under a room, under a test with
 * a clock of its own, and in a demonstration.
 */
import type { Board } from '../../shared/capability/board.ts';
import { checkSheet } from '../../shared/game/check.ts';
import { type Game, type Setup, type Step, stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { hashOf } from '../../shared/hash.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import type { Answer, Receipt } from '../../shared/protocol/messages.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { isRefusal, refuse } from '../../shared/state/refusal.ts';
import type { State } from '../../shared/state/state.ts';
import { logError } from '../log.ts';
import { botChoices, botSheets } from './bot-moves.ts';
import { type Desk, EMPTY_DESK, withEntry } from './desk.ts';
import type { Entry, Journal } from './entry.ts';
import { type Action, judge, silence } from './judge.ts';
import { type Pace, personsOf, type Seats, withPerson } from './seats.ts';

export interface MatchPlan {
  readonly code: string;
  readonly board: Board;
  readonly setup: Setup;
  /** Who played at the beginning; `Match.seats` knows who plays now. */
  readonly seats: Seats;
  readonly pace: Pace;
  /** Whether people may sit down in seats that bots hold. */
  readonly friends: boolean;
}

/** What a re-made match goes on from. */
export interface Resumed {
  readonly game: Game;
  readonly desk: Desk;
  readonly seats: Seats;
  readonly sinceMs: number;
}

export interface Surroundings {
  readonly journal: Journal;
  readonly nowMs: () => number;
}

/** `desk`: somebody handed something in or the clock changed; `step`: the game went on; `broken`: it cannot. */
export type MatchEvent = 'desk' | 'step' | 'broken';

/** Time to choose in a crisis round; short on purpose, and the same in a game without a clock for orders. */
const CRISIS_ROUND_MS = 45_000;
/** With several persons a lock can be taken back for this long after the last one; alone there is nobody to wait for. */
const GRACE_MS = 5000;

export class Match {
  readonly plan: MatchPlan;
  readonly #around: Surroundings;
  #seats: Seats;
  readonly #listeners = new Set<(event: MatchEvent) => void>();
  #game: Game;
  #desk: Desk;
  /** When the present step began, and since when everybody is ready for the next. */
  #sinceMs: number;
  #readySinceMs: number | null = null;
  #isWatched = false;
  #isBroken = false;
  /** One thing at a time: what a player is told must not be overtaken by a deadline while it goes to the disk. */
  #inbox: Promise<unknown> = Promise.resolve();

  constructor(plan: MatchPlan, around: Surroundings, resumed?: Resumed) {
    this.plan = plan;
    this.#around = around;
    this.#seats = resumed?.seats ?? plan.seats;
    this.#game = resumed?.game ?? newGame(plan.board, plan.setup);
    this.#desk = resumed?.desk ?? EMPTY_DESK;
    this.#sinceMs = resumed?.sinceMs ?? around.nowMs();
    this.#noteReadiness();
  }

  get game(): Game {
    return this.#game;
  }

  get desk(): Desk {
    return this.#desk;
  }

  get seats(): Seats {
    return this.#seats;
  }

  get isPlayedByPersons(): boolean {
    return this.#persons.length > 0;
  }

  get isOver(): boolean {
    return this.#isBroken || this.#state().world.phase === 'ended';
  }

  /** Whether a seat has handed in what the present step wants of it; bots always have. */
  hasCommitted(power: Power): boolean {
    if (this.#seats[power].held === 'bot') return true;
    return this.#state().world.phase === 'crisis'
      ? this.#desk.choices[power] !== undefined
      : (this.#desk.drafts[power]?.isLocked ?? false);
  }

  /** When the next step is due, in epoch ms; null: when somebody does something. */
  dueMs(): number | null {
    if (this.isOver) return null;
    if (this.#persons.length === 0) return this.#isWatched ? this.#sinceMs + this.plan.pace.watchMs : null;
    const deadline = this.deadlineMs();
    if (this.#readySinceMs === null) return deadline;
    const ready = this.#readySinceMs + (this.#persons.length > 1 ? GRACE_MS : 0);
    return deadline === null ? ready : Math.min(ready, deadline);
  }

  /** The clock that the players see: until when orders or choices may change; null: no clock. */
  deadlineMs(): number | null {
    if (this.isOver || this.#persons.length === 0) return null;
    if (this.#state().world.phase === 'crisis') return this.#sinceMs + CRISIS_ROUND_MS;
    const { turnSeconds } = this.plan.pace;
    return turnSeconds === null ? null : this.#sinceMs + turnSeconds * 1000;
  }

  /** Does what a seat asks, once it is in the log, or says why not. */
  act(power: Power, action: Action): Promise<Answer> {
    return this.#inOrder(async () => {
      if (this.#isBroken) return { ok: false, refusal: refuse('refusal.broken') };
      if (this.#seats[power].held === 'bot') return { ok: false, refusal: refuse('refusal.not-your-seat') };
      const entry = judge(this.#state(), this.#desk, power, action);
      if (isRefusal(entry)) return { ok: false, refusal: entry };
      await this.#log(entry);
      this.#noteReadiness();
      this.#tell('desk');
      return { ok: true, receipt: this.#receiptOf(power) };
    });
  }

  /** A person takes over from a bot, once it is in the log; false when somebody else already sits there. */
  sit(power: Power, keyHash: string): Promise<boolean> {
    return this.#inOrder(async () => {
      if (this.isOver || this.#seats[power].held === 'person') return false;
      await this.#log({ kind: 'sat', power, keyHash });
      this.#seats = withPerson(this.#seats, power);
      this.#noteReadiness();
      this.#tell('desk');
      return true;
    });
  }

  /** Plays the next step if it is due; answers whether it was. */
  step(): Promise<boolean> {
    return this.#inOrder(async () => {
      const due = this.dueMs();
      if (due === null || this.#around.nowMs() < due) return false;
      await this.#resolve();
      return true;
    });
  }

  /** A world of bots only goes on while somebody looks. */
  setWatched(isWatched: boolean): void {
    if (isWatched === this.#isWatched) return;
    this.#isWatched = isWatched;
    if (this.#persons.length === 0) this.#sinceMs = this.#around.nowMs();
    this.#tell('desk');
  }

  /** A demonstration starts over under the same code. */
  startOver(seed: string): void {
    this.#game = newGame(this.plan.board, { ...this.plan.setup, seed });
    this.#desk = EMPTY_DESK;
    this.#sinceMs = this.#around.nowMs();
    this.#isBroken = false;
    this.#tell('step');
  }

  /** Hears of changes until the answer is called. */
  listen(listener: (event: MatchEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #resolve(): Promise<void> {
    const { world, crisis } = this.#state();
    const next = this.#advanced();
    if (next === null) return;
    const { step, game } = next;
    const round = world.phase === 'crisis' ? crisis.round : 0;
    await this.#log({ kind: 'resolved', turn: world.turn, round, step, hash: hashOf(stateOf(game)) });
    this.#game = game;
    this.#sinceMs = this.#around.nowMs();
    this.#noteReadiness();
    this.#tell('step');
  }

  /** All sheets or all choices: what persons handed in, and for who did not, what silence means. */
  #nextStep(): Step {
    const state = this.#state();
    if (state.world.phase === 'crisis') {
      const chosen = this.#persons.map((power) => [power, this.#desk.choices[power] ?? silence(state, power)]);
      return { type: 'round', choices: { ...botChoices(this.#game, this.#seats), ...Object.fromEntries(chosen) } };
    }
    const handedIn = this.#persons.map((power) => [power, this.#desk.drafts[power]?.sheet ?? EMPTY_SHEET]);
    return { type: 'turn', sheets: { ...botSheets(this.#game, this.#seats), ...Object.fromEntries(handedIn) } };
  }

  /** A mistake of ours in rules or bots must cost this match only; it is logged and the match stands still. */
  #advanced(): { readonly step: Step; readonly game: Game } | null {
    try {
      const step = this.#nextStep();
      return { step, game: advance(this.#game, step) };
    } catch (error) {
      this.#isBroken = true;
      logError('match-broken', error, { code: this.plan.code, turn: this.#state().world.turn });
      this.#tell('broken');
      return null;
    }
  }

  async #log(entry: Entry): Promise<void> {
    const logged = { atMs: this.#around.nowMs(), entry };
    await this.#around.journal.append(this.plan.code, logged);
    this.#desk = withEntry(this.#desk, logged);
  }

  #receiptOf(power: Power): Receipt | null {
    const draft = this.#desk.drafts[power];
    if (!draft) return null;
    // Judged by what the seat may know, as its own preview is: a receipt must not be a second door for secrets.
    const { state } = viewOf(this.#game, power);
    return {
      turn: state.world.turn,
      locked: draft.isLocked,
      orders: draft.sheet.orders.length,
      statements: draft.sheet.statements.length,
      savedAtMs: draft.savedAtMs,
      returned: checkSheet(this.plan.board, state, power, draft.sheet).returned,
    };
  }

  #noteReadiness(): void {
    const isReady = this.#persons.length > 0 && POWERS.every((power) => this.hasCommitted(power));
    this.#readySinceMs = isReady ? (this.#readySinceMs ?? this.#around.nowMs()) : null;
  }

  #tell(event: MatchEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#inbox.then(work);
    this.#inbox = done.catch(() => undefined);
    return done;
  }

  get #persons(): readonly Power[] {
    return personsOf(this.#seats);
  }

  #state(): State {
    return stateOf(this.#game);
  }
}

/**
 * The course of one match: its game and its table, which only entries of the log change, and what those entries bring with
 * them. Whoever calls sees to it that one thing happens at a time (match.ts).
 */
import { nanoid } from 'nanoid';
import { type Game, type Step, stateOf } from '../../shared/game/game.ts';
import { rewoundTo } from '../../shared/game/rewind.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { hashOf } from '../../shared/hash.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { logError } from '../log.ts';
import { letBotsOffer, type Saying } from './bot-reply.ts';
import type { Case } from './case.ts';
import { type Clock, clockFor, heldClock } from './clock.ts';
import { type Due, isEverybodyReady, nextDue } from './due.ts';
import type { Entry, Journal } from './entry.ts';
import { Forethought, type Standing, type Thinker } from './forethought.ts';
import { dealsIn } from './judge-talk.ts';
import type { MatchEvent } from './match-event.ts';
import { nextStep } from './next-step.ts';
import type { MatchPlan } from './plan.ts';
import { Attendance } from './presence.ts';
import { rightsOf } from './rights.ts';
import { type Asker, seatOf } from './seats.ts';
import { botsAt, newTable, type Table, timeFactor } from './table.ts';
import { withEntry } from './with-entry.ts';

/** What a re-made match goes on from. */
export interface Resumed {
  readonly game: Game;
  readonly table: Table;
}

export interface Surroundings {
  readonly journal: Journal;
  readonly nowMs: () => number;
  /** Hears how long a step took. */
  readonly noteStep?: (ms: number) => void;
  /** Thinks for strategists beside the match; without one they move by their page. */
  readonly thinker?: Thinker;
}

interface Hearers {
  readonly tell: (event: MatchEvent) => void;
  /** A strategist knows what it would offer. */
  readonly hasWeighed: () => void;
}

/** Asks where no person does. */
export const NOBODY: Asker = { person: '', nickname: '' };

export class Course {
  readonly plan: MatchPlan;
  readonly attendance: Attendance;
  readonly #around: Surroundings;
  readonly #forethought: Forethought;
  readonly #tell: (event: MatchEvent) => void;
  game: Game;
  table: Table;
  isBroken = false;
  /** When the present step began, and since when everybody is ready for the next. */
  #sinceMs: number;
  #readySinceMs: number | null = null;

  constructor(plan: MatchPlan, around: Surroundings & Hearers, resumed?: Resumed) {
    this.plan = plan;
    this.#around = around;
    this.#tell = around.tell;
    this.#forethought = new Forethought(around.thinker, around.hasWeighed);
    this.game = resumed?.game ?? newGame(plan.board, plan.setup);
    this.table = resumed?.table ?? newTable(plan.seats);
    this.#sinceMs = around.nowMs();
    this.attendance = new Attendance(this.table.seats, around.nowMs);
    this.noteChange();
  }

  get state(): State {
    return stateOf(this.game);
  }

  get nowMs(): number {
    return this.#around.nowMs();
  }

  get isOver(): boolean {
    return this.isBroken || this.state.world.phase === 'ended';
  }

  /** The present step begins now. */
  restartStep(): void {
    this.#sinceMs = this.nowMs;
  }

  /** Seats, locks or guests have changed. */
  noteChange(): void {
    this.attendance.note(this.table.seats);
    if (this.table.hasBegun) this.#forethought.consider(this.#standing());
    const isReady = isEverybodyReady(this.state, this.table);
    this.#readySinceMs = isReady ? (this.#readySinceMs ?? this.nowMs) : null;
  }

  due(): Due | null {
    if (this.isOver) return null;
    const { plan, state, table, attendance } = this;
    const times = { sinceMs: this.#sinceMs, readySinceMs: this.#readySinceMs };
    return nextDue({ pace: plan.pace, state, table, presence: attendance, ...times });
  }

  /** What is asked now, and by whom. */
  caseOf({ person, nickname }: Asker): Case {
    const { plan, state, table, nowMs } = this;
    const power = seatOf(table.seats, person);
    const rights = rightsOf(table.seats, person, this.attendance.here);
    const isHostGone = this.attendance.isHostGone(plan.host);
    return { plan, state, table, person, nickname, power, rights, isHostGone, newId: nanoid(12), nowMs };
  }

  saying(): Saying {
    const { game } = this;
    const bargains = this.#forethought.bargains(this.#standing());
    const isWeighing = (power: Power): boolean => this.#forethought.isWeighing(power, game);
    return { game, bargains, isWeighing, at: () => this.caseOf(NOBODY), say: (entry) => this.say(entry) };
  }

  /** On the disk, then on the table. */
  async log(entry: Entry, request: string | null = null): Promise<void> {
    const logged = { atMs: this.nowMs, request, entry };
    await this.#around.journal.append(this.plan.code, logged);
    this.table = withEntry(this.table, logged);
    if (entry.kind !== 'resolved') this.noteChange();
  }

  async say(entry: Entry): Promise<void> {
    await this.log(entry);
    this.announce(entry);
  }

  /** Nobody but the seat hears of a draft or a tap: not even that there was one. `by`: the person who did it. */
  announce(entry: Entry, by = ''): void {
    const isSheet = entry.kind === 'draft' || entry.kind === 'lock' || entry.kind === 'unlock';
    if (isSheet) this.#tell({ what: 'draft', power: entry.power, by });
    if (entry.kind === 'perceived') return this.#tell({ what: 'tap', power: entry.power });
    if (entry.kind === 'draft') return;
    if (entry.kind === 'said' || (entry.kind === 'passed' && entry.line && entry.isApproved))
      this.#tell({ what: 'line', line: entry.line as NonNullable<typeof entry.line> });
    else if (entry.kind === 'rematch') this.#tell({ what: 'moved', code: entry.code });
    else if (entry.kind === 'bulletin') this.#tell({ what: 'exercise' });
    else this.#tell({ what: 'table' });
    if (entry.kind === 'held') this.#tell({ what: 'exercise' });
  }

  /** The clock of the phase that a state begins. */
  clockOf(state: State): Clock {
    return clockFor(this.plan.pace, state, { nowMs: this.nowMs, factor: timeFactor(this.table) });
  }

  async begin(): Promise<void> {
    if (this.table.hasBegun) return;
    await this.say({ kind: 'begun', clock: this.clockOf(this.state) });
    await letBotsOffer(this.saying());
  }

  /** Plays the next step: what is handed in, or (`step`) what a facilitator decides. */
  async resolve(step?: Step): Promise<void> {
    const { world, crisis } = this.state;
    const startedMs = performance.now();
    const next = this.#advanced(step);
    if (next === null) return;
    this.#around.noteStep?.(performance.now() - startedMs);
    const round = world.phase === 'crisis' ? crisis.round : 0;
    const after = stateOf(next.game);
    await this.log({
      kind: 'resolved',
      turn: world.turn,
      round,
      step: next.step,
      hash: hashOf(after),
      clock: heldClock(this.clockOf(after), this.table.hold !== 'none', this.nowMs),
    });
    await this.#goOnFrom(next.game);
  }

  /** Back to the end of a turn: what came after stays in the log and counts no more. */
  async rewind(entry: Extract<Entry, { kind: 'rewound' }>): Promise<void> {
    const game = rewoundTo(this.game, entry.toTurn);
    await this.log(entry);
    await this.#goOnFrom(game);
  }

  /** Another game under the same plan and code. */
  startOver(seed: string): void {
    this.game = newGame(this.plan.board, { ...this.plan.setup, seed });
    this.table = { ...newTable(this.plan.seats), hasBegun: true };
    this.restartStep();
    this.isBroken = false;
    this.#tell({ what: 'step' });
  }

  async #goOnFrom(game: Game): Promise<void> {
    this.game = game;
    this.restartStep();
    this.#readySinceMs = null;
    this.noteChange();
    this.#tell({ what: 'step' });
    await letBotsOffer(this.saying());
  }

  #standing(): Standing {
    const { game, table, state } = this;
    return { game, luck: table.luck, bots: botsAt(table), deals: dealsIn(table, state.world.turn) };
  }

  /** A mistake of ours in rules or bots must cost this match only; it is logged and the match stands still. */
  #advanced(wished?: Step): { readonly step: Step; readonly game: Game } | null {
    try {
      const { game, table, plan } = this;
      const step = wished ?? nextStep({ game, table, plan, ready: this.#forethought.ready(this.#standing()) });
      return { step, game: advance(this.game, step) };
    } catch (error) {
      this.isBroken = true;
      logError('match-broken', error, { code: this.plan.code, turn: this.state.world.turn });
      this.#tell({ what: 'broken' });
      return null;
    }
  }
}

/**
 * One exercise: its worlds, which are matches like any other, and the roll of who takes part and who leads. What is done goes
 * into its log first; people play in their worlds, and the worlds tell the exercise when they went on.
 */
import { must } from '../../shared/assert.ts';
import type { NoteInRecord } from '../../shared/export/record-file.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { ParticipantBody } from '../../shared/protocol/exercise.ts';
import type { ConsoleView, ExercisePlace, Note, ParticipantView, ProjectorView } from '../../shared/protocol/exercise-view.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import { logError } from '../log.ts';
import type { Lead } from '../match/lead.ts';
import type { Match } from '../match/match.ts';
import { type Asker, membersOf, seatOf } from '../match/seats.ts';
import type { ExerciseEntry, LoggedExerciseEntry } from './entry.ts';
import { dueInjects, injectLead } from './msel.ts';
import type { ExercisePlan } from './plan.ts';
import { delegatesIn, EMPTY_ROLL, type Enrolled, type Roll, withLine } from './roll.ts';
import { placeFor, seatAs } from './seating.ts';
import { consoleView, participantView, projectorView } from './views.ts';

export interface ExerciseSurroundings {
  readonly nowMs: () => number;
  readonly append: (code: string, logged: LoggedExerciseEntry) => Promise<void>;
}

export class Exercise {
  readonly plan: ExercisePlan;
  readonly #around: ExerciseSurroundings;
  readonly #matches = new Map<string, Match>();
  readonly #listeners = new Set<() => void>();
  #roll: Roll;
  #inbox: Promise<unknown> = Promise.resolve();

  constructor(plan: ExercisePlan, around: ExerciseSurroundings, log: readonly LoggedExerciseEntry[] = []) {
    this.plan = plan;
    this.#around = around;
    this.#roll = log.reduce(withLine, EMPTY_ROLL);
  }

  get roll(): Roll {
    return this.#roll;
  }

  /** The worlds that still are, the first first. */
  get matches(): readonly Match[] {
    return this.#roll.worlds.flatMap((code) => this.#matches.get(code) ?? []);
  }

  isFacilitator(person: string): boolean {
    return this.#roll.facilitators.some((one) => one.person === person);
  }

  enrolled(person: string): Enrolled | undefined {
    return this.#roll.people.find((one) => one.person === person && one.place !== null);
  }

  /** Sent out by a facilitator: the code lets him in no more until a facilitator does. */
  isRemoved(person: string): boolean {
    const isOut = this.#roll.people.some((one) => one.person === person && one.removedFrom !== null);
    return isOut && !this.isFacilitator(person);
  }

  console(): ConsoleView {
    return consoleView(this.#standing());
  }

  projector(): ProjectorView {
    return projectorView(this.#standing());
  }

  participant(person: string): ParticipantView | null {
    return participantView(this.#standing(), person);
  }

  /** A world of it was opened, or made again after a restart (`isNew` false). */
  async adopt(match: Match, isNew: boolean): Promise<void> {
    this.#matches.set(match.plan.code, match);
    match.listen(({ what }) => {
      if (what === 'step' || what === 'table')
        void this.inOrder(() => this.#fireInjects(match)).catch((error: unknown) => this.#failed(error));
      if (what !== 'line' && what !== 'tap') this.#changed();
    });
    if (isNew) await this.say({ kind: 'world', code: match.plan.code });
  }

  /** Somebody comes with the code: back to his place, or to the one that is most wanted now. */
  join(asker: Asker, name: string): Promise<ExercisePlace | Refusal> {
    return this.inOrder(async () => {
      const known = this.enrolled(asker.person);
      if (known?.place) return known.place;
      if (this.isRemoved(asker.person)) return refuse('refusal.removed');
      if (this.#roll.people.length >= LIMITS.participants) return refuse('refusal.exercise-full', { most: LIMITS.participants });
      await this.say({ kind: 'joined', ...asker, name });
      const { id } = must(this.#roll.people.at(-1), 'somebody has joined');
      const place = placeFor(this.#roll, this.plan, (world) => this.#matches.get(world)?.isOver !== false);
      await this.place(id, place, false);
      return place;
    });
  }

  /** Somebody comes with an invitation, by its hash, and leads from now on: the first who does. */
  admitFacilitator(asker: Asker, hash: string): Promise<Refusal | null> {
    return this.inOrder(async () => {
      if (!this.#roll.invitations.includes(hash)) return refuse('refusal.wrong-invitation');
      await this.say({ kind: 'accepted', hash });
      await this.say({ kind: 'facilitator', ...asker });
      return null;
    });
  }

  /** A seat of a world went over to another device: the roll follows, and what was said of him goes on. */
  followMove(world: string, to: Asker): Promise<void> {
    return this.inOrder(async () => {
      const match = this.#matches.get(world);
      const power = match === undefined ? null : seatOf(match.table.seats, to.person);
      if (match === undefined || power === null) return;
      const sitting = membersOf(match.table.seats[power]);
      const gone = delegatesIn(this.#roll, world, power).find((one) => !sitting.some(({ person }) => person === one.person));
      if (gone === undefined) return;
      await this.say({ kind: 'moved', id: gone.id, ...to });
      if (gone.isMuted) await this.lead(this.matches, () => ({ name: 'mute', person: to.person, isMuted: true }));
    });
  }

  /** Puts somebody there, and both seats as they then are into their worlds. */
  async place(id: string, place: ExercisePlace | null, isByHand: boolean): Promise<void> {
    const before = this.#roll.people.find((one) => one.id === id)?.place ?? null;
    await this.say(place === null ? { kind: 'removed', id } : { kind: 'placed', id, place, isByHand });
    for (const one of [before, place]) if (one?.role === 'delegate') await this.reseat(one.world, one.power);
  }

  async reseat(world: string, power: Power): Promise<void> {
    const seat = seatAs(this.#roll, world, power, this.plan.bot);
    await this.#matches.get(world)?.lead({ name: 'seat', power, seat });
  }

  /** The worlds that a wish is for; a refusal where there is none. */
  worldsFor(world: string): readonly Match[] | Refusal {
    if (world === 'all') return this.matches;
    const match = this.#matches.get(world);
    return match === undefined ? refuse('refusal.no-such-world') : [match];
  }

  /** Does the same to each; with all, the worlds that it cannot be done to are passed over unless none is left. */
  async lead(worlds: readonly Match[], wish: (match: Match) => Lead): Promise<Refusal | null> {
    const answers = await Promise.all(worlds.map((match) => match.lead(wish(match))));
    const refusals = answers.filter((answer) => answer !== null);
    return refusals.length === answers.length ? (refusals[0] ?? null) : null;
  }

  async answer(person: string, { question, words, language }: ParticipantBody<'answer'>): Promise<Refusal | null> {
    const own = this.enrolled(person);
    if (!own) return refuse('refusal.not-in-exercise');
    if (question !== this.#roll.hotWash) return refuse('refusal.card-closed');
    await this.say({ kind: 'answered', id: own.id, question, words, language });
    return null;
  }

  async practised(person: string): Promise<Refusal | null> {
    const own = this.enrolled(person);
    if (!own) return refuse('refusal.not-in-exercise');
    if (!own.hasPractised) await this.say({ kind: 'practised', id: own.id });
    return null;
  }

  /** An observer's note on his world. */
  async observed(person: string, said: ParticipantBody<'observe'>): Promise<Refusal | null> {
    const own = this.enrolled(person);
    if (!own?.place) return refuse('refusal.not-in-exercise');
    return this.note({ by: own.nickname, role: 'observer', world: own.place.world, ...said });
  }

  async note({ by, role, world, words, about, language, event }: Noted): Promise<Refusal | null> {
    const most = LIMITS.exerciseLines;
    if (this.#roll.notes.length >= most) return refuse('refusal.too-many-notes', { most });
    const on = this.#matches.get(world)?.table.bulletins.find(({ id }) => id === event) ?? null;
    if (event !== undefined && on === null) return refuse('refusal.no-such-inject');
    const kept = on === null ? null : { words: on.words, language: on.language };
    await this.say({ kind: 'note', by, role, world, words, about, language, event: kept });
    return null;
  }

  /** What was taken down about a world, or about all of them. */
  notesOn(code: string): readonly NoteInRecord[] {
    const notes = this.#roll.notes.filter(({ world }) => world === code || world === 'all');
    return notes.map(({ about, atMs, by, role, words, language, event }) => ({
      turn: about,
      atMs,
      by,
      role,
      words,
      ...(language === '' ? {} : { language }),
      ...(event === null ? {} : { event }),
    }));
  }

  /** On the disk, then on the roll, then everybody who looks is told. */
  async say(entry: ExerciseEntry): Promise<void> {
    const logged = { atMs: this.#around.nowMs(), entry };
    await this.#around.append(this.plan.code, logged);
    this.#roll = withLine(this.#roll, logged);
    this.#changed();
    if (IS_SEEN_IN_WORLDS[entry.kind]) for (const match of this.matches) match.tell({ what: 'exercise' });
  }

  /** One thing at a time: two who come at once do not get one place. */
  inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#inbox.then(work);
    this.#inbox = done.catch(() => undefined);
    return done;
  }

  /** Hears of every change until the answer is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #fireInjects(match: Match): Promise<void> {
    for (const plan of dueInjects(match)) {
      await match.lead(injectLead(plan));
      await this.say({ kind: 'led', by: '', name: 'msel', world: match.plan.code, detail: plan.id });
    }
  }

  #failed(error: unknown): void {
    logError('exercise-failed', error, { code: this.plan.code });
  }

  #standing() {
    return { plan: this.plan, roll: this.#roll, matches: this.matches, nowMs: this.#around.nowMs() };
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A note, on the bulletin of this id where it names one. */
interface Noted extends Pick<Note, 'by' | 'role'>, ParticipantBody<'observe'> {
  readonly world: string;
}

/** What of the roll participants see in their worlds. */
const IS_SEEN_IN_WORLDS: Readonly<Partial<Record<ExerciseEntry['kind'], true>>> = {
  placed: true,
  removed: true,
  moved: true,
  practised: true,
  muted: true,
  asked: true,
  answered: true,
  numbers: true,
};

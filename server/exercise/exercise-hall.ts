/** Where exercises are made, joined and led, found again after a restart, and erased: with all their worlds. */

import { LIMITS } from '../../shared/limits.ts';
import type { CreateExercise, JoinExercise, Look, OpenConsole } from '../../shared/protocol/exercise.ts';
import type { ConsoleAdmission, ExerciseAdmission } from '../../shared/protocol/exercise-view.ts';
import type { Admission } from '../../shared/protocol/lobby.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/state/refusal.ts';
import { log, logError } from '../log.ts';
import type { Hall } from '../match/hall.ts';
import type { Registry } from '../match/registry.ts';
import type { Shelf } from '../match/scenarios.ts';
import type { Asker } from '../match/seats.ts';
import type { Store } from '../store/store.ts';
import { type Command, command, hashOfInvitation } from './command.ts';
import { Exercise } from './exercise.ts';
import { type ExercisePlan, worldPlan } from './plan.ts';

export interface ExerciseHallSurroundings {
  readonly hall: Hall;
  readonly registry: Registry;
  readonly store: Store;
  readonly shelf: Shelf;
  /** How long an exercise is kept after it was made. */
  readonly keepMs: number;
  /** The rooms in which facilitators and projectors look at exercises. */
  readonly rooms: { open(code: string): Promise<void>; clear(code: string): Promise<void>; strangers(code: string): number };
}

export class ExerciseHall {
  readonly #around: ExerciseHallSurroundings;
  readonly #exercises = new Map<string, Exercise>();

  constructor(around: ExerciseHallSurroundings) {
    this.#around = around;
  }

  find(code: string): Exercise | undefined {
    return this.#exercises.get(code);
  }

  async create(person: string, wish: CreateExercise): Promise<ConsoleAdmission | Refusal> {
    const { registry, store, shelf, keepMs } = this.#around;
    const shelved = shelf.get(wish.scenario);
    if (!shelved) return refuse('refusal.no-such-scenario', { scenario: wish.scenario });
    const code = registry.reserveCode();
    if (isRefusal(code)) return code;
    const { nickname, worlds, ...rest } = wish;
    const nowMs = registry.nowMs();
    const plan: ExercisePlan = { ...rest, code, keptUntilMs: nowMs + keepMs };
    await store.exercises.create({ code, plan: JSON.stringify(plan), created_ms: nowMs, erase_ms: plan.keptUntilMs });
    const exercise = await this.#take(plan);
    await exercise.say({ kind: 'facilitator', person, nickname });
    for (let i = 0; i < worlds; i++) {
      const match = await this.#around.hall.openWorld((world) => worldPlan(world, { plan, shelved, number: i + 1 }));
      if (!isRefusal(match)) await exercise.adopt(match, true);
      else if (i === 0) return this.erase(exercise).then(() => match);
      else break;
    }
    log('exercise-created', { code, scenario: plan.scenario, worlds: exercise.matches.length });
    return this.#console(exercise, { person, nickname });
  }

  /** Somebody comes with the code; null: no exercise has it. */
  async join(person: string, code: string, { nickname, name }: JoinExercise): Promise<ExerciseAdmission | Refusal | null> {
    const exercise = this.find(code);
    if (!exercise) return null;
    const asker = { person, nickname };
    const place = await exercise.join(asker, name ?? '');
    if (isRefusal(place)) return place;
    const match = this.#around.registry.find(place.world);
    if (!match) return refuse('refusal.no-such-world');
    const { title } = exercise.plan;
    const number = exercise.roll.worlds.indexOf(place.world) + 1;
    return { exercise: code, title, number, place, admission: this.#around.hall.admit(match, asker) };
  }

  /** Somebody comes with the code of a world: back to his place there, or not at all; null: the world does not know him. */
  backTo(world: string, asker: Asker): Admission | Refusal | null {
    const match = this.#around.registry.find(world);
    const exercise = this.#exerciseOf(world);
    if (!match || exercise === undefined) return null;
    if (exercise.isRemoved(asker.person)) return refuse('refusal.removed');
    const { person, nickname } = asker;
    return exercise.enrolled(person)?.place?.world === world ? this.#around.hall.admit(match, { person, nickname }) : null;
  }

  /** A seat of a world went over to another device of its holder. */
  async followMove(world: string, to: Asker): Promise<void> {
    await this.#exerciseOf(world)?.followMove(world, to);
  }

  /** Whether he was sent out of the exercise that this world belongs to. */
  isRemoved(world: string, person: string): boolean {
    return this.#exerciseOf(world)?.isRemoved(person) ?? false;
  }

  /** The console for whoever leads or was invited to; the projector for everybody else. Null: no exercise has the code. */
  async open(person: string, code: string, { invitation, nickname }: OpenConsole): Promise<ConsoleAdmission | Refusal | null> {
    const exercise = this.find(code);
    if (!exercise) return null;
    if (invitation !== undefined && !exercise.isFacilitator(person)) {
      const refusal = await exercise.admitFacilitator({ person, nickname }, hashOfInvitation(invitation));
      if (refusal) return refusal;
    }
    return this.#wallIsFull(exercise, person)
      ? refuse('refusal.watchers-full', { most: LIMITS.spectators })
      : this.#console(exercise, { person, nickname });
  }

  /** Those who lead and those who take part have places of their own: no crowd of strangers keeps them out. */
  #wallIsFull(exercise: Exercise, person: string): boolean {
    if (exercise.isFacilitator(person) || exercise.enrolled(person) !== undefined) return false;
    const { code } = exercise.plan;
    return this.#around.rooms.strangers(code) + this.#around.registry.tickets.watchersOnTheWay(code) >= LIMITS.spectators;
  }

  /** A facilitator looks at a world with anybody's eyes. */
  look(person: string, code: string, { world, as }: Look): Admission | Refusal | null {
    const exercise = this.find(code);
    if (!exercise) return null;
    if (!exercise.isFacilitator(person)) return refuse('refusal.facilitator-only');
    const match = exercise.matches.find(({ plan }) => plan.code === world);
    return match ? this.#around.hall.admit(match, { person, nickname: '' }, as) : refuse('refusal.no-such-world');
  }

  /** What a facilitator asks in the exercise's room. */
  async command(exercise: Exercise, person: string, wish: Command): Promise<Answer> {
    const facilitator = exercise.roll.facilitators.find((one) => one.person === person);
    if (!facilitator) return { ok: false, refusal: refuse('refusal.facilitator-only') };
    if (wish.name !== 'erase') return command(exercise, facilitator.nickname, wish);
    await this.erase(exercise);
    return { ok: true, receipt: null };
  }

  /** Nothing is left of it, nor of its worlds. */
  async erase({ plan: { code }, roll }: Exercise): Promise<void> {
    this.#exercises.delete(code);
    this.#around.registry.release(code);
    await this.#around.store.exercises.erase(code);
    for (const world of roll.worlds) await this.#around.hall.eraseMatch(world);
    await this.#around.rooms.clear(code);
    log('exercise-erased', { code });
  }

  /** Erases what has been kept long enough. */
  async sweep(): Promise<void> {
    const { store, registry } = this.#around;
    for (const code of await store.exercises.toErase(registry.nowMs())) {
      const exercise = this.find(code);
      if (exercise) await this.erase(exercise);
      else await store.exercises.erase(code);
    }
  }

  /** Makes the exercises again whose worlds the hall has made again. */
  async reopen(): Promise<number> {
    const { store, registry } = this.#around;
    for (const row of await store.exercises.open()) {
      try {
        registry.keepCode(row.code);
        const exercise = await this.#take(JSON.parse(row.plan) as ExercisePlan);
        for (const world of exercise.roll.worlds) {
          const match = registry.find(world);
          if (match) await exercise.adopt(match, false);
        }
      } catch (error) {
        logError('reopen-failed', error, { code: row.code });
      }
    }
    return this.#exercises.size;
  }

  async #take(plan: ExercisePlan): Promise<Exercise> {
    const { store, registry, rooms } = this.#around;
    const entries = await store.exercises.entriesOf(plan.code);
    const append = store.exercises.append.bind(store.exercises);
    const exercise = new Exercise(plan, { nowMs: registry.nowMs, append }, entries);
    this.#exercises.set(plan.code, exercise);
    await rooms.open(plan.code);
    return exercise;
  }

  #exerciseOf(world: string): Exercise | undefined {
    const code = this.#around.registry.find(world)?.plan.exercise;
    return code === undefined ? undefined : this.find(code);
  }

  #console(exercise: Exercise, asker: Asker): ConsoleAdmission {
    const { code, scenario } = exercise.plan;
    const isStranger = !exercise.isFacilitator(asker.person) && exercise.enrolled(asker.person) === undefined;
    const ticket = this.#around.registry.tickets.issue({ code, ...asker }, isStranger);
    return { exercise: code, ticket, scenario, leads: exercise.isFacilitator(asker.person) };
  }
}

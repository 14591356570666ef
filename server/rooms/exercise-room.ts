/** The room of an exercise: facilitators see the console and ask for things, everybody else sees the projector. */
import { type Client, Room, type RoomException, ServerError } from '@colyseus/core';
import { must } from '../../shared/assert.ts';
import { LIMITS } from '../../shared/limits.ts';
import { type ConsoleBody, type ConsoleName, consoleSchemas } from '../../shared/protocol/exercise.ts';
import type { ExerciseMessages } from '../../shared/protocol/exercise-view.ts';
import { type Answer, CLOSE } from '../../shared/protocol/messages.ts';
import type { Command } from '../exercise/command.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { ExerciseHall } from '../exercise/exercise-hall.ts';
import { logError } from '../log.ts';
import { type Admitted, RESERVED_MS } from '../match/tickets.ts';
import type { Metrics } from '../metrics.ts';
import { notValid } from './guest.ts';
import { answerRequest, newRate, type Rate } from './request-gate.ts';

type Guest = Client<{ auth: Admitted; userData: { readonly rate: Rate }; messages: ExerciseMessages }>;

/** Twenty worlds of people change something every moment: what changed is shown together, so often. */
const SHOW_EVERY_MS = 250;
const CLOCK_MS = 1000;
const NAMES = Object.keys(consoleSchemas) as readonly ConsoleName[];

export abstract class ExerciseRoom extends Room<{ client: Guest }> {
  protected abstract readonly exercises: ExerciseHall;
  protected abstract readonly metrics: Metrics;
  protected abstract readonly nowMs: () => number;

  /** Strangers are bounded at the door (exercise-hall.ts): a crowd of them keeps out neither a facilitator nor who takes part. */
  override maxClients = LIMITS.spectators + LIMITS.participants + LIMITS.facilitators;
  override maxMessagesPerSecond = 4 * LIMITS.requestsPerSecond;
  override autoDispose = false;
  override seatReservationTimeout = RESERVED_MS / 1000;

  override messages = {
    ...Object.fromEntries(NAMES.map((name) => [name, (client: Guest, body: unknown) => this.#asked(name, client, body)])),
    // Anything else that is sent is nothing: without this line an unknown word would close the connection.
    _: () => undefined,
  };

  #exercise: Exercise | undefined;
  #silence: () => void = () => undefined;
  #soon: NodeJS.Timeout | undefined;

  override onUncaughtException(error: RoomException, method: string): void {
    if (error.cause instanceof ServerError) return;
    logError('room-error', error.cause ?? error, { code: this.roomId, method });
  }

  override onCreate({ code }: { readonly code: string }): void {
    const exercise = must(this.exercises.find(code), `a room is opened for an exercise: ${code}`);
    this.#exercise = exercise;
    this.roomId = code;
    this.setTimestep(() => undefined, CLOCK_MS);
    this.patchRate = null;
    this.#silence = exercise.listen(() => this.#showSoon());
  }

  override onJoin(client: Guest): void {
    if (client.auth?.code !== this.roomId) throw notValid();
    client.userData = { rate: newRate() };
    this.#leaveOthersOf(client);
    this.#show(client);
  }

  override onDispose(): void {
    this.#silence();
    clearTimeout(this.#soon);
  }

  /** Who looks at the wall and neither leads nor takes part. */
  get strangers(): number {
    return this.clients.filter((client) => this.#isStranger(client)).length;
  }

  #isStranger(client: Guest): boolean {
    const person = client.auth?.person ?? '';
    return !this.#led.isFacilitator(person) && this.#led.enrolled(person) === undefined;
  }

  /** Who takes part has one page of the wall, the newest; those who lead have several open. */
  #leaveOthersOf(newest: Guest): void {
    const person = newest.auth?.person;
    if (person === undefined || this.#led.isFacilitator(person) || this.#isStranger(newest)) return;
    for (const client of [...this.clients])
      if (client !== newest && client.auth?.person === person) client.leave(CLOSE.elsewhere);
  }

  /** The exercise was erased: everybody is told so and goes. */
  clear(): void {
    this.#silence();
    // Whoever asked for it hears first that it is done.
    setImmediate(() => {
      for (const client of [...this.clients]) client.leave(CLOSE.erased);
      void this.disconnect();
    });
  }

  #asked<N extends ConsoleName>(name: N, client: Guest, body: unknown): Promise<Answer> {
    const { rate } = must(client.userData, 'every guest was welcomed');
    const { person } = must(client.auth, 'every guest came through onAuth');
    const note = (request: string, outcome: string): void => this.metrics.request(request, outcome);
    const request = { name, schema: consoleSchemas[name], body, rate, nowMs: this.nowMs(), code: this.roomId, note };
    return answerRequest(request, ({ id: _id, ...wish }: ConsoleBody<N> & { readonly id: string }) =>
      this.exercises.command(this.#led, person, { name, body: wish } as unknown as Command),
    );
  }

  get #led(): Exercise {
    return must(this.#exercise, 'the room has its exercise from onCreate on');
  }

  #showSoon(): void {
    if (this.clients.length === 0) return;
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      for (const client of this.clients) this.#show(client);
    }, SHOW_EVERY_MS).unref();
  }

  #show(client: Guest): void {
    if (this.#led.isFacilitator(client.auth?.person ?? '')) client.send('console', this.#led.console());
    else client.send('projector', this.#led.projector());
  }
}

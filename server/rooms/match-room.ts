/**
 * A room: a thin translation between sockets and a match. Whatever it knows of the game it asks of the match; whatever
 * a seat may see leaves by viewOf, to that client alone.
 */
import { type Client, Room, type RoomException, ServerError } from '@colyseus/core';
import { z } from 'zod';
import { must } from '../../shared/assert.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { recordOf } from '../../shared/game/record.ts';
import { type View, viewOf } from '../../shared/game/view.ts';
import { LIMITS } from '../../shared/limits.ts';
import {
  type Answer,
  CLOSE,
  PROTOCOL_VERSION,
  type RequestName,
  requestSchemas,
  type ServerMessages,
  type Stage,
} from '../../shared/protocol/messages.ts';
import { packView } from '../../shared/protocol/packed-view.ts';
import type { Power, Viewer } from '../../shared/scenario/names.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { ExerciseHall } from '../exercise/exercise-hall.ts';
import { log, logError } from '../log.ts';
import type { Hall, RoomStay } from '../match/hall.ts';
import { ACTIONS, type Action, type ActionName } from '../match/judge.ts';
import { mayRead } from '../match/judge-talk.ts';
import type { Match } from '../match/match.ts';
import type { MatchEvent } from '../match/match-event.ts';
import type { Registry } from '../match/registry.ts';
import { seatOf } from '../match/seats.ts';
import { type Admitted, RESERVED_MS, type Tickets } from '../match/tickets.ts';
import type { Metrics } from '../metrics.ts';
import { type MatchState, makeMatchState, refreshStep, refreshTable } from './match-state.ts';
import { answerRequest, newRate, type Rate } from './request-gate.ts';

type Place = Power | 'public';

/** A request that has passed: its body with its id. */
type Checked<N extends RequestName> = z.infer<(typeof requestSchemas)[N]>;

/** What the room remembers of a connection: its rate, the place that it was last shown, and the last view and its number. */
interface Shown {
  readonly rate: Rate;
  place: Place;
  sent: number;
  view: View | null;
}

type Guest = Client<{ auth: Admitted; userData: Shown; messages: ServerMessages }>;

/** Whom a ticket lets into a room (game-server.ts asks at the door, onJoin which room it is for). */
export function admit(tickets: Tickets, options: unknown): Admitted {
  const parsed = joinSchema.safeParse(options);
  const admitted = parsed.success ? tickets.redeem(parsed.data.ticket) : null;
  if (admitted === null) throw notValid();
  return admitted;
}

export const notValid = (): ServerError => new ServerError(FORBIDDEN, 'This ticket is not valid (any more): ask for a new one.');

const joinSchema = z.object({ ticket: z.string().max(64) });

/** An empty room is kept this long: for days where persons play, briefly for one that is over or only watched. */
const IDLE_PLAYED_MS = 3 * 24 * 3_600_000;
const IDLE_WATCHED_MS = 10 * 60_000;
/** A match whose maker never came is no match: thus nobody fills the server with empty ones. */
const IDLE_FRESH_MS = 2 * 60_000;
/** Over this a connection is no longer refused but closed. */
const FLOOD_FACTOR = 4;
/** The room's own clock serves the flood limit only; deadlines are the registry's. */
const CLOCK_MS = 1000;
const FORBIDDEN = 403;

export abstract class MatchRoom extends Room<{ state: MatchState; client: Guest }> {
  protected abstract readonly registry: Registry;
  protected abstract readonly hall: Hall;
  protected abstract readonly exercises: ExerciseHall;
  protected abstract readonly metrics: Metrics;

  override maxClients = LIMITS.spectators + 10;
  override maxMessagesPerSecond = FLOOD_FACTOR * LIMITS.requestsPerSecond;
  override autoDispose = false;
  override seatReservationTimeout = RESERVED_MS / 1000;

  override messages = {
    ...Object.fromEntries(
      ACTIONS.map((name) => [name, (client: Guest, body: unknown) => this.#gated(name, client, body, this.#actOf(name, client))]),
    ),
    view: (client: Guest, body: unknown) => this.#gated('view', client, body, () => this.#show(client)),
    phrase: (client: Guest, body: unknown) =>
      this.#gated('phrase', client, body, async () => told(this.hall.phraseFor(this.#played, this.#personOf(client)))),
    rematch: (client: Guest, body: unknown) =>
      this.#gated('rematch', client, body, async () => told(await this.hall.rematch(this.#played, this.#personOf(client)))),
    erase: (client: Guest, body: unknown) =>
      this.#gated('erase', client, body, async () => done(await this.hall.erase(this.#played, this.#personOf(client)))),
    practised: (client: Guest, body: unknown) =>
      this.#gated('practised', client, body, () => this.#inExercise((exercise) => exercise.practised(this.#personOf(client)))),
    answer: (client: Guest, body: unknown) =>
      this.#gated('answer', client, body, ({ question, words }) =>
        this.#inExercise((exercise) => exercise.answer(this.#personOf(client), question, words)),
      ),
    observe: (client: Guest, body: unknown) =>
      this.#gated('observe', client, body, ({ words, about }) =>
        this.#inExercise((exercise) => exercise.observed(this.#personOf(client), words, about)),
      ),
    // Anything else that is sent is nothing: without this line an unknown word would close the connection.
    _: () => undefined,
  };

  #match: Match | undefined;
  #stay: RoomStay = 'idle';
  /** The stage that was last shown. */
  #stage: Stage = 'lobby';
  #views: { readonly game: Game | null; readonly by: Map<Viewer, View> } = { game: null, by: new Map() };
  #silence: () => void = () => undefined;
  /** How often the match had been wound back when it was last shown. */
  #branch = 0;
  #idle: NodeJS.Timeout | undefined;

  /** Without this method one thrown error in a handler would end the whole process, with every room in it. */
  override onUncaughtException(error: RoomException, method: string): void {
    // A guest turned away at the door: that is an answer, not a fault.
    if (error.cause instanceof ServerError) return;
    logError('room-error', error.cause ?? error, { code: this.roomId, method });
  }

  override onCreate({ code, stay }: { readonly code: string; readonly stay: RoomStay }): void {
    const match = must(this.registry.find(code), `a room is opened for a match: ${code}`);
    this.#match = match;
    this.#stage = match.stage;
    this.#stay = stay;
    this.roomId = code;
    this.setTimestep(() => undefined, CLOCK_MS);
    this.patchRate = null;
    this.state = makeMatchState(match);
    this.#silence = match.listen((event) => this.#hear(event));
    this.#waitForGuests();
  }

  override onJoin(client: Guest): void {
    if (client.auth?.code !== this.roomId) throw notValid();
    const place = this.#placeOf(client);
    client.userData = { rate: newRate(), place, sent: 0, view: null };
    clearTimeout(this.#idle);
    if (this.#stay === 'fresh') this.#stay = 'idle';
    if (place !== 'public') this.#leaveOthersOf(place, client);
    this.#notePresence();
    this.#welcome(client);
    log('joined', { code: this.roomId, place });
  }

  override onLeave(client: Guest): void {
    log('left', { code: this.roomId, place: client.userData?.place ?? '' });
    this.#notePresence();
    this.#waitForGuests();
  }

  override onDispose(): void {
    this.#silence();
    clearTimeout(this.#idle);
  }

  /** The match was erased: everybody is told so and goes. */
  clear(): void {
    this.#silence();
    for (const client of [...this.clients]) client.leave(CLOSE.erased);
    void this.disconnect();
  }

  get #played(): Match {
    return must(this.#match, 'the room has its match from onCreate on');
  }

  #welcome(client: Guest): void {
    this.#sendView(client);
    this.#sendLines(client);
    this.#sendExercise(client);
    if (!this.#hasEnded()) return;
    client.send('record', recordOf(this.#played.game));
    client.send('perceptions', this.#played.table.perceptions);
  }

  /** One seat, one page: the newest has it, so that two tabs do not write the same sheet against each other. */
  #leaveOthersOf(place: Power, newest: Guest): void {
    for (const client of [...this.clients])
      if (client !== newest && client.userData && this.#placeOf(client) === place) client.leave(CLOSE.elsewhere);
  }

  #notePresence(): void {
    const here = new Set(this.clients.map((client) => this.#personOf(client)));
    this.#played
      .setPresent(here, this.clients.length > 0)
      .catch((error: unknown) => logError('presence-failed', error, { code: this.roomId }));
  }

  #waitForGuests(): void {
    if (this.clients.length > 0) return;
    const isPlayed = this.#exercise() !== undefined || (this.#played.isPlayedByPersons && !this.#played.isOver);
    clearTimeout(this.#idle);
    if (this.#stay === 'standing') return;
    const played = isPlayed ? IDLE_PLAYED_MS : IDLE_WATCHED_MS;
    this.#idle = setTimeout(() => void this.#leaveForGood(), this.#stay === 'fresh' ? IDLE_FRESH_MS : played).unref();
  }

  async #leaveForGood(): Promise<void> {
    try {
      await this.hall.abandon(this.roomId);
      await this.disconnect();
    } catch (error) {
      logError('room-error', error, { code: this.roomId, method: 'leaveForGood' });
    }
  }

  #hear(event: MatchEvent): void {
    if (event.what === 'line') return this.#sendToReaders(event.line);
    if (event.what === 'moved') return this.broadcast('moved', { code: event.code });
    if (event.what === 'exercise') return this.clients.forEach((client) => this.#sendExercise(client));
    refreshTable(this.state, this.#played, this.watching);
    if (event.what === 'step' || this.#played.stage !== this.#stage) this.#showStep();
    this.#replace();
    this.broadcastPatch();
  }

  /** The game went on, or began: everybody sees anew. */
  #showStep(): void {
    this.#stage = this.#played.stage;
    refreshStep(this.state, this.#played.game);
    const isWoundBack = this.#branch !== this.#played.table.branch;
    this.#branch = this.#played.table.branch;
    for (const client of this.clients) {
      this.#sendView(client);
      this.#sendExercise(client);
      if (isWoundBack) this.#sendLines(client);
    }
    if (!this.#hasEnded()) return;
    log('match-ended', { code: this.roomId, turn: this.#played.position.turn });
    this.broadcast('record', recordOf(this.#played.game));
    this.broadcast('perceptions', this.#played.table.perceptions);
  }

  /** Who has another place than he was last shown, sees what that place sees. */
  #replace(): void {
    for (const client of this.clients) {
      const place = this.#placeOf(client);
      const shown = client.userData;
      if (!shown || shown.place === place) continue;
      shown.place = place;
      if (place !== 'public') this.#leaveOthersOf(place, client);
      this.#welcome(client);
    }
  }

  #sendToReaders(line: ServerMessages['line']): void {
    for (const client of this.clients) {
      const place = this.#placeOf(client);
      if (place !== 'public' && mayRead(line, place)) client.send('line', line);
    }
  }

  #sendLines(client: Guest): void {
    const place = this.#placeOf(client);
    if (place === 'public') return;
    client.send(
      'lines',
      this.#played.table.lines.filter((line) => mayRead(line, place)),
    );
  }

  /** The difference from the last view of this connection; that of another viewer is none to go on from. */
  #sendView(client: Guest): void {
    const shown = must(client.userData, 'every guest was welcomed');
    const { game, table, plan } = this.#played;
    const place = this.#placeOf(client);
    const viewer = client.auth?.eyes ?? (table.hasBegun ? place : 'public');
    const view = this.#seenBy(game, viewer);
    const base = shown.view?.viewer === viewer ? shown.view : null;
    const draft = place === 'public' ? undefined : table.drafts[place];
    const message: ServerMessages['view'] = {
      version: PROTOCOL_VERSION,
      viewer,
      packed: packView(view, base),
      number: shown.sent + 1,
      base: base === null ? null : shown.sent,
      nowMs: this.registry.nowMs(),
      deadlineMs: this.#played.deadlineMs(),
      draft: draft?.sheet ?? null,
      locked: draft?.isLocked ?? false,
      choice: place === 'public' ? null : (table.choices[place] ?? null),
      perceptions: table.perceptions.filter(({ by }) => by === place),
      place,
      isHost: this.#personOf(client) === plan.host,
    };
    shown.sent += 1;
    shown.view = view;
    client.send('view', message);
  }

  /** All who look with the same eyes see the same view. */
  #seenBy(game: Game, viewer: Viewer): View {
    if (this.#views.game !== game) this.#views = { game, by: new Map() };
    const seen = this.#views.by.get(viewer) ?? viewOf(game, viewer);
    this.#views.by.set(viewer, seen);
    return seen;
  }

  /** Whoever asks has lost the thread: all of it. */
  #show(client: Guest): Promise<Answer> {
    must(client.userData, 'every guest was welcomed').view = null;
    this.#sendView(client);
    return Promise.resolve({ ok: true, receipt: null });
  }

  #actOf<N extends ActionName>(name: N, client: Guest): (checked: Checked<N>) => Promise<Answer> {
    return ({ id, ...body }) =>
      this.#played.act(must(client.auth, 'every guest came through onAuth'), id, { name, body } as unknown as Action);
  }

  #gated<N extends RequestName>(
    name: N,
    client: Guest,
    body: unknown,
    work: (body: Checked<N>) => Promise<Answer>,
  ): Promise<Answer> {
    const { rate } = must(client.userData, 'every guest was welcomed');
    const note = (request: string, outcome: string): void => this.metrics.request(request, outcome);
    const schema = requestSchemas[name] as unknown as z.ZodType<Checked<N>>;
    return answerRequest({ name, schema, body, rate, nowMs: this.registry.nowMs(), code: this.roomId, note }, work);
  }

  #exercise(): Exercise | undefined {
    const { exercise } = this.#played.plan;
    return exercise === undefined ? undefined : this.exercises.find(exercise);
  }

  async #inExercise(work: (exercise: Exercise) => Promise<Refusal | null>): Promise<Answer> {
    const exercise = this.#exercise();
    return done(exercise === undefined ? refuse('refusal.not-in-exercise') : await work(exercise));
  }

  #sendExercise(client: Guest): void {
    const view = this.#exercise()?.participant(this.#personOf(client));
    if (view) client.send('exercise', view);
  }

  #personOf(client: Guest): string {
    return must(client.auth, 'every guest came through onAuth').person;
  }

  #placeOf(client: Guest): Place {
    return seatOf(this.#played.table.seats, this.#personOf(client)) ?? 'public';
  }

  /** How many watch. */
  get watching(): number {
    return this.clients.filter((client) => this.#placeOf(client) === 'public').length;
  }

  #hasEnded(): boolean {
    return stateOf(this.#played.game).world.phase === 'ended';
  }
}

const told = (word: string | Refusal): Answer =>
  isRefusal(word) ? { ok: false, refusal: word } : { ok: true, receipt: null, told: word };

const done = (refusal: Refusal | null): Answer => (refusal === null ? { ok: true, receipt: null } : { ok: false, refusal });

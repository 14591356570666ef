/**
 * A room: a thin translation between sockets and a match. Whatever it knows of the game it asks of the match; whatever
 * a seat may see leaves by viewOf, to that client alone.
 */
import { Room, type RoomException, ServerError } from '@colyseus/core';
import { must } from '../../shared/assert.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { recordOf } from '../../shared/game/record.ts';
import { type View, viewOf } from '../../shared/game/view.ts';
import { LIMITS } from '../../shared/limits.ts';
import { PARTICIPANT_ASKS, type ParticipantAsk } from '../../shared/protocol/exercise.ts';
import { type Answer, CLOSE, PROTOCOL_VERSION, type ServerMessages, type Stage } from '../../shared/protocol/messages.ts';
import { packView } from '../../shared/protocol/packed-view.ts';
import type { RequestName } from '../../shared/protocol/requests.ts';
import type { Viewer } from '../../shared/scenario/names.ts';
import { isRefusal, type Refusal } from '../../shared/state/refusal.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { ExerciseHall } from '../exercise/exercise-hall.ts';
import { log, logError } from '../log.ts';
import type { Hall, RoomStay } from '../match/hall.ts';
import { ACTIONS, type Action, type ActionName } from '../match/judge.ts';
import { mayRead } from '../match/judge-talk.ts';
import type { Match } from '../match/match.ts';
import type { MatchEvent } from '../match/match-event.ts';
import type { Registry } from '../match/registry.ts';
import { RESERVED_MS } from '../match/tickets.ts';
import type { Metrics } from '../metrics.ts';
import { type Guest, newShown, notValid, personOf, placeOf } from './guest.ts';
import { type MatchState, makeMatchState, refreshStep, refreshTable } from './match-state.ts';
import { answerRequest, type Checked, schemaOf } from './request-gate.ts';
import { sendDelegations, sendDraft, sendTaps } from './to-delegation.ts';
import { askExercise, exerciseOf, sendExercise, showExercise } from './to-exercise.ts';

/**
 * An empty room is kept this long: for days where persons play, briefly for one that is over or only watched. A match whose
 * maker never came is no match: thus nobody fills the server with empty ones.
 */
export const IDLE = { playedMs: 3 * 24 * 3_600_000, watchedMs: 10 * 60_000, freshMs: 2 * 60_000 };
/** Over this a connection is no longer refused but closed. */
const FLOOD_FACTOR = 4;
/** The room's own clock serves the flood limit only; deadlines are the registry's. */
const CLOCK_MS = 1000;

export abstract class MatchRoom extends Room<{ state: MatchState; client: Guest }> {
  protected abstract readonly registry: Registry;
  protected abstract readonly hall: Hall;
  protected abstract readonly exercises: ExerciseHall;
  protected abstract readonly metrics: Metrics;
  protected abstract readonly idle: typeof IDLE;

  /** Who watches is bounded at the door (hall.ts): here is room for them, for all who take part, and for those who lead. */
  override maxClients = LIMITS.spectators + LIMITS.participants + LIMITS.facilitators;
  override maxMessagesPerSecond = FLOOD_FACTOR * LIMITS.requestsPerSecond;
  override autoDispose = false;
  override seatReservationTimeout = RESERVED_MS / 1000;

  override messages = {
    ...Object.fromEntries(
      ACTIONS.map((name) => [name, (client: Guest, body: unknown) => this.#gated(name, client, body, this.#actOf(name, client))]),
    ),
    view: (client: Guest, body: unknown) => this.#gated('view', client, body, () => this.#show(client)),
    phrase: (client: Guest, body: unknown) =>
      this.#gated('phrase', client, body, async () => told(this.hall.phraseFor(this.#played, personOf(client)))),
    rematch: (client: Guest, body: unknown) =>
      this.#gated('rematch', client, body, async () => told(await this.hall.rematch(this.#played, personOf(client)))),
    erase: (client: Guest, body: unknown) =>
      this.#gated('erase', client, body, async () => done(await this.hall.erase(this.#played, personOf(client)))),
    ...Object.fromEntries(
      PARTICIPANT_ASKS.map((name) => [
        name,
        (client: Guest, body: unknown) =>
          this.#gated(name, client, body, ({ id: _id, ...said }) =>
            askExercise(this.#exercise(), client, { name, body: said } as unknown as ParticipantAsk),
          ),
      ]),
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
    if (client.auth?.code !== this.roomId || this.#exercise()?.isRemoved(personOf(client))) throw notValid();
    const place = placeOf(client, this.#played);
    client.userData = newShown(place);
    clearTimeout(this.#idle);
    if (this.#stay === 'fresh') this.#stay = 'idle';
    if (place !== 'public') this.#leaveOthersOf(client);
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
    sendDelegations([client], this.#played, this.#here);
    sendExercise([client], this.#exercise());
    if (!this.#hasEnded()) return;
    client.send('record', recordOf(this.#played.game));
    client.send('perceptions', this.#played.table.perceptions);
  }

  /** One person, one page: the newest has it, so that two tabs do not write the same sheet against each other. */
  #leaveOthersOf(newest: Guest): void {
    const person = personOf(newest);
    for (const client of [...this.clients])
      if (client !== newest && client.userData && personOf(client) === person) client.leave(CLOSE.elsewhere);
  }

  get #here(): ReadonlySet<string> {
    return new Set(this.clients.map((client) => personOf(client)));
  }

  #notePresence(): void {
    this.#played
      .setPresent(this.#here, this.clients.length > 0)
      .catch((error: unknown) => logError('presence-failed', error, { code: this.roomId }));
  }

  #waitForGuests(): void {
    clearTimeout(this.#idle);
    if (this.clients.length > 0 || this.#stay === 'standing') return;
    const { playedMs, watchedMs, freshMs } = this.idle;
    const played = this.#played.isPlayedByPersons && !this.#played.isOver ? playedMs : watchedMs;
    this.#idle = setTimeout(() => void this.#leaveForGood(), this.#stay === 'fresh' ? freshMs : played).unref();
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
    if (event.what === 'draft') return sendDraft(this.clients, this.#played, event);
    if (event.what === 'tap') return sendTaps(this.clients, this.#played, event.power);
    if (event.what === 'moved') return this.broadcast('moved', { code: event.code });
    if (event.what === 'exercise') return showExercise(this.clients, this.#exercise());
    refreshTable(this.state, this.#played, this.watching);
    if (event.what === 'step' || this.#played.stage !== this.#stage) this.#showStep();
    this.#replace();
    sendDelegations(this.clients, this.#played, this.#here);
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
      if (isWoundBack) this.#sendLines(client);
    }
    sendExercise(this.clients, this.#exercise());
    if (!this.#hasEnded()) return;
    log('match-ended', { code: this.roomId, turn: this.#played.position.turn });
    this.broadcast('record', recordOf(this.#played.game));
    this.broadcast('perceptions', this.#played.table.perceptions);
  }

  /** Who has another place than he was last shown, sees what that place sees. */
  #replace(): void {
    for (const client of this.clients) {
      const place = placeOf(client, this.#played);
      const shown = client.userData;
      if (!shown || shown.place === place) continue;
      shown.place = place;
      if (place !== 'public') this.#leaveOthersOf(client);
      this.#welcome(client);
    }
  }

  #sendToReaders(line: ServerMessages['line']): void {
    for (const client of this.clients) {
      const place = placeOf(client, this.#played);
      if (place !== 'public' && mayRead(line, place)) client.send('line', line);
    }
  }

  #sendLines(client: Guest): void {
    const place = placeOf(client, this.#played);
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
    const place = placeOf(client, this.#played);
    const viewer = client.auth?.eyes ?? (table.hasBegun ? place : 'public');
    const view = this.#seenBy(game, viewer);
    const base = shown.view?.viewer === viewer ? shown.view : null;
    // A facilitator who looks at a seat on paper goes on writing where he stopped.
    const writer = viewer !== 'all' && viewer !== 'public' && table.paper[viewer] ? viewer : place;
    const draft = writer === 'public' ? undefined : table.drafts[writer];
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
      draftNumber: draft?.number ?? 0,
      choice: writer === 'public' ? null : (table.choices[writer] ?? null),
      perceptions: table.perceptions.filter(({ by }) => by === place),
      place,
      isHost: personOf(client) === plan.host,
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
    const schema = schemaOf(name);
    return answerRequest({ name, schema, body, rate, nowMs: this.registry.nowMs(), code: this.roomId, note }, work);
  }

  #exercise(): Exercise | undefined {
    return exerciseOf(this.exercises, this.#played);
  }

  /** How many watch. */
  get watching(): number {
    return this.clients.filter((client) => placeOf(client, this.#played) === 'public').length;
  }

  /** How many watch whom nobody has placed: those who lead an exercise or take part in it have places of their own. */
  get strangers(): number {
    const exercise = this.#exercise();
    return this.clients.filter(
      (client) =>
        client.auth?.eyes === undefined &&
        placeOf(client, this.#played) === 'public' &&
        exercise?.enrolled(personOf(client)) === undefined,
    ).length;
  }

  #hasEnded(): boolean {
    return stateOf(this.#played.game).world.phase === 'ended';
  }
}

const told = (word: string | Refusal): Answer =>
  isRefusal(word) ? { ok: false, refusal: word } : { ok: true, receipt: null, told: word };

const done = (refusal: Refusal | null): Answer => (refusal === null ? { ok: true, receipt: null } : { ok: false, refusal });

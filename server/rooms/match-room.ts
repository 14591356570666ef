/**
 * A room: a thin translation between sockets and a match. Whatever it knows of the game it asks of the match; whatever
 * a seat may see leaves by viewOf, to that client alone.
 */
import { type Client, Room, type RoomException, ServerError } from '@colyseus/core';
import { z } from 'zod';
import { must } from '../../shared/assert.ts';
import { stateOf } from '../../shared/game/game.ts';
import { recordOf } from '../../shared/game/record.ts';
import { viewOf } from '../../shared/game/view.ts';
import { LIMITS } from '../../shared/limits.ts';
import {
  type Answer,
  PROTOCOL_VERSION,
  type RequestBody,
  type RequestName,
  type ServerMessages,
} from '../../shared/protocol/messages.ts';
import { refuse } from '../../shared/state/refusal.ts';
import { logError } from '../log.ts';
import type { RoomStay } from '../match/hall.ts';
import type { Match, MatchEvent } from '../match/match.ts';
import type { Registry } from '../match/registry.ts';
import type { Place } from '../match/tickets.ts';
import { type MatchState, makeMatchState, refreshDesk, refreshStep } from './match-state.ts';
import { answerRequest, newRate, type Rate } from './request-gate.ts';

type Guest = Client<{ auth: { readonly place: Place }; userData: Rate; messages: ServerMessages }>;

const joinSchema = z.object({ ticket: z.string().max(64) });

const RECONNECTION_S = 60;
/** An empty room is kept this long: overnight for a game that persons play, briefly for one that is over or only watched. */
const IDLE_PLAYED_MS = 24 * 3_600_000;
const IDLE_WATCHED_MS = 10 * 60_000;
/** Over this a connection is no longer refused but closed. */
const FLOOD_FACTOR = 4;
/** The room's own clock serves the flood limit only; deadlines are the registry's. */
const CLOCK_MS = 1000;
const FORBIDDEN = 403;

export abstract class MatchRoom extends Room<{ state: MatchState; client: Guest }> {
  protected abstract readonly registry: Registry;
  /** Told when an empty room has waited long enough. */
  protected abstract abandon(code: string): Promise<void>;

  override maxClients = LIMITS.spectators + 10;
  override maxMessagesPerSecond = FLOOD_FACTOR * LIMITS.requestsPerSecond;
  override autoDispose = false;
  override seatReservationTimeout = 10;

  override messages = {
    draft: (client: Guest, body: unknown) => this.#seated('draft', client, body),
    lock: (client: Guest, body: unknown) => this.#seated('lock', client, body),
    unlock: (client: Guest, body: unknown) => this.#seated('unlock', client, body),
    choose: (client: Guest, body: unknown) => this.#seated('choose', client, body),
    view: (client: Guest, body: unknown) => this.#show(client, body),
    // Anything else that is sent is nothing: without this line an unknown word would close the connection.
    _: () => undefined,
  };

  #match: Match | undefined;
  #stay: RoomStay = 'idle';
  #silence: () => void = () => undefined;
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
    this.#stay = stay;
    this.roomId = code;
    this.setTimestep(() => undefined, CLOCK_MS);
    this.patchRate = null;
    this.state = makeMatchState(match);
    this.#silence = match.listen((event) => this.#hear(event));
    this.#waitForGuests();
  }

  /** A place in the room costs a ticket; only the server hands tickets out. */
  override onAuth(_client: Client, options: unknown): { readonly place: Place } {
    const parsed = joinSchema.safeParse(options);
    const place = parsed.success ? this.registry.tickets.redeem(parsed.data.ticket, this.roomId) : null;
    if (place === null) throw new ServerError(FORBIDDEN, 'This ticket is not valid (any more): ask for a new one.');
    return { place };
  }

  override onJoin(client: Guest): void {
    this.#welcome(client);
  }

  override onReconnect(client: Guest): void {
    this.#welcome(client);
  }

  override onDrop(client: Guest): void {
    // Its refusal at the end of the time is no fault: onLeave follows.
    this.allowReconnection(client, RECONNECTION_S).catch(() => undefined);
    this.#waitForGuests();
  }

  override onLeave(): void {
    this.#waitForGuests();
  }

  override onDispose(): void {
    this.#silence();
    clearTimeout(this.#idle);
  }

  get #played(): Match {
    return must(this.#match, 'the room has its match from onCreate on');
  }

  #welcome(client: Guest): void {
    client.userData = newRate();
    clearTimeout(this.#idle);
    this.#played.setWatched(true);
    client.send('view', this.#viewFor(this.#placeOf(client)));
    if (this.#hasEnded()) client.send('record', recordOf(this.#played.game));
  }

  #waitForGuests(): void {
    if (this.clients.length > 0) return;
    this.#played.setWatched(false);
    const isPlayed = this.#played.isPlayedByPersons && !this.#played.isOver;
    clearTimeout(this.#idle);
    if (this.#stay === 'standing') return;
    this.#idle = setTimeout(() => void this.#leaveForGood(), isPlayed ? IDLE_PLAYED_MS : IDLE_WATCHED_MS).unref();
  }

  async #leaveForGood(): Promise<void> {
    try {
      await this.abandon(this.roomId);
      await this.disconnect();
    } catch (error) {
      logError('room-error', error, { code: this.roomId, method: 'leaveForGood' });
    }
  }

  #hear(event: MatchEvent): void {
    refreshDesk(this.state, this.#played);
    if (event === 'step') {
      refreshStep(this.state, this.#played.game);
      this.#sendViews();
    }
    this.broadcastPatch();
  }

  #sendViews(): void {
    const made = new Map<Place, ServerMessages['view']>();
    for (const client of this.clients) {
      const place = this.#placeOf(client);
      const message = made.get(place) ?? this.#viewFor(place);
      made.set(place, message);
      client.send('view', message);
    }
    if (this.#hasEnded()) this.broadcast('record', recordOf(this.#played.game));
  }

  #viewFor(place: Place): ServerMessages['view'] {
    const { game, desk } = this.#played;
    const draft = place === 'public' ? undefined : desk.drafts[place];
    return {
      version: PROTOCOL_VERSION,
      viewer: place,
      view: viewOf(game, place),
      nowMs: this.registry.nowMs(),
      deadlineMs: this.#played.deadlineMs(),
      draft: draft?.sheet ?? null,
      locked: draft?.isLocked ?? false,
      choice: place === 'public' ? null : (desk.choices[place] ?? null),
    };
  }

  #seated<N extends Exclude<RequestName, 'view'>>(name: N, client: Guest, body: unknown): Promise<Answer> {
    return this.#gated(name, client, body, (checked) => {
      const place = this.#placeOf(client);
      if (place === 'public') return Promise.resolve({ ok: false, refusal: refuse('refusal.not-your-seat') });
      return this.#played.act(place, { name, body: checked } as Parameters<Match['act']>[1]);
    });
  }

  #show(client: Guest, body: unknown): Promise<Answer> {
    return this.#gated('view', client, body, () => {
      client.send('view', this.#viewFor(this.#placeOf(client)));
      return Promise.resolve({ ok: true, receipt: null });
    });
  }

  #gated<N extends RequestName>(
    name: N,
    client: Guest,
    body: unknown,
    work: (body: RequestBody<N>) => Promise<Answer>,
  ): Promise<Answer> {
    const rate = must(client.userData, 'every guest was welcomed');
    return answerRequest({ name, body, rate, nowMs: this.registry.nowMs(), code: this.roomId }, work);
  }

  #placeOf(client: Guest): Place {
    return must(client.auth, 'every guest came through onAuth').place;
  }

  #hasEnded(): boolean {
    return stateOf(this.#played.game).world.phase === 'ended';
  }
}

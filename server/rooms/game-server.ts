/** Colyseus, set up for this game: who may do what at its doors, and rooms that know their registry. */
import { createServer, type Server as HttpServer } from 'node:http';
import { defineRoom, defineServer, matchMaker, type Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Express } from 'express';
import { LIMITS } from '../../shared/limits.ts';
import type { ExerciseHall } from '../exercise/exercise-hall.ts';
import { log } from '../log.ts';
import type { Hall, Rooms } from '../match/hall.ts';
import type { Registry } from '../match/registry.ts';
import type { Admitted } from '../match/tickets.ts';
import type { Metrics } from '../metrics.ts';
import { ExerciseRoom } from './exercise-room.ts';
import { admit } from './guest.ts';
import { type IDLE, MatchRoom } from './match-room.ts';

const ROOM_NAME = 'match';
const EXERCISE_ROOM = 'exercise';
const PING_MS = 5000;
const PINGS_UNANSWERED = 3;

export interface GameServerParts {
  readonly registry: Registry;
  readonly hall: Hall;
  readonly exercises: ExerciseHall;
  readonly metrics: Metrics;
  readonly idle: typeof IDLE;
  readonly addHttp: (app: Express) => void;
}

export interface GameServer {
  readonly server: Server;
  readonly http: HttpServer;
}

export function makeGameServer({ registry, hall, exercises, metrics, idle, addHttp }: GameServerParts): GameServer {
  closeDoors();
  class HallRoom extends MatchRoom {
    /** Asked before a place is reserved: one costs a ticket, and only the server hands tickets out. */
    static override onAuth(_token: string, options: unknown): Promise<Admitted> {
      return Promise.resolve(admit(registry.tickets, options));
    }

    protected override readonly registry = registry;
    protected override readonly hall = hall;
    protected override readonly exercises = exercises;
    protected override readonly metrics = metrics;
    protected override readonly idle = idle;
  }
  class HallExerciseRoom extends ExerciseRoom {
    static override onAuth(_token: string, options: unknown): Promise<Admitted> {
      return Promise.resolve(admit(registry.tickets, options));
    }

    protected override readonly exercises = exercises;
    protected override readonly metrics = metrics;
    protected override readonly nowMs = registry.nowMs;
  }
  const http = createServer();
  const transport = new WebSocketTransport({
    server: http,
    maxPayload: LIMITS.messageBytes,
    pingInterval: PING_MS,
    pingMaxRetries: PINGS_UNANSWERED,
  });
  const server = defineServer({
    greet: false,
    gracefullyShutdown: false,
    transport,
    logger: jsonLogger(http),
    rooms: { [ROOM_NAME]: defineRoom(HallRoom), [EXERCISE_ROOM]: defineRoom(HallExerciseRoom) },
    express: (app) => addHttp(app as unknown as Express),
  });
  return { server, http };
}

/** Connections in all rooms of this process. */
export const connections = (): number => matchMaker.stats.local.ccu;

/** A room is made by the server alone, under the code of its match. */
export const ROOMS: Rooms = {
  async open(code, stay) {
    await matchMaker.createRoom(ROOM_NAME, { code, stay });
  },
  clear(code) {
    roomOf(code)?.clear();
    return Promise.resolve();
  },
  strangers: (code) => roomOf(code)?.strangers ?? 0,
};

/** The same for exercises. */
export const EXERCISE_ROOMS = {
  async open(code: string): Promise<void> {
    await matchMaker.createRoom(EXERCISE_ROOM, { code });
  },
  clear(code: string): Promise<void> {
    const room = matchMaker.getLocalRoomById(code);
    if (room instanceof ExerciseRoom) room.clear();
    return Promise.resolve();
  },
  strangers(code: string): number {
    const room = matchMaker.getLocalRoomById(code);
    return room instanceof ExerciseRoom ? room.strangers : 0;
  },
};

function roomOf(code: string): MatchRoom | null {
  const room = matchMaker.getLocalRoomById(code);
  return room instanceof MatchRoom ? room : null;
}

/** Guests join a room by its code, with a ticket; and only pages from this server ask. */
function closeDoors(): void {
  const { controller } = matchMaker;
  controller.exposedMethods = ['joinById'];
  controller.getCorsHeaders = () => ({});
  for (const header of Object.keys(controller.DEFAULT_CORS_HEADERS)) {
    delete (controller.DEFAULT_CORS_HEADERS as Record<string, string>)[header];
  }
}

/** What Colyseus has to say, as our own lines. Before the port is ours a fault has its own sentence (main.ts). */
function jsonLogger(http: HttpServer) {
  const say = (level: string) => (message: unknown) => {
    if (http.listening) log('colyseus', { level, message: String(message) });
  };
  const nothing = (): void => undefined;
  return { debug: nothing, trace: nothing, info: nothing, warn: say('warn'), error: say('error') };
}

/**
 * Before and around the game: how a match is made and joined, who sits where, and how its clock runs. Bodies and answers
 * of HTTP, and the requests about the table; the play itself is in messages.ts.
 *
 * A person is a random id with a secret that only his browser keeps; the server stores the secret's hash. Every POST under
 * /api/matches says who asks: `authorization: Bearer ID.SECRET`. An id that is new to the server is taken down with its hash.
 */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { BOT_NAMES, POWERS, type Viewer } from '../scenario/names.ts';
import { CLOCK_NAMES, SPEECH_RULES, TIME_FACTORS } from './clocks.ts';

/** 128 random bits and 256 random bits, as 22 and 43 characters of base64url. */
export const BEARER = /^Bearer ([\w-]{22})\.([\w-]{43})$/;

/** Bots that may be asked for by name. */
const bot = z.enum(BOT_NAMES);

/** Control characters would break lines; everything else is shown as typed, as text. */
export const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u);
const nickname = oneLine(LIMITS.nicknameLength);

/** POST /api/matches. */
export const createMatchSchema = z.strictObject({
  scenario: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** The seat that the creator takes; null watches. */
  seat: z.enum(POWERS).nullable(),
  /** Who plays the seats that no person holds. */
  bots: z.strictObject({ us: bot, ru: bot, cn: bot }),
  /** Whether others may sit down in the seats that bots hold, by the code; else they may only watch. */
  friends: z.boolean(),
  clock: z.enum(CLOCK_NAMES),
  /** Seconds for orders instead of the preset's. */
  turnSeconds: z.number().int().min(5).max(86_400).optional(),
  speech: z.enum(SPEECH_RULES),
  nickname,
  /** The last turn drawn in secret from one less to one more than the scenario has, where the scenario allows it; not by the day. */
  endDrawn: z.boolean().optional(),
  /** Without: who believes that he would stop the answer pays no more at home for standing down than anybody. */
  emboldenment: z.boolean().optional(),
  /** Begins without a lobby: alone against bots, or a world to watch. */
  atOnce: z.boolean(),
  /** Milliseconds between the steps of a world that only bots play. */
  watchMs: z.number().int().min(0).max(60_000),
  /** Fixed for tests and for repeating a game; absent: drawn. */
  seed: z.string().min(1).max(40).optional(),
});
export type CreateMatch = z.infer<typeof createMatchSchema>;

/**
 * POST /api/matches/CODE/join, always answered. Who holds a seat gets a ticket for it; else he sits down in the seat he
 * wishes for, or (without `seat`) in any that is free; else, or with `seat: null`, a place to watch from.
 */
export const joinMatchSchema = z.strictObject({ seat: z.enum(POWERS).nullable().optional(), nickname });
export type JoinMatch = z.infer<typeof joinMatchSchema>;

/** POST /api/matches/CODE/phrase: the seat that the three words belong to is from now on the asking person's. */
export const movePhraseSchema = z.strictObject({ phrase: z.string().trim().min(5).max(60), nickname });

/** `lobby`: people come and sit down; `playing`; `over`: the record is out. */
export type Stage = 'lobby' | 'playing' | 'over';

/** Why somebody who wished to play may only watch: nobody may sit down, his wish is taken, all are, or it is over. */
export type WatchReason = 'closed' | 'taken' | 'full' | 'ended';

/** Answer to all three: enter the room CODE with this ticket within 60 s; it serves once. */
export interface Admission {
  readonly code: string;
  readonly ticket: string;
  readonly scenario: string;
  readonly place: Exclude<Viewer, 'all'>;
  readonly because: WatchReason | null;
}

/** Requests about the table, of persons in the room; each also carries the request id of messages.ts. */
export const tableBodies = {
  /** In the lobby: ready or not. */
  ready: { ready: z.boolean() },
  rename: { nickname },
  /** In the lobby: how much time this seat needs. Others see the clock that comes of it, not who asked. */
  time: { factor: z.literal(TIME_FACTORS) },
  /** Sits down in a seat that no person holds; in play this takes over from the bot. */
  take: { seat: z.enum(POWERS) },
  /** Stands up: a bot plays the seat from now on, and it is open. */
  'hand-back': { bot },
  /** The host, in the lobby: who plays a seat that no person holds. */
  'seat-bot': { seat: z.enum(POWERS), bot },
  /** The host, or once he has been gone for COVER_AFTER_MS anyone seated: the game begins with whoever is there. */
  start: {},
  pause: {},
  /** Whoever paused takes it back. */
  resume: {},
  /** Answered with three words (`told`) that move this seat to another device, for ten minutes and once. */
  phrase: {},
  /** Anyone seated, after the end: the same people in a new match, seats moved on by one. Answered with its code (`told`). */
  rematch: {},
  /** The host: everything kept of this match is deleted at once. */
  erase: {},
} as const;

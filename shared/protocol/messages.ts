/**
 * What goes over the wire, and its validators. Clients make requests; the server answers each and sends views. Every
 * request is checked here before anything looks at it, so a malformed message harms only itself.
 */
import { z } from 'zod';
import type { CrisisChoice, Returned } from '../game/game.ts';
import type { GameRecord } from '../game/record.ts';
import type { View } from '../game/view.ts';
import { sheetSchema } from '../orders/sheet.ts';
import { POWERS, type Power, type Viewer } from '../scenario/names.ts';
import type { Refusal } from '../state/refusal.ts';

/** Raised whenever an older client could misread a newer server. */
export const PROTOCOL_VERSION = 1;

/** How a match is created: POST /api/matches. */
export const createMatchSchema = z.strictObject({
  scenario: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** The seat that the creator takes; null watches. */
  seat: z.enum(['us', 'ru', 'cn']).nullable(),
  /** Who plays the other seats. */
  bots: z.strictObject({ us: botName(), ru: botName(), cn: botName() }),
  /** Seconds for orders; null waits for the lock. */
  turnSeconds: z.number().int().min(5).max(86_400).nullable(),
  /** Milliseconds between the steps of a world that only bots play. */
  watchMs: z.number().int().min(0).max(60_000),
  /** Whether others may sit down in the seats that bots hold, by the code; absent: they may only watch. */
  friends: z.boolean().optional(),
  /** Fixed for tests and for repeating a game; absent: drawn. */
  seed: z.string().min(1).max(40).optional(),
});
export type CreateMatch = z.infer<typeof createMatchSchema>;

/** POST /api/matches/CODE/join: a seat that is wished for, or any that is free. Always answered. */
export const joinMatchSchema = z.strictObject({ seat: z.enum(POWERS).optional() });
export type JoinMatch = z.infer<typeof joinMatchSchema>;

/** Why somebody who wished to play may only watch: nobody may sit down, his wish is taken, all are, or it is over. */
export type WatchReason = 'closed' | 'taken' | 'full' | 'ended';

/** Answer to a join: a seat with the key that gets further tickets for it, or a place to watch from and why. */
export interface JoinedMatch {
  readonly code: string;
  readonly ticket: string;
  readonly scenario: string;
  readonly seat: Power | null;
  readonly seatKey: string | null;
  readonly because: WatchReason | null;
}

function botName() {
  return z.enum(['hawk', 'dove']);
}

/** Answer to POST /api/matches: join the room by this code with this ticket within 60 s. */
export interface CreatedMatch {
  readonly code: string;
  readonly ticket: string;
}

/** Client requests by name; every one is answered with an Answer. */
export const requestSchemas = {
  /** Saves the draft; it counts at the deadline even if it is never locked. */
  draft: z.strictObject({ turn: z.number().int(), sheet: sheetSchema }),
  /** Saves and commits; may be withdrawn until the turn resolves. */
  lock: z.strictObject({ turn: z.number().int(), sheet: sheetSchema }),
  unlock: z.strictObject({ turn: z.number().int() }),
  choose: z.strictObject({
    turn: z.number().int(),
    round: z.number().int(),
    choice: z.enum(['stand-down', 'hold', 'escalate', 'strike', 'mediate', 'watch']),
  }),
  /** Asks for the present view again, as after a reconnection. */
  view: z.strictObject({}),
} as const;
export type RequestName = keyof typeof requestSchemas;
export type RequestBody<N extends RequestName> = z.infer<(typeof requestSchemas)[N]>;

/** A receipt: what is saved, when, and until when it may change. */
export interface Receipt {
  readonly turn: number;
  readonly locked: boolean;
  readonly orders: number;
  readonly statements: number;
  /** Epoch ms by the server's clock. */
  readonly savedAtMs: number;
  /** Orders that would be returned if the turn resolved now. */
  readonly returned: readonly Returned[];
}
export type Answer = { readonly ok: true; readonly receipt: Receipt | null } | { readonly ok: false; readonly refusal: Refusal };

/** Server messages by name. `view` goes to one client only. */
export interface ServerMessages {
  /** After every step, on joining, and on request. `deadlineMs` is by the server's clock (`nowMs`); null: no deadline. */
  readonly view: {
    readonly version: number;
    readonly viewer: Viewer;
    readonly view: View;
    readonly nowMs: number;
    readonly deadlineMs: number | null;
    /** The seat's own saved sheet and whether it is locked. */
    readonly draft: RequestBody<'draft'>['sheet'] | null;
    readonly locked: boolean;
    readonly choice: CrisisChoice | null;
  };
  /** The whole record, sent to everybody once the game has ended: replaying it shows the truth. */
  readonly record: GameRecord;
}

/** The names of seats as players see them in the lobby. */
export interface SeatInfo {
  readonly power: Power;
  readonly held: 'person' | 'bot' | 'nobody';
  readonly bot: string;
  readonly committed: boolean;
}

/**
 * What clients ask, and its validators: every request is checked here before anything looks at it, so a malformed message harms
 * only itself. Apart from messages.ts, for the shapes of orders come with the rules, and a lobby takes in neither.
 */
import { z } from 'zod';
import { sheetSchema } from '../orders/shapes.ts';
import { CRISIS_CHOICES } from '../scenario/names.ts';
import { channelBodies } from './channel.ts';
import { participantBodies } from './exercise.ts';
import { tableBodies } from './lobby.ts';
import { perceiveBody } from './perception.ts';

/** Made by the client, new for each request; a request that is sent again with the same id counts once. */
const id = z.string().regex(/^[\w-]{8,40}$/);

/** The number of the draft that the sheet was written on (0: none): a delegation's is refused if another has changed it since. */
const onDraft = { base: z.number().int().min(0).optional() };

const playBodies = {
  /** Saves the draft; it counts at the deadline even if it is never locked. */
  draft: { turn: z.number().int(), sheet: sheetSchema, ...onDraft },
  /** Saves and commits; may be withdrawn until the turn resolves. */
  lock: { turn: z.number().int(), sheet: sheetSchema, ...onDraft },
  unlock: { turn: z.number().int() },
  choose: {
    turn: z.number().int(),
    round: z.number().int(),
    choice: z.enum(CRISIS_CHOICES),
  },
  /** Asks for the present view again, as after a reconnection. */
  view: {},
} as const;

/** Client requests by name; every one is answered with an Answer. */
export const requestSchemas = {
  draft: z.strictObject({ id, ...playBodies.draft }),
  lock: z.strictObject({ id, ...playBodies.lock }),
  unlock: z.strictObject({ id, ...playBodies.unlock }),
  choose: z.strictObject({ id, ...playBodies.choose }),
  view: z.strictObject({ id, ...playBodies.view }),
  ready: z.strictObject({ id, ...tableBodies.ready }),
  rename: z.strictObject({ id, ...tableBodies.rename }),
  time: z.strictObject({ id, ...tableBodies.time }),
  perceive: z.strictObject({ id, ...perceiveBody }),
  take: z.strictObject({ id, ...tableBodies.take }),
  'hand-back': z.strictObject({ id, ...tableBodies['hand-back'] }),
  'seat-bot': z.strictObject({ id, ...tableBodies['seat-bot'] }),
  start: z.strictObject({ id, ...tableBodies.start }),
  pause: z.strictObject({ id, ...tableBodies.pause }),
  resume: z.strictObject({ id, ...tableBodies.resume }),
  phrase: z.strictObject({ id, ...tableBodies.phrase }),
  rematch: z.strictObject({ id, ...tableBodies.rematch }),
  erase: z.strictObject({ id, ...tableBodies.erase }),
  say: z.strictObject({ id, ...channelBodies.say }),
  offer: z.strictObject({ id, ...channelBodies.offer }),
  sign: z.strictObject({ id, ...channelBodies.sign }),
  practised: z.strictObject({ id, ...participantBodies.practised }),
  answer: z.strictObject({ id, ...participantBodies.answer }),
  observe: z.strictObject({ id, ...participantBodies.observe }),
} as const;
export type RequestName = keyof typeof requestSchemas;
/** What a request says, its id apart: the id is the outbox's business. */
export type RequestBody<N extends RequestName> = Omit<z.infer<(typeof requestSchemas)[N]>, 'id'>;

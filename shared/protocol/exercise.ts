/**
 * Exercises: many worlds under one code, led by a facilitator. How one is made and joined over HTTP, and what its facilitators
 * ask in its room. People play in the worlds' own rooms (messages.ts); what the console shows is in exercise-view.ts.
 */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { sheetSchema } from '../orders/shapes.ts';
import { BOT_NAMES, CRISIS_CHOICES, LANGUAGES, POWERS } from '../scenario/names.ts';
import { CLOCK_NAMES, TIME_FACTORS } from './clocks.ts';
import { oneLine } from './lobby.ts';
import { portfolioSchema } from './portfolio.ts';

/** `approved`: a facilitator sees typed words before the others do. */
export const EXERCISE_SPEECH = ['free', 'approved', 'phrases'] as const;

/** Which theory the worlds play: all the scenario's, or the two schools in turn, which a debrief then compares. */
export const THEORY_MIXES = ['scenario', 'alternate'] as const;

const words = oneLine(LIMITS.ownWordsLength);
/** In which the words were typed. */
const language = z.enum(LANGUAGES).optional();
const event = z.string().max(40).optional();
const nickname = oneLine(LIMITS.nicknameLength);
const code = z.string().regex(/^[2-9CDFGHJKMNPQRTVWXZ]{6}$/);
/** A world by its code, or all of them. */
const world = z.union([code, z.literal('all')]);
/** A participant by the short id of the roll: nobody's person id is ever shown. */
const participant = z.string().regex(/^p\d{1,3}$/);

const inSeat = z.number().int().min(0).max(LIMITS.delegation);

/** POST /api/exercises, answered with an ExerciseAdmission to the console. */
export const createExerciseSchema = z.strictObject({
  scenario: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: oneLine(60),
  worlds: z.number().int().min(1).max(LIMITS.worlds),
  clock: z.enum(CLOCK_NAMES),
  turnSeconds: z.number().int().min(5).max(86_400).optional(),
  speech: z.enum(EXERCISE_SPEECH),
  theories: z.enum(THEORY_MIXES),
  /** Most people in one seat; more are seated as observers. */
  delegation: z.number().int().min(1).max(LIMITS.delegation),
  /** How many are wanted where, world by world, if the facilitator has moved some; whoever comes beyond is seated as ever. */
  places: z
    .array(z.strictObject({ us: inSeat, ru: inSeat, cn: inSeat, observer: z.number().int().min(0).max(LIMITS.participants) }))
    .max(LIMITS.worlds)
    .optional(),
  /** Who plays the seats that nobody comes for. */
  bot: z.enum(BOT_NAMES),
  nickname,
  /** Solo rehearsal: bots play and the clock does not wait; 0: an exercise for people. Milliseconds between steps. */
  rehearsalMs: z.number().int().min(0).max(60_000),
  seed: z.string().min(1).max(40).optional(),
});
export type CreateExercise = z.infer<typeof createExerciseSchema>;

/** POST /api/exercises/CODE/join. `name`: who that is, for the facilitator's eyes only. */
export const joinExerciseSchema = z.strictObject({ nickname, name: oneLine(60).optional() });
export type JoinExercise = z.infer<typeof joinExerciseSchema>;

/** POST /api/exercises/CODE/console: a facilitator comes back, or a co-facilitator comes with the invitation that he was given. */
export const openConsoleSchema = z.strictObject({ invitation: z.string().max(64).optional(), nickname });
export type OpenConsole = z.infer<typeof openConsoleSchema>;

/** POST /api/exercises/CODE/look: a ticket into the room of a world, seen from any seat; facilitators only. */
export const lookSchema = z.strictObject({ world: code, as: z.enum([...POWERS, 'public', 'all']) });
export type Look = z.infer<typeof lookSchema>;

/** What an inject or an outside event may move, as data: checked against the scenario when it is sent. */
export const injectSchema = z.strictObject({
  /** Read by players at once; the effects are part of the next turn. */
  words,
  language: z.enum(LANGUAGES),
  /** Whose eyes it is for. */
  to: z.enum([...POWERS, 'all']),
  effects: z
    .array(z.strictObject({ subject: z.string().max(60), variable: z.string().max(40), add: z.number().min(-100).max(100) }))
    .max(8),
});

/** Questions of the hot wash, one card each on the phones; text keys `hot-wash.*`. */
export const HOT_WASH = ['surprised', 'regret', 'trusted', 'turning-point', 'next-time'] as const;
export type HotWash = (typeof HOT_WASH)[number];

/** Where a world stands; whoever asks for its next step twice within a moment means the same step. */
const momentSchema = z.strictObject({
  turn: z
    .number()
    .int()
    .min(0)
    .max(LIMITS.turns + 1),
  round: z.number().int().min(0).max(100),
});

/** What facilitators ask in the exercise's room, by name; each also carries a request id. */
export const consoleBodies = {
  /** Starts the first turn; `override`: although the gate says that something is missing. */
  begin: { world, override: z.boolean() },
  pause: { world },
  resume: { world },
  extend: { world, seconds: z.number().int().min(10).max(3600) },
  /** Screens rest and the clock stands until it is lifted, until tomorrow if need be. */
  freeze: { world, isFrozen: z.boolean() },
  /** Resolves the present step now, with what is handed in; `seen`: where who asks saw each world stand, by its code. */
  advance: { world, seen: z.record(code, momentSchema) },
  end: { world },
  /** Back to the end of a turn (0: the start), everybody still seated; with the same luck, or other. */
  rewind: { world, toTurn: z.number().int().min(0).max(LIMITS.turns), luck: z.enum(['same', 'new']) },
  inject: { world, inject: injectSchema },
  /** An inject of the scenario's list (MSEL), by its id. */
  msel: { world, inject: z.string().max(40) },
  /** A word to a seat, to all of a world, or to everybody. */
  message: { world, to: z.enum([...POWERS, 'all']), words, language: z.enum(LANGUAGES) },
  /** Who plays a seat that no person holds, or takes it over from people who then observe. */
  'seat-bot': { world: code, power: z.enum(POWERS), bot: z.enum(BOT_NAMES) },
  /** Puts somebody into a seat, or (`power` null) makes him an observer of that world. */
  place: { participant, world: code, power: z.enum(POWERS).nullable(), portfolios: z.array(portfolioSchema).max(4) },
  /** Out of the exercise; he comes in again only once he is readmitted, to the place that he had. */
  remove: { participant },
  readmit: { participant },
  mute: { participant, isMuted: z.boolean() },
  time: { world: code, power: z.enum(POWERS), factor: z.literal(TIME_FACTORS) },
  /** A seat on paper: what its people wrote, handed in by the facilitator. */
  paper: { world: code, power: z.enum(POWERS), sheet: sheetSchema, lock: z.boolean() },
  'paper-seat': { world: code, power: z.enum(POWERS), isOnPaper: z.boolean() },
  /** What a seat on paper chooses in a crisis round. */
  'paper-choice': { world: code, power: z.enum(POWERS), choice: z.enum(CRISIS_CHOICES) },
  /** A note of what was seen, with its time; `about`: the turn that it hangs on; `event`: a bulletin of the world. */
  note: { world, words, about: z.number().int().min(0).max(LIMITS.turns), language, event },
  /** Typed words that wait for it: let them through, or not. */
  approve: { world: code, line: z.string().max(LIMITS.ownWordsLength + 20), isApproved: z.boolean() },
  /** Whether the projector and the players see numbers, or bands in words. */
  numbers: { isShown: z.boolean() },
  /** Opens a card of the hot wash on all phones; null closes it. */
  'hot-wash': { question: z.enum(HOT_WASH).nullable() },
  /** Answered with an invitation for a co-facilitator (`told`). */
  invite: {},
  /** Everything kept of the exercise is deleted at once. */
  erase: {},
} as const;
export type ConsoleName = keyof typeof consoleBodies;

const id = z.string().regex(/^[\w-]{8,40}$/);
type Bodies = typeof consoleBodies;
type Said<B> = { readonly [K in keyof B]: B[K] extends z.ZodType ? z.infer<B[K]> : never };
export type ConsoleBody<N extends ConsoleName> = Said<Bodies[N]>;
/** Each request with its id, checked before anything looks at it. */
export const consoleSchemas = Object.fromEntries(
  Object.entries(consoleBodies).map(([name, body]) => [name, z.strictObject({ id, ...body })]),
) as unknown as { readonly [N in ConsoleName]: z.ZodType<ConsoleBody<N> & { readonly id: string }> };

/** What participants ask of the exercise, in the room of their world. */
export const participantBodies = {
  /** The practice turn is done: the readiness gate waits for it. */
  practised: {},
  /** An answer to the open card of the hot wash; sent again, the last counts. */
  answer: { question: z.enum(HOT_WASH), words, language },
  /** An observer's note, with its time; it hangs on a turn, or on a bulletin, as a facilitator's does. */
  observe: { words, about: z.number().int().min(0).max(LIMITS.turns), language, event },
} as const;

export const PARTICIPANT_ASKS = ['practised', 'answer', 'observe'] as const;
type AskName = (typeof PARTICIPANT_ASKS)[number];
export type ParticipantBody<N extends AskName> = Said<(typeof participantBodies)[N]>;
export type ParticipantAsk = {
  readonly [N in AskName]: { readonly name: N; readonly body: ParticipantBody<N> };
}[AskName];

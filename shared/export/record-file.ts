/**
 * The record of a finished game as a file (docs/record.md): with it anybody can play the game again and prove it. It says
 * everything that was secret, so it is made once the game has ended and never before.
 */
import { z } from 'zod';
import type { Step } from '../game/game.ts';
import type { GameRecord } from '../game/record.ts';
import { canonical } from '../hash.ts';
import { LIMITS } from '../limits.ts';
import { sheetSchema, termsSchema } from '../orders/shapes.ts';
import { type ChannelLine, PHRASES } from '../protocol/channel.ts';
import type { Bulletin, BulletinWords, UndoneTurn } from '../protocol/exercise-view.ts';
import { type Perception, READINGS } from '../protocol/perception.ts';
import { BOT_NAMES, JOINT_KINDS, LANGUAGES, POWERS, type Power, THEORIES } from '../scenario/names.ts';
import { eventEffectSchema, type Scenario, scenarioTextSchema } from '../scenario/schema.ts';
import { type Refusal, refuse } from '../state/refusal.ts';

export const RECORD_KIND = 'threshold-record';

/** Who played a seat at the end; a name is a nickname and empty for bots and in an anonymised file. */
export interface SeatInRecord {
  readonly held: 'person' | 'bot';
  readonly name: string;
  readonly bot: (typeof BOT_NAMES)[number] | null;
}

/** How a seat took part in a turn: who held it, how often he saved, whether he locked, whether a caretaker covered for him. */
export interface Attendance {
  readonly turn: number;
  readonly seat: Power;
  readonly held: 'person' | 'bot';
  readonly name: string;
  readonly drafts: number;
  readonly locked: boolean;
  readonly covered: boolean;
}

/** What a facilitator or an observer took down; in a file for facilitators only. `turn`: what it is about; 0: the start. */
export interface NoteInRecord {
  readonly turn: number;
  readonly atMs: number;
  readonly by: string;
  readonly role: (typeof NOTE_ROLES)[number];
  readonly words: string;
  readonly language?: string | undefined;
  /** What came then that it is about. */
  readonly event?: BulletinWords | undefined;
}
const NOTE_ROLES = ['facilitator', 'observer'] as const;

/** A facilitator's word or an inject, as it reached a seat or all. `inject`: which of the scenario's list; empty: of his own. */
export interface BulletinInRecord {
  readonly turn: number;
  readonly atMs: number;
  readonly to: Power | 'all';
  readonly kind: Bulletin['kind'];
  readonly inject: string;
  readonly words: Bulletin['words'];
  readonly language: string;
}

/** What belongs to a record besides the game itself. */
export interface Around {
  readonly seats: Readonly<Record<Power, SeatInRecord>>;
  readonly attendance: readonly Attendance[];
  readonly perceptions: readonly Perception[];
  readonly lines: readonly ChannelLine[];
  readonly notes: readonly NoteInRecord[];
  readonly bulletins: readonly BulletinInRecord[];
  readonly undone: readonly UndoneTurn[];
}

export interface RecordFile extends GameRecord, Around {
  readonly kind: typeof RECORD_KIND;
  /** Names, own words and times are left out, and the hashes are those of the game without them. */
  readonly anonymised: boolean;
  /** The scenario, whole, as `scenarioHash` has it. */
  readonly content: Scenario;
}

export const recordFile = (record: GameRecord, content: Scenario, around: Around): RecordFile => ({
  ...record,
  ...around,
  kind: RECORD_KIND,
  anonymised: false,
  content,
});

/** The same record makes the same bytes, wherever it is written. */
export const recordText = (file: RecordFile): string => `${canonical(file)}\n`;

/** A file as it was read, its scenario not yet looked at: it may be left out where whoever reads has it by id and hash. */
export type RecordRead = Omit<RecordFile, 'content'> & { readonly content?: unknown };

const MOST_STEPS = LIMITS.turns * (1 + LIMITS.crisisRounds);
const seatOf = <T extends z.ZodType>(of: T) => z.strictObject({ us: of.optional(), ru: of.optional(), cn: of.optional() });
const eachSeat = <T extends z.ZodType>(of: T) => z.strictObject({ us: of, ru: of, cn: of });
const power = z.enum(POWERS);
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal digits');
const turn = z.number().int().min(0).max(LIMITS.turns);
/** A delegation's names stand side by side. */
const name = z.string().max(LIMITS.delegation * (LIMITS.nicknameLength + 2));
const luck = z.number().int().min(0).optional();

/** What a strategist says of one sheet. */
const MOST_REASONS = 8;
const becauseSchema = z.strictObject({
  key: z.string().max(60),
  args: z.record(z.string().max(40), z.union([z.string().max(60), z.number()])),
  knownTo: z.array(power).max(POWERS.length).nullable(),
});

const stepSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('turn'),
    sheets: seatOf(sheetSchema),
    agreed: z
      .array(z.tuple([power, power, z.enum(JOINT_KINDS)]))
      .max(POWERS.length * JOINT_KINDS.length)
      .optional(),
    injects: z
      .array(z.strictObject({ id: z.string().max(60), effects: z.array(eventEffectSchema).max(8) }))
      .max(LIMITS.exerciseLines)
      .optional(),
    accounts: seatOf(z.strictObject({ bot: z.enum(BOT_NAMES), reasons: z.array(becauseSchema).max(MOST_REASONS) })).optional(),
    luck,
  }),
  z.strictObject({
    type: z.literal('round'),
    choices: seatOf(z.enum(['stand-down', 'hold', 'escalate', 'strike', 'mediate', 'watch'])),
    luck,
  }),
  z.strictObject({ type: z.literal('end') }),
]);

const atMs = z.number().min(0);
const ownWords = z.string().max(LIMITS.ownWordsLength);

const lineSchema = z.strictObject({
  id: z.string().max(40),
  from: power,
  to: z.enum([...POWERS, 'all']),
  turn,
  atMs,
  words: ownWords.nullable(),
  phrase: z.enum(PHRASES).nullable(),
  /** Empty where nothing was said in words. */
  language: z.enum([...LANGUAGES, '']),
  offer: z
    .strictObject({
      what: z.enum(JOINT_KINDS),
      until: z.number().int(),
      terms: termsSchema.optional(),
      counters: z.string().max(40).optional(),
    })
    .nullable(),
  signs: z.string().max(40).nullable(),
  by: z.string().max(LIMITS.nicknameLength).optional(),
});

const spoken = { words: z.union([ownWords, scenarioTextSchema]), language: z.enum([...LANGUAGES, '']) };

const recordSchema = z.strictObject({
  kind: z.literal(RECORD_KIND),
  /** Those of the first had no notes, bulletins or undone turns. */
  format: z.literal([1, 2]),
  anonymised: z.boolean(),
  scenario: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  scenarioHash: hash,
  content: z.unknown().optional(),
  setup: z.strictObject({
    seed: z.string().min(1).max(60),
    luck: z.number().int().min(0),
    theory: z.enum(THEORIES),
    endDrawn: z.boolean().optional(),
    emboldenment: z.boolean().optional(),
  }),
  steps: z.array(stepSchema).min(1).max(MOST_STEPS),
  hashes: z.array(hash).max(MOST_STEPS),
  seats: eachSeat(z.strictObject({ held: z.enum(['person', 'bot']), name, bot: z.enum(BOT_NAMES).nullable() })),
  attendance: z
    .array(
      z.strictObject({
        turn,
        seat: power,
        held: z.enum(['person', 'bot']),
        name,
        drafts: z.number().int().min(0),
        locked: z.boolean(),
        covered: z.boolean(),
      }),
    )
    .max(LIMITS.turns * POWERS.length),
  perceptions: z
    .array(z.strictObject({ turn, by: power, of: power, reading: z.enum(READINGS) }))
    .max(LIMITS.turns * POWERS.length * POWERS.length),
  lines: z.array(lineSchema).max(LIMITS.channelLines),
  notes: z
    .array(
      z.strictObject({
        turn,
        atMs,
        by: z.string().max(LIMITS.nicknameLength),
        role: z.enum(NOTE_ROLES),
        words: ownWords,
        language: z.enum(LANGUAGES).optional(),
        event: z.strictObject(spoken).optional(),
      }),
    )
    .max(LIMITS.exerciseLines)
    .default([]),
  bulletins: z
    .array(
      z.strictObject({
        turn,
        atMs,
        to: z.enum([...POWERS, 'all']),
        kind: z.enum(['message', 'inject']),
        inject: z.string().max(60),
        ...spoken,
      }),
    )
    .max(LIMITS.exerciseLines)
    .default([]),
  undone: z
    .array(z.strictObject({ turn, playedMs: atMs, undoneMs: atMs }))
    .max(LIMITS.exerciseLines)
    .default([]),
});

/** A record from the text of a file, or what is wrong with the file. Whether it is true is for its replay to say. */
export function readRecord(text: string): RecordRead | Refusal {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('refusal.no-record', { problem: 'not JSON' });
  }
  if ((raw as { kind?: unknown } | null)?.kind !== RECORD_KIND) return refuse('refusal.no-record', { problem: 'kind' });
  const parsed = recordSchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse('refusal.no-record', { problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
  }
  const { steps, ...rest } = parsed.data;
  return { ...rest, steps: steps as readonly Step[] } as RecordRead;
}

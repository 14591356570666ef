/** Channels: what two powers, or all three, say to one another during play, and the offers of joint orders they make. */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { termsSchema } from '../orders/shapes.ts';
import type { Terms } from '../orders/sheet.ts';
import { JOINT_KINDS, type JointKind, LANGUAGES, POWERS, type Power } from '../scenario/names.ts';
import { oneLine } from './lobby.ts';

/** Where only phrases pass: text keys `phrase.*`, each read in the reader's own language. */
export const PHRASES = [
  'hello',
  'yes',
  'no',
  'wait',
  'lets-talk',
  'what-do-you-want',
  'stand-down-please',
  'we-will-not-strike',
  'stop-building',
  'press-them',
  'thank-you',
  'we-agree',
  /** Why an offer is not signed; bots say it too. */
  'too-little-trust',
  'signed-enough',
  'no-use',
  /** Within a delegation. */
  'please-sign',
] as const;
export type Phrase = (typeof PHRASES)[number];

export const channelBodies = {
  /** Exactly one of words and phrase; words only where the game lets free text pass. To the own power: within a delegation. */
  say: {
    to: z.enum([...POWERS, 'all']),
    words: oneLine(LIMITS.ownWordsLength).nullable(),
    phrase: z.enum(PHRASES).nullable(),
    language: z.enum(LANGUAGES),
  },
  /**
   * Offers a joint order to another power: the offer stands until the end of the next turn. A treaty's comes with its
   * terms; `counters` names an offer of the other's that it answers and thereby closes.
   */
  offer: {
    to: z.enum(POWERS),
    what: z.enum(JOINT_KINDS),
    terms: termsSchema.optional(),
    counters: z.string().max(40).optional(),
  },
  /** Signs an open offer by the id of its line. Each still has to have the order on his own sheet: that is the temptation. */
  sign: { offer: z.string().max(40) },
} as const;

/** What is offered: a joint order, of a treaty its terms as the one who offers would order them. */
export interface Offered {
  readonly what: JointKind;
  readonly until: number;
  readonly terms?: Terms;
  /** The id of the line whose offer this one answers instead of signing it. */
  readonly counters?: string;
}

/** One line of a channel, sent only to the two whom it is between, or to all three seats; never to spectators. */
export interface ChannelLine {
  /** Unique in its match. */
  readonly id: string;
  readonly from: Power;
  /** The own power: said within a delegation, and read by nobody else. */
  readonly to: Power | 'all';
  /** Who of a delegation said it, by his name there. */
  readonly by?: string;
  readonly turn: number;
  /** Epoch ms by the server's clock. */
  readonly atMs: number;
  readonly words: string | null;
  readonly phrase: Phrase | null;
  /** Of the words. */
  readonly language: string;
  /** An offer, and the last turn in which it may be signed and carried out. */
  readonly offer: Offered | null;
  /** The id of the offer that this line signs. */
  readonly signs: string | null;
}

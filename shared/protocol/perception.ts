/** How a seat reads a rival after a step: three words to tap, without pressure of time; not to answer is an answer. */
import { z } from 'zod';
import { POWERS, type Power } from '../scenario/names.ts';

export const READINGS = ['defensive', 'unsure', 'strike'] as const;
/** What the rival seems to be about: defending itself, hard to say, or preparing to strike. */
export type Reading = (typeof READINGS)[number];

/** The request `perceive`: of the step that was resolved last; null takes the tap back. */
export const perceiveBody = {
  turn: z.number().int(),
  of: z.enum(POWERS),
  reading: z.enum(READINGS).nullable(),
} as const;

/** One tap. While the game lasts only its seat sees it; with the record all do. */
export interface Perception {
  readonly turn: number;
  readonly by: Power;
  readonly of: Power;
  readonly reading: Reading;
}

/**
 * Situations of the case book: a state, the sheets and choices of some steps, and what the rules say must come of them.
 * They are data, written from RULES before the code was run; what a situation names is a cell, a ledger rule or a value.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { sheetSchema } from '../../shared/orders/shapes.ts';
import { JOINT_KINDS, POWERS } from '../../shared/scenario/names.ts';

const power = z.enum(POWERS);
const json: z.ZodType = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);

const turnStep = z.strictObject({
  us: sheetSchema.partial().optional(),
  ru: sheetSchema.partial().optional(),
  cn: sheetSchema.partial().optional(),
  /** Joint orders that both have signed. */
  agreed: z.array(z.tuple([power, power, z.enum(JOINT_KINDS)])).optional(),
});
const roundStep = z.strictObject({
  round: z.partialRecord(power, z.enum(['stand-down', 'hold', 'escalate', 'strike', 'mediate', 'watch'])),
});
const step = z.union([roundStep, turnStep]);
export type CaseStep = z.infer<typeof step>;

const check = {
  /** After this many steps (default: all); what `rises`, `falls`, `by` and `unchanged` compare with is `since` (default: the start). */
  after: z.number().int().min(0).optional(),
  since: z.number().int().min(0).optional(),
  rises: z.literal(true).optional(),
  falls: z.literal(true).optional(),
  unchanged: z.literal(true).optional(),
  by: z.number().optional(),
  equals: z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(z.string())]).optional(),
  /** From the first to the second, both allowed. */
  within: z.tuple([z.number(), z.number()]).optional(),
  /** Compared with the same after the steps of `instead`. */
  comparedWithInstead: z.enum(['more', 'less', 'same']).optional(),
  /** By exactly so much more than after the steps of `instead`. */
  beyondInstead: z.number().optional(),
};

const expectation = z.union([
  /** A cell: `powers/us.approval`, `world.tension`; with `rule`, only what the lines of that rule did to it. */
  z.strictObject({ of: z.string(), rule: z.string().optional(), ...check }),
  /** A value that is worked out: `fear cn us`, `margin us cn`: see situation-value.ts. */
  z.strictObject({ value: z.string(), ...check }),
  /** What came back, with the key of its reason. */
  z.strictObject({ returned: power, key: z.string(), after: z.number().int().optional() }),
  z.strictObject({ nothingReturned: z.literal(true) }),
]);
export type Expectation = z.infer<typeof expectation>;

export const situationSchema = z.strictObject({
  number: z.number().int().positive(),
  title: z.string(),
  /** What RULES says, with its section. */
  why: z.string(),
  /** Ledger rules that must have written a line. */
  rules: z.array(z.string()).optional(),
  theory: z.enum(['stabilise', 'contested', 'destabilise']).optional(),
  /** Overrides of the scenario, merged field by field; it is quiet otherwise: no events, tests, crises, accidents, incidents, elections. */
  scenario: z.record(z.string(), json).optional(),
  /** Third states that test for certain, those that never do, by hazard at restraint 0. */
  hazards: z.record(z.string(), z.number()).optional(),
  seed: z.string().optional(),
  /** Cells of the start state that differ; null takes a thing away; a thing that is not there is put there whole. */
  situation: z.record(z.string(), z.union([z.record(z.string(), json), z.null()])).optional(),
  steps: z.array(step),
  instead: z.array(step).optional(),
  expect: z.array(expectation).min(1),
});
export type Situation = z.infer<typeof situationSchema>;

/** All situations, by number. */
export function readSituations(): readonly Situation[] {
  const folder = new URL('situations/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => z.array(situationSchema).parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
    .sort((a, b) => a.number - b.number);
}

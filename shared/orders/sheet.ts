/**
 * The order sheet: what one seat hands in for one turn. Shapes only: whether an order may be given is for the order's
 * own file, and the whole sheet is judged in game/check.ts.
 */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { LANGUAGES, POWERS, SPEAKERS, STANDING, STATEMENT_KINDS, VENUES } from '../scenario/names.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

export const clauseSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['notification', 'data-exchange', 'test-moratorium', 'inspection']) }),
  z.strictObject({ type: z.literal('no-forward'), power: z.enum(POWERS), battery: id }),
  z.strictObject({ type: z.literal('no-battery'), battery: id }),
  z.strictObject({ type: z.literal('cap'), battery: id, count: z.number().int().min(0).max(LIMITS.inventory) }),
]);
/** What a treaty is to say, and between whom besides the one who says it. */
export const termsSchema = z.strictObject({
  partners: z.array(z.enum(POWERS)).min(1).max(2),
  clauses: z.array(clauseSchema).min(1).max(LIMITS.treatyClauses),
});
export type Terms = z.infer<typeof termsSchema>;

export const orderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('build'), battery: id }),
  z.strictObject({ kind: z.literal('upgrade'), battery: id }),
  z.strictObject({ kind: z.literal('reinforce'), battery: id }),
  z.strictObject({ kind: z.literal('suspend'), battery: id, suspended: z.boolean() }),
  z.strictObject({ kind: z.literal('withdraw'), battery: id }),
  z.strictObject({ kind: z.literal('penaids') }),
  z.strictObject({ kind: z.literal('dispersal') }),
  z.strictObject({ kind: z.literal('patrol') }),
  z.strictObject({ kind: z.literal('mirv') }),
  z.strictObject({ kind: z.literal('glide') }),
  z.strictObject({ kind: z.literal('counter-sensor') }),
  z.strictObject({ kind: z.literal('forward'), battery: id, deployed: z.boolean() }),
  z.strictObject({ kind: z.literal('flight-test'), interceptor: id, decoys: z.boolean() }),
  z.strictObject({ kind: z.literal('intelligence'), interceptor: id }),
  z.strictObject({ kind: z.literal('visit'), battery: id }),
  z.strictObject({ kind: z.literal('exercise'), host: id }),
  z.strictObject({ kind: z.literal('press'), third: id }),
  z.strictObject({ kind: z.literal('shield'), third: id }),
  z.strictObject({ kind: z.literal('aid'), third: id }),
  z.strictObject({ kind: z.literal('court'), host: id }),
  z.strictObject({ kind: z.literal('coerce'), host: id }),
  z.strictObject({ kind: z.literal('posture'), posture: z.enum(['day', 'generated']) }),
  z.strictObject({ kind: z.literal('launch-under-attack'), ready: z.boolean() }),
  z.strictObject({ kind: z.literal('joint-exercise'), partner: z.enum(POWERS) }),
  z.strictObject({ kind: z.literal('joint-statement'), partner: z.enum(POWERS) }),
  z.strictObject({ kind: z.literal('climb'), partner: z.enum(POWERS) }),
  z.strictObject({ kind: z.literal('hotline'), partner: z.enum(POWERS) }),
  z.strictObject({ kind: z.literal('exploit'), partner: z.enum(POWERS) }),
  termsSchema.extend({ kind: z.literal('treaty') }),
  z.strictObject({ kind: z.literal('leave-treaty'), treaty: id }),
  z.strictObject({ kind: z.literal('integrate'), alliance: id }),
  z.strictObject({ kind: z.literal('deconflict'), partner: z.enum(POWERS) }),
  z.strictObject({ kind: z.literal('back'), proxy: id }),
  z.strictObject({ kind: z.literal('strike-proxy'), proxy: id }),
]);
export type Order = z.infer<typeof orderSchema>;

export const conditionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('battery-active'), battery: id }),
  z.strictObject({ type: z.literal('inventory-over'), battery: id, count: z.number().int().min(0).max(LIMITS.inventory) }),
  z.strictObject({ type: z.literal('posture-generated'), power: z.enum(POWERS) }),
  z.strictObject({ type: z.literal('third-test'), third: id }),
  z.strictObject({ type: z.literal('exercise-held'), power: z.enum(POWERS) }),
  z.strictObject({ type: z.literal('treaty-left'), power: z.enum(POWERS) }),
]);

export const undertakingSchema = z.strictObject({
  condition: conditionSchema,
  /** What the speaker will do once the condition is met: for a red line only. */
  response: z.enum(['build', 'penaids', 'dispersal', 'coerce', 'posture']).nullable(),
  /** The last turn for which it holds. */
  until: z
    .number()
    .int()
    .min(1)
    .max(LIMITS.turns + LIMITS.commitmentTurns),
});
export type Undertaking = z.infer<typeof undertakingSchema>;

/** Control characters would break the lines of a front page; everything else a player types is shown as typed. */
export const ownWords = z
  .string()
  .max(LIMITS.ownWordsLength)
  .regex(/^[^\u0000-\u001f\u007f]*$/);

export const statementSchema = z.strictObject({
  speaker: z.enum(SPEAKERS),
  kind: z.enum(STATEMENT_KINDS),
  /** The power spoken to, or `all`. */
  target: z.enum([...POWERS, 'all']),
  /** What it is about: a battery, a third state, `arms`, `exercise` or `posture`. */
  subject: id,
  venue: z.enum(VENUES),
  commitment: undertakingSchema.nullable(),
  words: ownWords,
  language: z.enum(LANGUAGES),
});
export type Statement = z.infer<typeof statementSchema>;

export const sheetSchema = z.strictObject({
  orders: z.array(orderSchema).max(LIMITS.ordersPerSheet),
  statements: z.array(statementSchema).max(LIMITS.statementsPerSheet),
  /** Own commitments and treaties openly given up this turn: broken, and no longer in the way. */
  abandon: z.array(id).max(LIMITS.statementsPerSheet),
  /** What to do in a crisis that is not played live: in games by the day. Absent: hold. */
  standing: z.enum(STANDING).optional(),
});
export type Sheet = z.infer<typeof sheetSchema>;

export const EMPTY_SHEET: Sheet = { orders: [], statements: [], abandon: [] };

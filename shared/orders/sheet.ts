/**
 * The order sheet: what one seat hands in for one turn. Shapes only, and of orders only what they are made of: the shape of each
 * kind, and whether it may be given, stand in the kind's own file; shapes.ts puts them together, and the whole sheet is judged
 * in game/check.ts.
 */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { LANGUAGES, type OrderKind, POWERS, SPEAKERS, STANDING, STATEMENT_KINDS, VENUES } from '../scenario/names.ts';

/** The id of a thing of the scenario. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/**
 * The shape of each kind, by its name. It is written in the kind's own file, which adds its line here (`declare module`): so this
 * file imports no kind, and scenario and state may name an order, though every kind reads them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the kinds fill it.
export interface OrderShapes {}
export type Order = z.infer<OrderShapes[keyof OrderShapes]>;
export type OrderOf<K extends OrderKind> = Extract<Order, { kind: K }>;
/** What a treaty is to say, and between whom besides the one who says it. */
export type Terms = Omit<OrderOf<'treaty'>, 'kind'>;

export const conditionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('battery-active'), battery: idSchema }),
  z.strictObject({ type: z.literal('inventory-over'), battery: idSchema, count: z.number().int().min(0).max(LIMITS.inventory) }),
  z.strictObject({ type: z.literal('posture-generated'), power: z.enum(POWERS) }),
  z.strictObject({ type: z.literal('third-test'), third: idSchema }),
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
  subject: idSchema,
  venue: z.enum(VENUES),
  commitment: undertakingSchema.nullable(),
  words: ownWords,
  language: z.enum(LANGUAGES),
});
export type Statement = z.infer<typeof statementSchema>;

/** `order`: the shape of any order, for whoever knows all kinds (shapes.ts). */
export const sheetSchemaOf = (order: z.ZodType<Order>) =>
  z.strictObject({
    orders: z.array(order).max(LIMITS.ordersPerSheet),
    statements: z.array(statementSchema).max(LIMITS.statementsPerSheet),
    /** Own commitments and treaties openly given up this turn: broken, and no longer in the way. */
    abandon: z.array(idSchema).max(LIMITS.statementsPerSheet),
    /** What to do in a crisis that is not played live: in games by the day. Absent: hold. */
    standing: z.enum(STANDING).optional(),
  });
export type Sheet = z.infer<ReturnType<typeof sheetSchemaOf>>;

export const EMPTY_SHEET: Sheet = { orders: [], statements: [], abandon: [] };

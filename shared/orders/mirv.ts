/** MIRV: more warheads on each missile in a silo: more to answer with, and more to be gained by striking it first. */
import { z } from 'zod';
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

const shape = z.strictObject({ kind: z.literal('mirv') });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly mirv: typeof shape;
  }
}

export const mirv: OrderRule<'mirv'> = programme('mirv', shape, 'silo');

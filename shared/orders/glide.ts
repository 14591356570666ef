/** Glide vehicles: vehicles that manoeuvre under the defence's ceiling. */
import { z } from 'zod';
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

const shape = z.strictObject({ kind: z.literal('glide') });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly glide: typeof shape;
  }
}

export const glide: OrderRule<'glide'> = programme('glide', shape);

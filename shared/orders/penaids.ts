/** Penetration aids: credible decoys with every warhead: more gets through. */
import { z } from 'zod';
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

const shape = z.strictObject({ kind: z.literal('penaids') });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly penaids: typeof shape;
  }
}

export const penaids: OrderRule<'penaids'> = programme('penaids', shape);

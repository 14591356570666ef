/** Patrol: more boats at sea: the same for the submarine leg. */
import { z } from 'zod';
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

const shape = z.strictObject({ kind: z.literal('patrol') });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly patrol: typeof shape;
  }
}

export const patrol: OrderRule<'patrol'> = programme('patrol', shape, 'submarine');

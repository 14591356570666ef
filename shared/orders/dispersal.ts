/** Dispersal: more mobile launchers away from base: more outlives a first strike, for upkeep every turn. */
import { z } from 'zod';
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

const shape = z.strictObject({ kind: z.literal('dispersal') });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly dispersal: typeof shape;
  }
}

export const dispersal: OrderRule<'dispersal'> = programme('dispersal', shape, 'mobile');

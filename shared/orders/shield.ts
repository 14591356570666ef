/** Shield a third state: its government fears nobody's pressure this turn, and feels less need to hold back. */
import { z } from 'zod';
import type { OrderRule } from './order.ts';
import { patronage } from './patronage.ts';
import { idSchema } from './sheet.ts';

const shape = z.strictObject({ kind: z.literal('shield'), third: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly shield: typeof shape;
  }
}

export const shield: OrderRule<'shield'> = patronage('shield', shape, () => []);

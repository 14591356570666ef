/** Counter-sensor means: means against the sensors that defences see by. */
import { z } from 'zod';
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

const shape = z.strictObject({ kind: z.literal('counter-sensor') });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly 'counter-sensor': typeof shape;
  }
}

export const counterSensor: OrderRule<'counter-sensor'> = programme('counter-sensor', shape);

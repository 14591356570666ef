/** Counter-sensor means: means against the sensors that defences see by. */
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

export const counterSensor: OrderRule<'counter-sensor'> = programme('counter-sensor');

/** MIRV: more warheads on each missile in a silo: more to answer with, and more to be gained by striking it first. */
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

export const mirv: OrderRule<'mirv'> = programme('mirv', 'silo');

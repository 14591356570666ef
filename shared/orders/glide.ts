/** Glide vehicles: vehicles that manoeuvre under the defence's ceiling. */
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

export const glide: OrderRule<'glide'> = programme('glide');

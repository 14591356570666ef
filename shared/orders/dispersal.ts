/** Dispersal: more mobile launchers away from base: more outlives a first strike, for upkeep every turn. */
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

export const dispersal: OrderRule<'dispersal'> = programme('dispersal', 'mobile');

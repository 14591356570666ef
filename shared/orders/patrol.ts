/** Patrol: more boats at sea: the same for the submarine leg. */
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

export const patrol: OrderRule<'patrol'> = programme('patrol', 'submarine');

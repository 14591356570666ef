/** Penetration aids: credible decoys with every warhead: more gets through. */
import type { OrderRule } from './order.ts';
import { programme } from './programme.ts';

export const penaids: OrderRule<'penaids'> = programme('penaids');

/** Shield a third state: its government fears nobody's pressure this turn, and feels less need to hold back. */
import type { OrderRule } from './order.ts';
import { patronage } from './patronage.ts';

export const shield: OrderRule<'shield'> = patronage('shield', () => []);

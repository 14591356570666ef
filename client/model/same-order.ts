/** Whether two orders are the same thing asked for twice. */
import { canonical } from '../../shared/hash.ts';
import type { Order } from '../../shared/orders/sheet.ts';

/** Whichever of their fields was written first: an order comes from a list, a scenario, a channel or the server's own draft. */
export const sameOrder = (one: Order, other: Order): boolean => canonical(one) === canonical(other);

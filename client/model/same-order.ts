/** Whether two orders are the same thing asked for twice. */
import type { Order } from '../../shared/orders/sheet.ts';

/** Whichever of their fields was written first: an order comes from a list, a scenario, a channel or the server's own draft. */
export const sameOrder = (one: Order, other: Order): boolean => inOrder(one) === inOrder(other);

const inOrder = (order: Order): string =>
  JSON.stringify(order, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

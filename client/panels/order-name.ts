/** What an order is called on the sheet, in the list and in the report. */
import type { Board } from '../../shared/capability/board.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import { nameOf, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';

export function orderName(board: Board, order: Order): string {
  switch (order.kind) {
    case 'build':
    case 'reinforce':
    case 'withdraw':
      return t(`order.${order.kind}.what`, {
        target: nameOf(board, order.battery),
        interceptor: nameOf(board, board.plans[order.battery]?.interceptor ?? ''),
      });
    case 'flight-test':
      return t(order.decoys ? 'order.flight-test.decoys' : 'order.flight-test.what', {
        target: nameOf(board, order.interceptor),
      });
    case 'exercise':
    case 'court':
    case 'coerce':
      return t(`order.${order.kind}.what`, { target: nameOf(board, order.host) });
    case 'joint-exercise':
    case 'climb':
      return t(`order.${order.kind}.what`, { target: powerName(order.partner) });
    case 'press':
      return t('order.press.what', { target: nameOf(board, order.third) });
    case 'posture':
      return t(`order.posture.${order.posture}`);
    default:
      return t(`order.${order.kind}`);
  }
}

/** The site that the map should show for an order; null where it has no place. */
export function siteOfOrder(board: Board, order: Order): string | null {
  if ('battery' in order) return board.plans[order.battery]?.site ?? null;
  if ('host' in order) return board.scenario.sites.find((site) => site.host === order.host)?.id ?? null;
  if ('third' in order) return board.thirds[order.third]?.launchSites[0] ?? null;
  return null;
}

/** Two orders that are the same thing asked for twice. */
export const sameOrder = (a: Order, b: Order): boolean => JSON.stringify(a) === JSON.stringify(b);

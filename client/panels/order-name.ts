/** What an order is called on the sheet, in the list and in the report. */
import type { Board } from '../../shared/capability/board.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import type { State } from '../../shared/state/state.ts';
import { nameOf, powerName, siteName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { clausesText, partiesText } from './treaty-text.ts';

/** `treaties`: those of the state that the order is given in, where it is at hand. */
export function orderName(board: Board, order: Order, treaties: State['treaties'] = {}): string {
  switch (order.kind) {
    case 'upgrade':
      return t('order.upgrade.what', {
        target: siteName(board, board.plans[order.battery]?.site ?? ''),
        interceptor: nameOf(board, board.plans[board.plans[order.battery]?.upgrade?.to ?? '']?.interceptor ?? ''),
      });
    case 'build':
    case 'reinforce':
    case 'withdraw':
      return t(`order.${order.kind}.what`, {
        // By its place: what stands there is named beside it.
        target: siteName(board, board.plans[order.battery]?.site ?? ''),
        interceptor: nameOf(board, board.plans[order.battery]?.interceptor ?? ''),
      });
    case 'suspend':
      return t(order.suspended ? 'order.suspend.what' : 'order.suspend.wake', { target: nameOf(board, order.battery) });
    case 'forward':
      return t(order.deployed ? 'order.forward.what' : 'order.forward.back', { target: nameOf(board, order.battery) });
    case 'visit':
      return t('order.visit.what', { target: nameOf(board, order.battery) });
    case 'intelligence':
      return t('order.intelligence.what', { target: nameOf(board, order.interceptor) });
    case 'flight-test':
      return t(order.decoys ? 'order.flight-test.decoys' : 'order.flight-test.what', {
        target: nameOf(board, order.interceptor),
      });
    case 'exercise':
    case 'court':
    case 'coerce':
      return t(`order.${order.kind}.what`, { target: nameOf(board, order.host) });
    case 'joint-exercise':
    case 'joint-statement':
    case 'climb':
    case 'hotline':
    case 'exploit':
    case 'deconflict':
      return t(`order.${order.kind}.what`, { target: powerName(order.partner) });
    case 'treaty':
      return t('order.treaty.what', { target: partiesText(order.partners), clauses: clausesText(board, order.clauses) });
    case 'leave-treaty':
      return treaties[order.treaty] === undefined
        ? t('order.leave-treaty')
        : t('order.leave-treaty.what', { clauses: clausesText(board, treaties[order.treaty]?.clauses ?? []) });
    case 'integrate':
      return t('order.integrate.what', { target: nameOf(board, order.alliance) });
    case 'back':
    case 'strike-proxy':
      return t(`order.${order.kind}.what`, { target: nameOf(board, order.proxy) });
    case 'press':
    case 'shield':
    case 'aid':
      return t(`order.${order.kind}.what`, { target: nameOf(board, order.third) });
    case 'launch-under-attack':
      return t(order.ready ? 'order.launch-under-attack.on' : 'order.launch-under-attack.off');
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
  if ('proxy' in order) return order.proxy;
  if (order.kind === 'deconflict') return board.scenario.proxies[0]?.id ?? null;
  if ('third' in order) return board.thirds[order.third]?.launchSites[0] ?? null;
  return null;
}

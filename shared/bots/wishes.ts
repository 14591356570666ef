/** A bot's wishes: for each kind of order a number, or how it comes about; what is not named it never wants. */
import type { OrderOf } from '../orders/order.ts';
import type { Order } from '../orders/sheet.ts';
import type { JointKind, OrderKind } from '../scenario/names.ts';
import type { Thinking } from './thinking.ts';

type SoloKind = Exclude<OrderKind, JointKind>;
type Wish<K extends OrderKind> = number | ((thinking: Thinking, order: OrderOf<K>) => number);

export type Wishes = { readonly [K in SoloKind]?: Wish<K> };

export function wishFor(wishes: Wishes, thinking: Thinking, order: Order): number {
  const wish = (wishes as Readonly<Partial<Record<OrderKind, Wish<OrderKind>>>>)[order.kind] ?? 0;
  return typeof wish === 'number' ? wish : wish(thinking, order);
}

/** A wish of those whose deterrent others' interceptors can reach; the United States has another, or none. */
export const byOthers =
  (wish: number, us = 0) =>
  ({ power }: Thinking): number =>
    power === 'us' ? us : wish;

/** Whether a host is the power's own ally. */
export const isAlly = ({ board, power }: Thinking, host: string): boolean => board.hosts[host]?.partner === power;

/** How far a power can lean on a host, 0 to 1. */
export const grip = ({ board, power }: Thinking, host: string): number => board.hosts[host]?.coercible[power] ?? 0;

export const influenceOn = ({ view, power }: Thinking, third: string): number =>
  view.state.leverage[`${power}>${third}`]?.value ?? 0;

/** What keeps the peace in the hands of everybody who wants it kept: stand down, come off alert, draw back. */
export const standingDown: Wishes = {
  posture: (_thinking, order) => (order.posture === 'day' ? 10 : 0),
  'launch-under-attack': (_thinking, order) => (order.ready ? 0 : 8),
  forward: (_thinking, order) => (order.deployed ? 0 : 4),
};

/** Whether another power is bound: by a pledge that still stands, or by a treaty. */
export const isOtherBound = ({ view, power }: Thinking): boolean =>
  Object.values(view.state.commitments).some((c) => c.power !== power && c.kind === 'pledge' && c.status === 'open') ||
  Object.values(view.state.treaties).some(({ status }) => status === 'signed' || status === 'in-force');

/** A bot's wishes: for each kind of order a number, or how it comes about; what is not named it never wants. */
import type { Order, OrderOf } from '../orders/sheet.ts';
import { isBuilt } from '../orders/standing.ts';
import { hostOfBattery } from '../politics/host.ts';
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

/** How much a host still has to be won over: 1 where its consent is middling, less where it is high, more where it is low. */
export const need = ({ view }: Thinking, host: string): number => 2 * (1 - (view.state.hosts[host]?.consent ?? 50) / 100);

/** Whether a battery is one in dispute: a rival's missiles reach it, and he says that it is aimed at him. */
export const isContested = ({ board }: Thinking, battery: string): boolean => (board.plans[battery]?.inReachOf.length ?? 0) > 0;

/** Whether a rival reckons with a battery beyond what geometry says: only there does opening it show him something. */
export const isFeared = (thinking: Thinking, battery: string): boolean => {
  const { board } = thinking;
  const interceptor = board.interceptors[board.plans[battery]?.interceptor ?? ''];
  return isContested(thinking, battery) || interceptor?.fastMidcourse === true;
};

/** Whether a battery shields nobody from a third state, and no rival says that it is aimed at him. */
export const isSpare = (thinking: Thinking, battery: string): boolean => {
  const { coverage, thirds } = thinking.board;
  const shares = Object.entries(coverage.shares[battery] ?? {});
  return !isContested(thinking, battery) && shares.every(([group, share]) => share === 0 || !isFrom(thirds, group));
};

/** Whether the corridors of a group begin in a third state: its name is that of the attacker and of whom it would strike. */
const isFrom = (thirds: Thinking['board']['thirds'], group: string): boolean => thirds[group.split('>')[0] ?? ''] !== undefined;

/** Influence on a third state under which nobody there listens. */
const HEARD = 15;

/** Whether a third state's government has nothing to lose by not listening to this power. */
export const isUnheard = (thinking: Thinking, third: string): boolean => influenceOn(thinking, third) < HEARD;

/** Observations of a system, its prior's two among them, under which it counts as untested. */
const FEW_TESTS = 4;

export const isUntested = ({ view }: Thinking, interceptor: string): boolean => {
  const system = view.state.systems[interceptor];
  return system !== undefined && system.killA + system.killB < FEW_TESTS;
};

/** Whether its own services have not yet looked into a system. */
export const isUnknown = ({ view, power }: Thinking, interceptor: string): boolean =>
  view.state.insights[`${power}>${interceptor}`] === undefined;

export const rests = ({ view }: Thinking, battery: string): boolean => view.state.batteries[battery]?.status === 'suspended';

/** Whether a spare battery stands and rests, where a scenario has rest: what is left to do is to take it away. */
export const isDispensable = (thinking: Thinking, battery: string): boolean =>
  isBuilt(thinking.view.state, battery) &&
  isSpare(thinking, battery) &&
  (rests(thinking, battery) || !thinking.board.scenario.orderKinds.includes('suspend'));

/** Whether the host of a battery would not have it built again today. */
export const isUnwelcome = ({ board, view }: Thinking, battery: string): boolean => {
  const host = hostOfBattery(board, battery);
  return host !== undefined && (view.state.hosts[host]?.consent ?? 100) < board.scenario.parameters.hosts.refuseBelow;
};

/** Whether it has said itself of a battery that nobody need fear it: growing it now would cost more than it brings. */
export const hasDenied = ({ view, power }: Thinking, battery: string): boolean =>
  Object.values(view.state.commitments).some(
    (c) => c.kind === 'denial' && c.status === 'open' && c.power === power && c.subject === battery,
  );

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

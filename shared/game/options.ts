/** What a seat may order now: every order worth listing, its price, and the reason why it may not be given, if so. */
import type { Board } from '../capability/board.ts';
import type { Family } from '../orders/order.ts';
import { familyOf, refusalOf, ruleOf } from '../orders/registry.ts';
import type { Order } from '../orders/sheet.ts';
import { purseAfterIncome } from '../politics/standing.ts';
import type { OrderKind, Power } from '../scenario/names.ts';
import { type Refusal, refuse } from '../state/refusal.ts';
import type { State } from '../state/state.ts';

export interface Option {
  readonly order: Order;
  readonly family: Family;
  /** The battery, interceptor, host, third state or power that it is about; empty where there is none. */
  readonly target: string;
  readonly money: number;
  /** Turns until it takes effect; 0: this turn. */
  readonly turns: number;
  readonly refusal: Refusal | null;
}

/** All options of a seat, from a veiled or a true state; the order of the scenario's list of kinds, or of those asked for. */
export function optionsFor(
  board: Board,
  state: State,
  power: Power,
  kinds: readonly OrderKind[] = board.scenario.orderKinds,
): readonly Option[] {
  const purse = purseAfterIncome(board, state, power);
  const scene = { board, state, power };
  return kinds.flatMap((kind) => {
    const rule = ruleOf(kind);
    return rule.options(scene).map((order) => {
      const price = rule.price(scene, order);
      const dear = price.money > purse ? refuse('refusal.money', { price: price.money, left: purse }) : null;
      return { order, family: familyOf(kind), target: rule.target(order), ...price, refusal: refusalOf(scene, order) ?? dear };
    });
  });
}

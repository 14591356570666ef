/** What a seat did in history, as far as it can be ordered now: suggested to that seat in that turn and never an event. */
import type { Board } from '../../shared/capability/board.ts';
import type { Option } from '../../shared/game/options.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { ScenarioText } from '../../shared/scenario/schema.ts';

export interface InFact {
  readonly text: ScenarioText;
  /** Its orders that are legal now. */
  readonly options: readonly Option[];
}

/** Null: nothing of what this seat did that quarter can be ordered now. */
export function inFact(board: Board, turn: number, power: Power, options: readonly Option[]): InFact | null {
  const fact = board.scenario.facts.find((one) => one.turn === turn && one.power === power);
  if (fact === undefined) return null;
  const legal = options.filter(({ order, refusal }) => refusal === null && fact.orders.some((each) => isSame(each, order)));
  return legal.length === 0 ? null : { text: fact.text, options: legal };
}

/** The same order, whichever of its fields was written first. */
const isSame = (one: Order, other: Order): boolean => keyOf(one) === keyOf(other);
const keyOf = (order: Order): string => JSON.stringify(Object.entries(order).sort());

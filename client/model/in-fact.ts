/** What a seat did in history, as far as it can be ordered now: suggested to that seat in that turn and never an event. */
import type { Board } from '../../shared/capability/board.ts';
import type { Option } from '../../shared/game/options.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { ScenarioText } from '../../shared/scenario/schema.ts';
import { sameOrder } from './same-order.ts';

export interface InFact {
  readonly text: ScenarioText;
  /** Its orders that are legal now. */
  readonly options: readonly Option[];
}

/** Null: nothing of what this seat did that quarter can be ordered now. */
export function inFact(board: Board, turn: number, power: Power, options: readonly Option[]): InFact | null {
  const fact = board.scenario.facts.find((one) => one.turn === turn && one.power === power);
  if (fact === undefined) return null;
  const legal = options.filter(({ order, refusal }) => refusal === null && fact.orders.some((each) => sameOrder(each, order)));
  return legal.length === 0 ? null : { text: fact.text, options: legal };
}

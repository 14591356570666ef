/** What a seat did and said in history, as far as it can now: suggested to that seat in that turn and never an event. */
import type { Board } from '../../shared/capability/board.ts';
import { judgeOf } from '../../shared/game/check.ts';
import type { Option } from '../../shared/game/options.ts';
import type { Report } from '../../shared/game/report.ts';
import type { Sheet, Statement } from '../../shared/orders/sheet.ts';
import type { Language, Power } from '../../shared/scenario/names.ts';
import type { Fact, ScenarioText, SpokenInFact } from '../../shared/scenario/schema.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import type { State } from '../../shared/state/state.ts';
import { returnedAt } from './draft.ts';
import { sameOrder } from './same-order.ts';

export interface InFact {
  readonly text: ScenarioText;
  /** Its orders that are legal now. */
  readonly options: readonly Option[];
  /** Its words that may be said now. */
  readonly spoken: readonly SpokenInFact[];
}

export interface Seat {
  readonly board: Board;
  /** As the seat knows it. */
  readonly state: State;
  readonly power: Power;
}

/** Null: nothing of what this seat did that quarter can be ordered or said now. */
export function inFact({ board, state, power }: Seat, options: readonly Option[]): InFact | null {
  const fact = board.scenario.facts.find((one) => one.turn === state.world.turn && one.power === power);
  if (fact === undefined) return null;
  const legal = options.filter(({ order, refusal }) => refusal === null && fact.orders.some((each) => sameOrder(each, order)));
  const spoken = fact.statements.filter(
    (words) => !isRefusal(judgeOf(board, state, { power, abandoned: [], money: 0 }).statement(statementOf(words, 'en'))),
  );
  return legal.length + spoken.length === 0 ? null : { text: fact.text, options: legal, spoken };
}

/** The words of a fact as they are put on the statement desk, to be changed there at will. */
export function statementOf({ mark: _mark, words, ...rest }: SpokenInFact, language: Language): Statement {
  return { ...rest, words: words?.[language] ?? '', language };
}

/** The same thing said to the same power about the same: who says it where, and how, is a matter of taste. */
export const sameWords = (one: SpokenInFact | Statement, other: SpokenInFact | Statement): boolean =>
  one.kind === other.kind && one.target === other.target && one.subject === other.subject;

type Part = 'order' | 'statement';

/** The turn in which a power did in play what it did in fact: in that quarter, else the first in which it did; null: in none. */
export function doneIn(
  { sheets }: Pick<Report, 'sheets'>,
  { power, turn }: Pick<Fact, 'power' | 'turn'>,
  deed: { readonly order: Fact['orders'][number] } | { readonly words: SpokenInFact },
): number | null {
  const isDone = ({ sheets: given, returned }: Report['sheets'][number]): boolean => {
    const own = returned.filter((back) => back.power === power);
    const accepted = (part: Part) => (_: unknown, index: number) => returnedAt(own, part, index) === null;
    const { orders, statements }: Pick<Sheet, 'orders' | 'statements'> = given[power] ?? { orders: [], statements: [] };
    return 'order' in deed
      ? orders.filter(accepted('order')).some((each) => sameOrder(each, deed.order))
      : statements.filter(accepted('statement')).some((each) => sameWords(each, deed.words));
  };
  const turns = sheets.filter(isDone).map((each) => each.turn);
  return turns.includes(turn) ? turn : (turns[0] ?? null);
}

/**
 * A view on its way: as its difference from the last view of the same connection, the ledger without what follows from the
 * states before and after, words and field names said once. A pure function of views of this one viewer, so that the size
 * of a frame tells him nothing that its content does not.
 */
import type { View } from '../game/view.ts';
import { type Effect, read } from '../state/ledger.ts';
import type { Json, State } from '../state/state.ts';
import { apply, type Difference, difference } from './difference.ts';
import { type Shaped, shaped, unshaped } from './shapes.ts';

export type PackedView = Shaped;

/** A line of the ledger without what the reader works out: its turn and number, and values that are in the states. */
type ShortLine = Pick<Effect, 'rule' | 'subject' | 'variable' | 'because'> & Partial<Pick<Effect, 'before' | 'after'>>;

interface Parcel {
  readonly rest: Difference;
  readonly lines: readonly ShortLine[];
}

/** `base`: the view that this connection was sent last; null: none, or the client has asked for all of it. */
export function packView(view: View, base: View | null): PackedView {
  const { effects, ...rest } = view;
  const parcel: Parcel = {
    rest: difference(json(rest), json(base ? withoutLines(base) : {})),
    lines: shortened(view, effects, base),
  };
  return shaped(json(parcel));
}

/** Throws where the parcel is damaged or was not made from this base: the client then asks for the whole view. */
export function unpackView(packed: PackedView, base: View | null): View {
  const { rest, lines } = unshaped(packed) as unknown as Parcel;
  const known = apply(rest, json(base ? withoutLines(base) : {})) as unknown as Omit<View, 'effects'>;
  return { ...known, effects: lengthened(known, lines, base) };
}

function withoutLines({ effects: _effects, ...rest }: View): Omit<View, 'effects'> {
  return rest;
}

function shortened(view: View, effects: readonly Effect[], base: View | null): readonly ShortLine[] {
  const expected = new Expectation(base?.state ?? null, view.state, effects);
  return effects.map((line): ShortLine => {
    const { rule, subject, variable, before, after, because } = line;
    const isBeforeKnown = isSame(before, expected.before(line));
    expected.pass(line, after);
    const isAfterKnown = expected.isLast(line) && isSame(after, expected.after(line));
    const short = { rule, subject, variable, because };
    if (isBeforeKnown) return isAfterKnown ? short : { ...short, after };
    return isAfterKnown ? { ...short, before } : { ...short, before, after };
  });
}

function lengthened(view: Omit<View, 'effects'>, lines: readonly ShortLine[], base: View | null): readonly Effect[] {
  const { turn, round } = view.last;
  const expected = new Expectation(base?.state ?? null, view.state, lines);
  return lines.map((line, n): Effect => {
    const { rule, subject, variable, because } = line;
    const before = 'before' in line ? (line.before as Json) : must(expected.before(line));
    const after = 'after' in line ? (line.after as Json) : must(expected.after(line));
    expected.pass(line, after);
    return { turn, round, n, rule, subject, variable, before, after, because };
  });
}

type Cell = Pick<Effect, 'subject' | 'variable'>;
const nameOf = ({ subject, variable }: Cell): string => `${subject} ${variable}`;

/** What a reader expects of a line: a cell goes on from where the line before left it, and ends as the state has it. */
class Expectation {
  readonly #base: State | null;
  readonly #next: State;
  readonly #values = new Map<string, Json>();
  readonly #left = new Map<string, number>();

  constructor(base: State | null, next: State, lines: readonly Cell[]) {
    this.#base = base;
    this.#next = next;
    for (const line of lines) this.#left.set(nameOf(line), (this.#left.get(nameOf(line)) ?? 0) + 1);
  }

  before(line: Cell): Json | undefined {
    const passed = this.#values.get(nameOf(line));
    return passed === undefined && this.#base ? valueIn(this.#base, line) : passed;
  }

  after(line: Cell): Json | undefined {
    return valueIn(this.#next, line);
  }

  /** Whether the line that was passed just now was the last of its cell. */
  isLast(line: Cell): boolean {
    return this.#left.get(nameOf(line)) === 0;
  }

  pass(line: Cell, after: Json): void {
    this.#values.set(nameOf(line), after);
    this.#left.set(nameOf(line), (this.#left.get(nameOf(line)) ?? 1) - 1);
  }
}

/** Nothing where the subject is no cell of a state, as in a line about something outside of it. */
function valueIn(state: State, { subject, variable }: Cell): Json | undefined {
  try {
    return read(state, subject, variable);
  } catch {
    return undefined;
  }
}

function must(value: Json | undefined): Json {
  if (value === undefined) throw new Error('a line of the ledger goes on from a state that is not there');
  return value;
}

const isSame = (a: Json, b: Json | undefined): boolean => b !== undefined && difference(a, b)[0] === 'same';

/** The same value seen as JSON, which it is: views hold nothing else. */
const json = (value: object): Json => value as unknown as Json;

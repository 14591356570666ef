/**
 * The ledger: every change of the state, in order, with its rule and its reason. Rules hand in contributions (add this,
 * set that, because); one function turns a phase's contributions into ledger lines, the same whatever order they came in.
 */
import { assert, must } from '../assert.ts';
import { clamp } from '../math/range.ts';
import { type Power, TOP_RUNG } from '../scenario/names.ts';
import type { Json, State } from './state.ts';

/** Why: an i18n key of the rulebook's sentence with its arguments. */
export interface Because {
  readonly key: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** The only powers that may know the cause; others see the change, if at all, without the reason. Null: everybody. */
  readonly knownTo: readonly Power[] | null;
}

export interface Effect {
  readonly turn: number;
  readonly round: number;
  readonly n: number;
  readonly rule: string;
  /** `world`, `crisis`, or `collection/id`. */
  readonly subject: string;
  /** A field of the subject, or `self` for the whole thing coming or going. */
  readonly variable: string;
  readonly before: Json;
  readonly after: Json;
  readonly because: Because;
}

interface Cell {
  readonly rule: string;
  readonly subject: string;
  readonly variable: string;
  readonly because: Because;
}
/** What a rule wants: a sum in which all rules of the phase take part, or one value. */
export type Contribution = Cell & ({ readonly add: number } | { readonly set: Json });

export function because(key: string, args: Because['args'] = {}, knownTo: readonly Power[] | null = null): Because {
  return { key, args, knownTo };
}

/** Bounds of the variables that sums may drive out of range. Tension's rises and falls are damped before they get here. */
const INDEX_BOUNDS: readonly [number, number] = [0, 100];
const BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  tension: INDEX_BOUNDS,
  approval: INDEX_BOUNDS,
  credibility: INDEX_BOUNDS,
  influence: INDEX_BOUNDS,
  trust: INDEX_BOUNDS,
  consent: INDEX_BOUNDS,
  restraint: INDEX_BOUNDS,
  value: INDEX_BOUNDS,
  stage: [0, 1],
  tradeLost: [0, 10],
  provocation: [0, 20],
  money: [0, 1000],
  rung: [0, TOP_RUNG],
  heat: INDEX_BOUNDS,
};

export interface Settled {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** Where lines of this step are numbered from. */
export interface Stamp {
  readonly turn: number;
  readonly round: number;
  readonly n: number;
}

/** Applies one phase's contributions: sorted by subject and variable, summed, clamped once. */
export function settle(state: State, contributions: readonly Contribution[], stamp: Stamp): Settled {
  const lines = [...contributions].sort(byCell);
  const effects: Effect[] = [];
  let from = 0;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (next !== undefined && byCell(line, next) === 0) return;
    settleCell(state, i === from ? [line] : sortedByContent(lines.slice(from, i + 1)), stamp, effects);
    from = i + 1;
  });
  return { state: applyAll(state, effects), effects };
}

const byCell = (a: Cell, b: Cell): number => byCodeUnit(a.subject, b.subject) || byCodeUnit(a.variable, b.variable);

function settleCell(state: State, lines: readonly Contribution[], { turn, round, n }: Stamp, effects: Effect[]): void {
  const { subject, variable } = lines[0] as Contribution;
  let value = read(state, subject, variable);
  const push = (rule: string, after: Json, why: Because): void => {
    if (after === value) return;
    effects.push({ turn, round, n: n + effects.length, rule, subject, variable, before: value, after, because: why });
    value = after;
  };
  for (const line of lines) {
    if ('set' in line) {
      push(line.rule, line.set, line.because);
      continue;
    }
    if (typeof value !== 'number') throw new Error(`${subject}.${variable} is no number to add to (${line.rule})`);
    push(line.rule, value + line.add, line.because);
  }
  const bounds = BOUNDS[variable];
  if (bounds && typeof value === 'number') push('bounds', clamp(value, bounds[0], bounds[1]), because('why.bounds'));
}

/** Reads a cell; null where there is nothing. */
export function read(state: State, subject: string, variable: string): Json {
  const thing = thingAt(state, subject);
  if (variable === 'self') return (thing ?? null) as Json;
  return (thing?.[variable] ?? null) as Json;
}

function thingAt(state: State, subject: string): Record<string, Json> | undefined {
  const slash = subject.indexOf('/');
  if (slash < 0) return state[subject as 'world'] as unknown as Record<string, Json>;
  const collection = state[subject.slice(0, slash) as 'powers'] as unknown as Record<string, Record<string, Json>>;
  return must(collection, subject)[subject.slice(slash + 1)];
}

/** The state after these lines, those of one subject one after another; each line's `before` is what is there. */
function applyAll(state: State, effects: readonly Effect[]): State {
  if (effects.length === 0) return state;
  const draft: Draft = { ...state } as unknown as Draft;
  const fresh = new Set<string>();
  let subject = '';
  let thing: Record<string, Json> = {};
  for (const e of effects) {
    if (e.variable === 'self') {
      comeOrGo(draft, e, fresh);
      subject = '';
      continue;
    }
    if (e.subject !== subject) {
      thing = copied(draft, e, fresh);
      subject = e.subject;
    }
    thing[e.variable] = e.after;
  }
  return draft as unknown as State;
}

/** A state being written: what is in `fresh` is its own, the rest still belongs to the state before. */
type Draft = Record<string, Record<string, Json>>;

function ownCollection(draft: Draft, name: string, fresh: Set<string>): Record<string, Json> {
  if (!fresh.has(name)) {
    draft[name] = { ...draft[name] };
    fresh.add(name);
  }
  return draft[name] as Record<string, Json>;
}

function comeOrGo(draft: Draft, { subject, after }: Effect, fresh: Set<string>): void {
  const slash = subject.indexOf('/');
  const collection = ownCollection(draft, subject.slice(0, slash), fresh);
  if (after === null) delete collection[subject.slice(slash + 1)];
  else collection[subject.slice(slash + 1)] = after;
}

/** A copy of the line's subject, put in its place, to write to. */
function copied(draft: Draft, { subject, variable, rule }: Effect, fresh: Set<string>): Record<string, Json> {
  const slash = subject.indexOf('/');
  if (slash < 0) return ownCollection(draft, subject, fresh);
  const collection = ownCollection(draft, subject.slice(0, slash), fresh);
  const id = subject.slice(slash + 1);
  const there = collection[id] as Record<string, Json> | undefined;
  assert(there, `${subject} exists before ${variable} changes (${rule})`);
  const copy = { ...there };
  collection[id] = copy;
  return copy;
}

/** Sets first (there is at most one in a cell), then sums in an order that depends on their content alone. */
function sortedByContent(lines: readonly Contribution[]): readonly Contribution[] {
  return lines
    .map((line) => ({ line, key: `${'set' in line ? 0 : 1}|${line.rule}|${line.because.key}|` }))
    .sort((a, b) => byCodeUnit(a.key, b.key) || byCodeUnit(restOf(a.line), restOf(b.line)))
    .map(({ line }) => line);
}

const restOf = (c: Contribution): string =>
  `${JSON.stringify(c.because.args)}|${'set' in c ? `0${JSON.stringify(c.set)}` : `1${c.add}`}`;

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

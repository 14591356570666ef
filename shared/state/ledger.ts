/**
 * The ledger: every change of the state, in order, with its rule and its reason. Rules hand in contributions (add this,
 * set that, because); one function turns a phase's contributions into ledger lines, the same whatever order they came in.
 */
import { assert } from '../assert.ts';
import { clamp } from '../math/real.ts';
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

/** Applies one phase's contributions: sorted, summed, clamped once. */
export function settle(state: State, contributions: readonly Contribution[], stamp: Stamp): Settled {
  if (contributions.length === 0) return { state, effects: [] };
  const cells = new Map<string, Contribution[]>();
  for (const c of contributions) {
    const key = `${c.subject} ${c.variable}`;
    const there = cells.get(key);
    if (there) there.push(c);
    else cells.set(key, [c]);
  }
  const effects: Effect[] = [];
  for (const key of [...cells.keys()].sort(byCodeUnit)) {
    const lines = cells.get(key);
    assert(lines, 'a cell has lines');
    settleCell(state, lines.length > 1 ? [...lines].sort(byContent) : lines, stamp, effects);
  }
  return { state: applyAll(state, effects), effects };
}

function settleCell(state: State, lines: readonly Contribution[], stamp: Stamp, effects: Effect[]): void {
  let value = read(state, (lines[0] as Contribution).subject, (lines[0] as Contribution).variable);
  const push = (cell: Cell, after: Json): void => {
    if (after === value) return;
    const { rule, subject, variable } = cell;
    effects.push({ ...stamp, n: stamp.n + effects.length, rule, subject, variable, before: value, after, because: cell.because });
    value = after;
  };
  for (const line of lines) {
    if ('set' in line) {
      push(line, line.set);
      continue;
    }
    assert(typeof value === 'number', `${line.subject}.${line.variable} is a number to add to (${line.rule})`);
    push(line, value + line.add);
  }
  const last = lines[lines.length - 1] as Contribution;
  const bounds = BOUNDS[last.variable];
  if (bounds && typeof value === 'number') {
    push({ ...last, rule: 'bounds', because: because('why.bounds') }, clamp(value, bounds[0], bounds[1]));
  }
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
  assert(collection, `${subject} names a collection`);
  return collection[subject.slice(slash + 1)];
}

/** The state after these lines; each line's `before` must be what is there. */
export function applyAll(state: State, effects: readonly Effect[]): State {
  if (effects.length === 0) return state;
  const next = { ...state } as unknown as Record<string, Record<string, Json>>;
  const fresh = new Set<string>();
  for (const e of effects) {
    const slash = e.subject.indexOf('/');
    const top = slash < 0 ? e.subject : e.subject.slice(0, slash);
    if (!fresh.has(top)) {
      next[top] = { ...next[top] };
      fresh.add(top);
    }
    const holder = next[top] as Record<string, Json>;
    if (slash < 0) holder[e.variable] = e.after;
    else applyTo(holder, e.subject.slice(slash + 1), e, fresh);
  }
  return next as unknown as State;
}

function applyTo(collection: Record<string, Json>, id: string, e: Effect, fresh: Set<string>): void {
  if (e.variable === 'self') {
    if (e.after === null) delete collection[id];
    else collection[id] = e.after;
    fresh.delete(e.subject);
    return;
  }
  assert(collection[id] !== undefined, `${e.subject} exists before ${e.variable} changes (${e.rule})`);
  if (!fresh.has(e.subject)) {
    collection[id] = { ...(collection[id] as Record<string, Json>) };
    fresh.add(e.subject);
  }
  (collection[id] as Record<string, Json>)[e.variable] = e.after;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sets first (there is at most one in a cell), then sums in an order that depends on their content alone. */
function byContent(a: Contribution, b: Contribution): number {
  return byCodeUnit(contentKey(a), contentKey(b));
}
function contentKey(c: Contribution): string {
  const kind = 'set' in c ? `0${JSON.stringify(c.set)}` : `1${c.add}`;
  return `${kind[0]}|${c.rule}|${c.because.key}|${JSON.stringify(c.because.args)}|${kind}`;
}

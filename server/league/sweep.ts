/**
 * Sweeps: one number of the scenario set to other values, the same seeds for each, and what differs from the games with the
 * number as it stands.
 */
import { must } from '../../shared/assert.ts';
import { type Tale, winnerOf } from '../../shared/game/tale.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { StartFault } from '../start-fault.ts';
import { changeInterval, type Interval, meanInterval } from './intervals.ts';
import type { Swept } from './variant.ts';

/** What a value changes: paired differences, game by game, each value less the number as it stands. */
export interface Step extends Omit<Swept, 'instead'> {
  readonly games: number;
  /** In how many of them anything of what follows is another. */
  readonly differ: number;
  /** Shares of games: with nuclear use, and won by each seat. */
  readonly nuclearUse: Interval;
  readonly wins: Readonly<Record<Power, Interval>>;
  readonly scores: Readonly<Record<Power, Interval>>;
  readonly common: Interval;
  readonly crises: Interval;
  readonly tension: Interval;
}

export interface Twice {
  readonly swept: Swept;
  readonly before: Tale;
  readonly after: Tale;
}

export function stepsOf(pairs: readonly Twice[]): readonly Step[] {
  const keys = [...new Set(pairs.map(({ swept }) => `${swept.path}=${swept.value}`))];
  return keys.map((key) => stepOf(pairs.filter(({ swept }) => `${swept.path}=${swept.value}` === key)));
}

function stepOf(pairs: readonly Twice[]): Step {
  const { instead: _instead, ...swept } = must(pairs[0], 'a value that was played').swept;
  const change = (of: (tale: Tale) => number): Interval => meanInterval(pairs.map(({ before, after }) => of(after) - of(before)));
  const oftener = (is: (tale: Tale) => boolean): Interval =>
    changeInterval(pairs.map(({ before, after }) => Number(is(after)) - Number(is(before))));
  const bySeat = (of: (power: Power) => Interval): Readonly<Record<Power, Interval>> => ({
    us: of('us'),
    ru: of('ru'),
    cn: of('cn'),
  });
  return {
    ...swept,
    games: pairs.length,
    differ: pairs.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after)).length,
    nuclearUse: oftener(({ ending }) => ending !== 'time'),
    wins: bySeat((power) => oftener((tale) => winnerOf(tale) === power)),
    scores: bySeat((power) => change(({ scores }) => scores[power])),
    common: change(({ common }) => common),
    crises: change(({ crises }) => crises),
    tension: change(({ tension }) => tension),
  };
}

/** `parameters.crisis.midpoint=55,60`: the values that a number is to take, each one that the scenario may have. */
export function readSweep(scenario: Scenario, text: string): readonly Swept[] {
  const [path = '', list = '', ...rest] = text.split('=');
  const values = list.split(',').map((value) => (value.trim() === '' ? Number.NaN : Number(value)));
  if (rest.length > 0 || !values.every(Number.isFinite))
    throw new StartFault(`--sweep must name a number and its values, as in parameters.crisis.midpoint=55,60, not "${text}".`);
  for (const value of values) withNumber(scenario, path, value);
  const stands = must(numbersOf(scenario).get(path), path);
  return values.map((value) => ({ instead: 'swept', path, stands, value }));
}

/** The scenario with one number changed; a path or a value that it cannot have is refused with a sentence. */
export function withNumber(scenario: Scenario, path: string, value: number): Scenario {
  const known = [...numbersOf(scenario).keys()];
  if (!known.includes(path))
    throw new StartFault(`The scenario has no number "${path}"; near it: ${nearest(path, known).join(', ')}.`);
  const changed: unknown = replaced(scenario, path.split('.'), value);
  const loaded = loadScenario(changed);
  if (isRefusal(loaded)) throw new StartFault(`${path} cannot be ${value}: ${loaded.args['path']}: ${loaded.args['problem']}`);
  return loaded;
}

/** Every number by its path; members of lists go by their id where they have one, else by their place. */
function numbersOf(value: unknown, path: readonly string[] = []): ReadonlyMap<string, number> {
  if (typeof value === 'number') return new Map([[path.join('.'), value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(membersOf(value).flatMap(([name, member]) => [...numbersOf(member, [...path, name])]));
}

function membersOf(value: object): readonly (readonly [string, unknown])[] {
  if (!Array.isArray(value)) return Object.entries(value);
  return value.map((member: unknown, i) => {
    const id = typeof member === 'object' && member !== null && 'id' in member ? member.id : undefined;
    return [typeof id === 'string' ? id : String(i), member];
  });
}

function replaced(value: unknown, [name, ...rest]: readonly string[], number: number): unknown {
  if (name === undefined || typeof value !== 'object' || value === null) return number;
  const members = membersOf(value).map(([key, member]) => [key, key === name ? replaced(member, rest, number) : member] as const);
  return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members);
}

const MOST_NEAR = 4;

/** The paths that are nearest, compared by as many of their last names as were given. */
function nearest(path: string, known: readonly string[]): readonly string[] {
  const count = path.split('.').length;
  const tail = (one: string): string => one.split('.').slice(-count).join('.');
  return known
    .map((one) => ({ one, steps: Math.min(editSteps(path, one), editSteps(path, tail(one))) }))
    .sort((a, b) => a.steps - b.steps || a.one.length - b.one.length)
    .slice(0, MOST_NEAR)
    .map(({ one }) => one);
}

/** How many letters must be put in, left out or changed to make one word the other. */
function editSteps(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, its] of [...other].entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== its)));
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Steps of one path together, in the order in which they were asked for. */
export const pathsOf = (steps: readonly Step[]): readonly (readonly [string, readonly Step[]])[] =>
  [...new Set(steps.map(({ path }) => path))].map((path) => [path, steps.filter((step) => step.path === path)]);

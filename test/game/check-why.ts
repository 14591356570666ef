/** Checks an explanation: its formula by functions written once more, and where each symbol says that it comes from. */
import type { FUNCTIONS, Part, Why } from '../../shared/capability/why.ts';
import { stateOf } from '../../shared/game/game.ts';
import { RULEBOOK } from '../../shared/game/rulebook.ts';
import { SOURCES } from '../../shared/scenario/sources.ts';
import { read } from '../../shared/state/ledger.ts';
import type { State } from '../../shared/state/state.ts';
import { board, PLEDGE, start, withCrisis, withPair, withPower, withWorld } from '../belief/table.ts';
import { randomGame } from './random-sheets.ts';

/** The incomplete beta integral by Simpson's rule and its inverse by halving: knows nothing of the core's own. */
const integrated = new Map<string, number>();
function quantile(p: number, a: number, b: number): number {
  const key = `${p} ${a} ${b}`;
  const known = integrated.get(key) ?? integral(p, a, b);
  integrated.set(key, known);
  return known;
}

function integral(p: number, a: number, b: number): number {
  const density = (x: number): number => x ** (a - 1) * (1 - x) ** (b - 1);
  const area = (to: number): number => {
    const [steps, h] = [400, to / 400];
    let sum = 0;
    for (let i = 0; i < steps; i++)
      sum += density(i * h || 1e-12) + 4 * density((i + 0.5) * h) + density(Math.min((i + 1) * h, 1 - 1e-12));
    return (sum * h) / 6;
  };
  const whole = area(1);
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (area(middle) / whole < p) low = middle;
    else high = middle;
  }
  return low;
}

/** Who outlives a salvo dealt out one by one. */
function outlive(objects: number, salvo: number, p: number): readonly number[] {
  let chances = [1];
  for (let i = 0; i < objects; i++) {
    const miss = (1 - p) ** (Math.floor(salvo / objects) + (i < salvo % objects ? 1 : 0));
    chances = [...chances, 0].map((chance, k) => chance * (1 - miss) + (k > 0 ? chances[k - 1]! * miss : 0));
  }
  return chances;
}

/** Every salvo of every look tried, the fewest that are best first. */
function bestPlan(looks: number, w: number, m: number, p: number): { readonly leakers: number; readonly none: number } {
  if (w === 0) return { leakers: 0, none: 1 };
  if (looks === 0) return { leakers: w, none: 0 };
  let best = { leakers: Number.POSITIVE_INFINITY, none: 0 };
  for (let salvo = looks === 1 ? m : 0; salvo <= m; salvo++) {
    const plan = { leakers: 0, none: 0 };
    for (const [left, chance] of outlive(w, salvo, p).entries()) {
      const after = bestPlan(looks - 1, left, m - salvo, p);
      plan.leakers += chance * after.leakers;
      plan.none += chance * after.none;
    }
    if (plan.leakers < best.leakers - 1e-12) best = plan;
  }
  return best;
}

/** Inclusion and exclusion over the warheads that no shot kills. */
function hitAll(p: number, objects: number, shots: number, warheads: number): number {
  let [sum, ways] = [0, 1];
  for (let missed = 0; missed <= warheads; missed++) {
    sum += (-1) ** missed * ways * (1 - (p * missed) / objects) ** shots;
    ways = (ways * (warheads - missed)) / (missed + 1);
  }
  return sum;
}

/** Ways to pick so many out of so many. */
const choose = (n: number, k: number): number => {
  let ways = k < 0 || k > n ? 0 : 1;
  for (let i = 0; i < k && ways > 0; i++) ways = (ways * (n - i)) / (i + 1);
  return ways;
};
const binomial = (k: number, n: number, p: number): number => (k > n ? 0 : choose(n, k) * p ** k * (1 - p) ** (n - k));
const upTo = (n: number, of: (i: number) => number): number =>
  Array.from({ length: n + 1 }, (_, i) => of(i)).reduce((sum, each) => sum + each, 0);

/** So many leak of two kinds in all, in closed form. */
const leakOfBoth = (n: number, ...[few, leakFew, more, leakMore]: number[]): number =>
  upTo(n, (i) => binomial(i, few!, leakFew!) * binomial(n - i, more!, leakMore!));

/** The functions that a formula may name, written once more. */
const CALLED: Readonly<Record<(typeof FUNCTIONS)[number], (...of: never[]) => number>> = {
  min: Math.min,
  max: Math.max,
  pow: Math.pow,
  logistic: (x: number): number => 1 / (1 + Math.exp(-x)),
  D: (n: number, n50: number): number => 1 - 2 ** (-n / n50),
  Pk: (p: number, shots: number): number => {
    if (Number.isNaN(shots)) return 0;
    const whole = Math.floor(Math.min(shots, 1e6));
    const at = (n: number): number => 1 - (1 - p) ** n;
    return at(whole) + (Math.min(shots, 1e6) - whole) * (at(whole + 1) - at(whole));
  },
  quantile,
  atRest,
  F11: (looks: number, w: number, m: number, p: number): number => bestPlan(looks, w, m, p).leakers,
  P11: (looks: number, w: number, m: number, p: number): number => bestPlan(looks, w, m, p).none,
  P9: hitAll,
  P8: leakOfBoth,
  choose,
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  acos: Math.acos,
  round: Math.round,
  floor: Math.floor,
  ceil: Math.ceil,
  ln: Math.log,
};

/** Both sides' fear step by step, as SCIENCE S7 tells it. */
function atRest(...[a, b, pA, pB, gain, width, steps]: number[]): number {
  const fear = [a!, b!];
  const sigma = (x: number): number => 1 / (1 + Math.exp(-x));
  for (let step = 0; step < steps!; step++) {
    const [x, y] = fear as [number, number];
    fear[0] = a! + (1 - a!) * gain! * sigma((y - pB!) / width!);
    fear[1] = b! + (1 - b!) * gain! * sigma((x - pA!) / width!);
  }
  return fear[0]!;
}

const checked = new WeakSet<Why>();
const compiled = new Map<string, (...all: unknown[]) => number>();

function worked({ formula, parts }: Why): number {
  const symbols = parts.map(({ symbol }) => symbol);
  const key = `${formula} with ${symbols.join()}`;
  const work =
    compiled.get(key) ??
    (new Function(...Object.keys(CALLED), ...symbols, `return ${formula};`) as (...all: unknown[]) => number);
  compiled.set(key, work);
  return work(...Object.values(CALLED), ...parts.map(({ value }) => value));
}

function must(holds: boolean, what: () => string): void {
  if (!holds) throw new Error(what());
}

/**
 * Works the formula's text out from its symbols, then those of its parts, and looks up where each says it comes from:
 * in a scenario, or in the rows of the command line's `answer` beside it.
 */
export function check(why: Why, state: State | null, scenario: object = board.scenario): void {
  if (checked.has(why)) return;
  checked.add(why);
  const symbols = why.parts.map(({ symbol }) => symbol);
  must(new Set(symbols).size === symbols.length, () => `${why.what}: symbols ${symbols.join()}`);
  const got = worked(why);
  // The tests' own quantile is a coarse integral, and an alarm is its own last step but one.
  const close = why.formula.includes('quantile') ? 2e-3 : why.what === 'alarm' ? 1e-6 : 1e-9;
  const isSame = Math.abs(got - why.value) <= close * Math.max(1, Math.abs(why.value));
  must(isSame, () => `${why.what} = ${why.formula} = ${got}, not ${why.value}`);
  must(why.sources.length > 0 && why.sources.every((id) => SOURCES[id].reference.length > 0), () => `${why.what}: sources`);
  for (const symbol of symbols) must(new RegExp(`\\b${symbol}\\b`).test(why.formula), () => `${why.what} uses ${symbol}`);
  for (const part of [...why.parts, ...(why.holdsBy ?? [])]) checkOrigin(why, part, { state, scenario });
}

interface Origins {
  readonly state: State | null;
  readonly scenario: object;
}

function checkOrigin({ what }: Why, { symbol, value, from }: Part, { state, scenario }: Origins): void {
  const is = (found: unknown, where: string): void =>
    must(found === value, () => `${what}: ${symbol} is ${value}, not ${found} at ${where}`);
  if (from.type === 'why') {
    is(from.why.value, 'its own why');
    check(from.why, state, scenario);
  } else if (from.type === 'answer') {
    is(valueAt(scenario, `answer.${from.path}`), from.path);
    const why = valueAt(scenario, `answer.${from.path.replace(/\.(\w+)$/, '.why.$1')}`) as Why | undefined;
    is(why?.value, `the why of ${from.path}`);
    check(why as Why, state, scenario);
  } else if (from.type === 'parameter' || from.type === 'data') {
    const found = valueAt(scenario, from.path);
    is(found === true ? 1 : found, from.path);
  } else if (from.type === 'ledger') {
    const cell = state && read(state, from.subject, from.variable);
    // A word or a mark stands for "it is so".
    is(typeof cell === 'number' ? cell : cell === null ? null : 1, `${from.subject} ${from.variable}`);
  } else if (from.type === 'rule')
    must(
      RULEBOOK.some(({ id }) => id === from.rule),
      () => `${what}: no rule ${from.rule}`,
    );
  else must(state === null, () => `${what}: ${symbol} is given by nobody in a game`);
}

/** A member of a list goes by its id, its leg, or its site and leg. */
const valueAt = (scenario: object, path: string): unknown =>
  path.split('.').reduce<unknown>((inside, key) => {
    const list = Array.isArray(inside) ? (inside as { id?: string; leg?: string; site?: string }[]) : [];
    const named = list.find(({ id, leg, site }) => [id, site === undefined ? leg : `${site}/${leg}`].includes(key));
    return named ?? (inside as Record<string, unknown> | undefined)?.[key];
  }, scenario);

const played = randomGame(board, 'why', 4);
const tense = withPair(withPower(withWorld(start, { tension: 80 }), 'cn', { posture: 'generated', dispersal: 2 }), 'us>ru', {
  trust: 5,
});
/** Russia has looked into the GBI, holds its missiles ready to launch on warning, and puts out American eyes. */
export const informed: State = {
  ...withPower(start, 'ru', { launchUnderAttack: true, 'counter-sensor': 2, penaids: 1 }),
  insights: { 'ru>gbi': { killA: 2, killB: 3, decoyA: 4, decoyB: 1 } },
};
/** Everything that restrains: caps pledged and signed, denials, visits, missiles forward, partners, works, a crisis. */
export const bound: State = {
  ...withCrisis(withWorld(start, { turn: 6 }), {
    status: 'running',
    first: 'us',
    second: 'ru',
    escalatedFirst: 1,
    escalatedSecond: 2,
  }),
  ladders: { ...start.ladders, 'ru-cn': { rung: 7 } },
  alliances: Object.fromEntries(Object.keys(start.alliances).map((id) => [id, { rung: 2 }])),
  forward: { 'ru>deveselu': { since: 2 } },
  insights: { 'ru>sm3-ib': { killA: 2, killB: 0, decoyA: 1, decoyB: 1 } },
  works: {
    w1: { owner: 'us', what: 'battery', battery: 'fort-greely', add: 4, start: 5, ready: 7 },
    w2: { owner: 'ru', what: 'mirv', battery: '', add: 0, start: 5, ready: 7 },
    w3: { owner: 'cn', what: 'dispersal', battery: '', add: 0, start: 5, ready: 7 },
  },
  deeds: {
    d1: { turn: 5, power: 'us', kind: 'reinforce', target: 'fort-greely', amount: 4 },
    d2: { turn: 5, power: 'us', kind: 'visit', target: 'deveselu', amount: 1 },
  },
  commitments: {
    c1: { ...PLEDGE, made: 5, until: 9, condition: { type: 'inventory-over', battery: 'fort-greely', count: 30 } },
    c2: {
      ...PLEDGE,
      kind: 'denial',
      rank: 0.6,
      made: 5,
      until: 9,
      condition: { type: 'inventory-over', battery: 'deveselu', count: 24 },
    },
  },
  treaties: {
    t1: {
      parties: ['us', 'ru'],
      clauses: [{ type: 'cap', battery: 'vandenberg', count: 4 }, { type: 'inspection' }],
      made: 4,
      status: 'in-force',
      by: [],
      ends: 0,
    },
  },
};
export const states: readonly State[] = [start, stateOf(played), tense, informed, bound];

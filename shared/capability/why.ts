/**
 * "Why?" as data: a number with its formula, and each symbol of the formula with where it comes from. The formula is text
 * that can be worked out again from the symbols, and a test does so for every number that is explained.
 */
import type { SourceId } from '../scenario/sources.ts';

export interface Why {
  /** What the number is: a name that is the same wherever this formula is used. */
  readonly what: string;
  readonly value: number;
  /** In the symbols below, + - * / and the functions of FUNCTIONS. */
  readonly formula: string;
  readonly parts: readonly Part[];
  /** What decides that this formula holds and no other, and is not in it. */
  readonly holdsBy?: readonly Part[];
  readonly sources: readonly SourceId[];
}

/**
 * What a formula may call: D(n, n50) is S3, Pk(p, shots) F1 between whole numbers, quantile(q, a, b) a Beta distribution's,
 * atRest(base, otherBase, threshold, otherThreshold, reciprocal, width, iterations) S7 of the first side, F11(looks, objects,
 * interceptors, p) the fewest leakers over several looks and P11 the chance of none by that plan, P9(p, objects,
 * interceptors, warheads) the chance that shots at objects picked by chance hit each warhead. P8(n, few, leakFew, more,
 * leakMore) is the chance that n leak in all where so few leak with one chance each and so many more with another: F7
 * for both, convolved. choose(n, k) is the number of ways to pick k of n.
 */
export const FUNCTIONS = [
  'min',
  'max',
  'pow',
  'sqrt',
  'sin',
  'cos',
  'acos',
  'round',
  'floor',
  'ceil',
  'ln',
  'logistic',
  'D',
  'Pk',
  'quantile',
  'atRest',
  'F11',
  'P11',
  'P9',
  'P8',
  'choose',
] as const;

/** One symbol of a formula. */
export interface Part {
  readonly symbol: string;
  readonly value: number;
  readonly from: Origin;
}

export type Origin =
  /** Worked out in its turn. */
  | { readonly type: 'why'; readonly why: Why }
  /** Worked out in a row of a list of the same answer, by the list, the row's place and the number's name there. */
  | { readonly type: 'answer'; readonly path: string }
  /** A number of the scenario file that may be tuned, by its path there. */
  | { readonly type: 'parameter'; readonly path: string }
  /** Other data of the scenario: forces, records, places. A path names a member of a list by its id, leg, or site and leg. */
  | { readonly type: 'data'; readonly path: string }
  /** A cell of the state: its own "why?" is the ledger. */
  | { readonly type: 'ledger'; readonly subject: string; readonly variable: string }
  /** What a rule of the rulebook adds, which has its formula and figures there. */
  | { readonly type: 'rule'; readonly rule: string }
  /** Given by who asks. */
  | { readonly type: 'given' };

/** A part whose explanation is at hand. */
export type Worked = Part & { readonly from: { readonly type: 'why' } };

export const reckoned = (symbol: string, why: Why): Worked => ({ symbol, value: why.value, from: { type: 'why', why } });
export const parameter = (symbol: string, value: number, path: string): Part => ({
  symbol,
  value,
  from: { type: 'parameter', path: `parameters.${path}` },
});
export const datum = (symbol: string, value: number, path: string): Part => ({ symbol, value, from: { type: 'data', path } });
export const cell = (symbol: string, value: number, subject: string, variable: string): Part => ({
  symbol,
  value,
  from: { type: 'ledger', subject, variable },
});
export const beside = (symbol: string, value: number, path: string): Part => ({ symbol, value, from: { type: 'answer', path } });
export const given = (symbol: string, value: number): Part => ({ symbol, value, from: { type: 'given' } });

export const byRule = (symbol: string, value: number, rule: string): Part => ({ symbol, value, from: { type: 'rule', rule } });

/** A number of the model of engagements. */
export const worked = (what: string, value: number, formula: string, parts: readonly Part[]): Why => ({
  what,
  value,
  formula,
  parts,
  sources: ['wilkening'],
});

/** The sum of parts that have names of their own. */
export function sumOf(what: string, parts: readonly Part[], sources: readonly SourceId[]): Why {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return { what, value, formula: parts.map(({ symbol }) => symbol).join(' + ') || '0', parts, sources };
}

/** The explanation of a part that is worked out. */
export function whyIn(part: Part | undefined): Why {
  if (part?.from.type !== 'why') throw new Error(`${part?.symbol ?? 'nothing'} is not worked out`);
  return part.from.why;
}

/** A number that the model takes as fixed. */
export const constant = (symbol: string, value: number, what: string): Part =>
  reckoned(symbol, { what, value, formula: String(value), parts: [], sources: ['two-body'] });

/** Where there is none of it. */
export const none = (symbol: string, what: string): Part =>
  reckoned(symbol, { what, value: 0, formula: '0', parts: [], sources: ['rules'] });

/** An explanation as indented lines, numbers beside their formulas. What was told already is not told again. */
export function linesOf(why: Why, depth = 0, told = new Set<Why>()): readonly string[] {
  const indent = '  '.repeat(depth);
  told.add(why);
  const lines = (part: Part, lead = ''): readonly string[] => {
    const line = `${indent}  ${lead}${lineOf(part)}`;
    if (part.from.type !== 'why') return [line];
    const { why: inner } = part.from;
    return told.has(inner) ? [`${line}   (as above)`] : [line, ...linesOf(inner, depth + 2, told)];
  };
  return [
    `${indent}${headOf(why)}`,
    ...why.parts.flatMap((part) => lines(part)),
    ...(why.holdsBy ?? []).flatMap((part) => lines(part, 'as ')),
  ];
}

/** One step of an explanation alone: the formula and its symbols, and not what these were worked out from. */
export const stepOf = (why: Why): readonly string[] => [
  headOf(why),
  ...why.parts.map((part) => `  ${lineOf(part)}`),
  ...(why.holdsBy ?? []).map((part) => `  as ${lineOf(part)}`),
];

const headOf = ({ what, value, formula, sources }: Why): string =>
  `${what} = ${short(value)} = ${formula}   [${sources.join(', ')}]`;

function lineOf({ symbol, value, from }: Part): string {
  const line = `${symbol} = ${short(value)}`;
  if (from.type === 'ledger') return `${line}   (${from.subject} ${from.variable})`;
  if (from.type === 'rule') return `${line}   (rule ${from.rule})`;
  return 'path' in from ? `${line}   (${from.path})` : line;
}

const short = (value: number): string => String(Number(value.toPrecision(6)));

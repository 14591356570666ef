/** What was written after a model's name: each value is checked as it is asked for, and a mistake is a sentence. */
import { parseArgs } from 'node:util';
import { LIMITS } from '../../../shared/limits.ts';

/** A mistake of the caller's; carries the sentence to print. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  /** Taken where the option is left out; without it the option must be given. */
  readonly otherwise?: number;
}

export const COUNT = { least: 0, most: LIMITS.inventory };
export const WARHEADS = { least: 1, most: LIMITS.inventory };
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const SHARE = { least: 0, most: 1 };

export class Options {
  private readonly values: Readonly<Record<string, string | boolean | undefined>>;

  constructor(args: readonly string[], names: readonly string[], flags: readonly string[]) {
    const options: Record<string, { readonly type: 'string' | 'boolean' }> = {};
    for (const name of names) options[name] = { type: 'string' };
    for (const name of flags) options[name] = { type: 'boolean' };
    try {
      const { values, tokens } = parseArgs({ args: withNegatives(args, names), options, strict: true, tokens: true });
      const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
      const twice = given.find((name, i) => given.indexOf(name) < i);
      if (twice !== undefined) throw new BadInput(`--${twice} is given twice.`);
      this.values = values;
    } catch (error) {
      if (error instanceof BadInput) throw error;
      throw new BadInput(sentenceOf(error, [...names, ...flags]));
    }
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  text(name: string): string {
    const text = this.values[name];
    if (typeof text === 'string') return text;
    throw new BadInput(`--${name} must be given.`);
  }

  number(name: string, { least, most, otherwise }: Bounds): number {
    const text = this.values[name];
    if (text === undefined && otherwise !== undefined) return otherwise;
    if (typeof text !== 'string') throw new BadInput(`--${name} must be given.`);
    const value = Number(text);
    if (DECIMAL.test(text) && value >= least && value <= most) return value;
    const what = least === 0 && value < 0 ? 'must not be negative: a number' : 'must be a number';
    throw new BadInput(`--${name} ${what} from ${least} to ${most}, not "${text}".`);
  }

  whole(name: string, bounds: Bounds): number {
    const value = this.number(name, bounds);
    if (Number.isInteger(value)) return value;
    throw new BadInput(`--${name} must be a whole number, not ${value}.`);
  }

  share(name: string, otherwise?: number): number {
    return this.number(name, otherwise === undefined ? SHARE : { ...SHARE, otherwise });
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], otherwise?: T): T {
    const text = this.values[name] ?? otherwise;
    const found = allowed.find((each) => each === text);
    if (found !== undefined) return found;
    throw new BadInput(`--${name} must be one of ${allowed.join(', ')}${text === undefined ? '' : `, not "${String(text)}"`}.`);
  }
}

/** A negative number after an option is its value, though it begins like an option. */
function withNegatives(args: readonly string[], names: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1) ?? '';
    if (/^-[\d.]/.test(arg) && names.some((name) => before === `--${name}`)) joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

/** parseArgs throws only for what the caller wrote, and says what in quotes. */
function sentenceOf(error: unknown, names: readonly string[]): string {
  const said = error instanceof Error ? error.message : String(error);
  const [, what = '', option = ''] = /'((--?[^' ]*)?[^']*)'/.exec(said) ?? [];
  const all = `There are: ${names.map((name) => `--${name}`).join(', ')}.`;
  if (said.startsWith('Unknown option')) return `Unknown option ${what}. ${all}`;
  if (said.startsWith('Unexpected argument')) return `Unknown argument "${what}". ${all}`;
  return `${option} ${said.includes('does not take') ? 'takes no value' : 'needs a value'}.`;
}

/** One question that can be asked: its name is its file's. */
export interface Model {
  readonly needs: readonly string[];
  /** What may be left out. */
  readonly options: readonly string[];
  /** Options without a value, besides --json. */
  readonly flags?: readonly string[];
  readonly answer: (options: Options) => object;
}

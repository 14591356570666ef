/**
 * JSON with its repetitions taken out: every word and every list of field names is said once, at the head, and numbers
 * stand for them after that. The ledger is the same dozen fields a hundred times over, and shrinks to a third.
 */
import type { Json } from '../state/state.ts';

/**
 * In the body a whole number below zero is a word; `[SHAPE, ...]` an object's fields in the order of its shape; `[-1, ...]`
 * a list; `[-2, number]` a number that is below zero itself; everything else is itself.
 */
export interface Shaped {
  readonly words: readonly string[];
  /** Field names of an object, as places in `words`. */
  readonly shapes: readonly (readonly number[])[];
  readonly body: Json;
}

const LIST = -1;
const NUMBER = -2;
type Fields = Readonly<Record<string, Json>>;

export function shaped(value: Json): Shaped {
  const words = new Numbering();
  const shapes = new Numbering();
  const told = (one: Json): Json => {
    if (typeof one === 'string') return -1 - words.of(one);
    if (typeof one === 'number') return one < 0 || Object.is(one, -0) ? [NUMBER, one] : one;
    if (typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one)) return [LIST, ...one.map((each) => told(each as Json))];
    const names = Object.keys(one);
    const shape = shapes.of(names.map((name) => words.of(name)).join(' '));
    return [shape, ...names.map((name) => told((one as Fields)[name] as Json))];
  };
  const body = told(value);
  return { words: words.all, shapes: shapes.all.map((key) => (key === '' ? [] : key.split(' ').map(Number))), body };
}

/** Throws where it was not made by `shaped`. */
export function unshaped({ words, shapes, body }: Shaped): Json {
  const wordAt = (place: number): string => {
    const word = words[place];
    if (typeof word !== 'string') throw new Error(`there is no word ${place}`);
    return word;
  };
  const heard = (one: Json): Json => {
    if (typeof one === 'number') return one < 0 ? wordAt(-1 - one) : one;
    if (!Array.isArray(one)) return one;
    const [kind, ...rest] = one as readonly Json[];
    if (kind === LIST) return rest.map(heard);
    if (kind === NUMBER) return rest[0] ?? null;
    const names = shapes[Number(kind)];
    if (!names || names.length !== rest.length) throw new Error(`there is no shape ${String(kind)} of ${rest.length} fields`);
    // Made field by field, so that a field called __proto__ is a field and nothing else.
    return Object.fromEntries(names.map((name, i) => [wordAt(name), heard(rest[i] as Json)]));
  };
  return heard(body);
}

/** Gives each word a number, the first one 0. */
class Numbering {
  readonly #places = new Map<string, number>();

  of(word: string): number {
    const place = this.#places.get(word) ?? this.#places.size;
    this.#places.set(word, place);
    return place;
  }

  get all(): readonly string[] {
    return [...this.#places.keys()];
  }
}

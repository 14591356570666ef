/**
 * JSON with the place of every field: where a mistake stands in the file, by line and column. JSON.parse forgets that; this
 * reads the same language (RFC 8259) and keeps where each value and each name begins.
 */

export interface JsonNode {
  /** Offset of the value, and of the name that it goes by in an object. */
  readonly start: number;
  readonly nameStart: number;
  /** Members of an object by name, or of a list by index; none: a plain value. */
  readonly members: ReadonlyMap<string, JsonNode>;
  readonly isList: boolean;
  /** Of a text. */
  readonly text: string | null;
  /** Names that the object has twice: JSON.parse keeps the last and says nothing. */
  readonly twice: readonly { readonly name: string; readonly start: number }[];
}

export interface JsonFault {
  readonly at: number;
  readonly says: string;
}

/** The tree of a file, or the first place where it is no JSON. */
export function readTree(text: string): JsonNode | JsonFault {
  const reader = new Reader(text);
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof Wrong) return { at: error.at, says: error.message };
    throw error;
  }
}

export const isFault = (read: JsonNode | JsonFault): read is JsonFault => 'says' in read;

class Wrong extends Error {
  readonly at: number;
  constructor(at: number, says: string) {
    super(says);
    this.at = at;
  }
}

/** Deeper than any scenario; a file of brackets must not exhaust the stack. */
const DEEPEST = 60;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  whole(): JsonNode {
    const node = this.value(0, 0);
    this.space();
    if (this.at < this.text.length) throw new Wrong(this.at, 'there is something after the end: one value makes a file.');
    return node;
  }

  private value(nameStart: number, depth: number): JsonNode {
    this.space();
    const start = this.at;
    if (depth > DEEPEST) throw new Wrong(start, `nested deeper than ${DEEPEST}: no scenario is.`);
    const next = this.text[this.at];
    if (next === '{') return this.object({ start, nameStart }, depth);
    if (next === '[') return this.list({ start, nameStart }, depth);
    const plain = { start, nameStart, members: new Map<string, JsonNode>(), isList: false, twice: [] };
    if (next === '"') return { ...plain, text: this.string() };
    if (this.match(NUMBER) === null && this.match(WORD) === null) throw new Wrong(start, this.whyNoValue(next, depth));
    return { ...plain, text: null };
  }

  private whyNoValue(next: string | undefined, depth: number): string {
    if (next !== undefined) return 'a value should stand here.';
    return depth === 0 ? 'the file is empty.' : 'the file ends too soon: something is not closed.';
  }

  private object(from: Pick<JsonNode, 'start' | 'nameStart'>, depth: number): JsonNode {
    const members = new Map<string, JsonNode>();
    const twice: { name: string; start: number }[] = [];
    this.listed('}', () => {
      const start = this.at;
      if (this.text[start] !== '"') throw new Wrong(start, 'a name in double quotes should stand here.');
      const name = this.string();
      this.space();
      if (this.text[this.at] !== ':') throw new Wrong(this.at, `a colon is missing after "${name}".`);
      this.at += 1;
      if (members.has(name)) twice.push({ name, start });
      members.set(name, this.value(start, depth + 1));
    });
    return { ...from, members, isList: false, text: null, twice };
  }

  private list(from: Pick<JsonNode, 'start' | 'nameStart'>, depth: number): JsonNode {
    const members = new Map<string, JsonNode>();
    this.listed(']', () => {
      this.space();
      members.set(String(members.size), this.value(this.at, depth + 1));
    });
    return { ...from, members, isList: true, text: null, twice: [] };
  }

  /** From the opening bracket to the closing one, a comma between any two. */
  private listed(close: string, one: () => void): void {
    this.at += 1;
    this.space();
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      this.space();
      if (this.text[this.at] === close) throw new Wrong(this.at, 'a comma before the end: take it out.');
      one();
      this.space();
      const next = this.text[this.at];
      if (next !== ',' && next !== close)
        throw new Wrong(
          this.at,
          next === undefined ? 'the file ends too soon: something is not closed.' : `a comma or ${close} is missing here.`,
        );
      this.at += 1;
      if (next === close) return;
    }
  }

  private string(): string {
    const found = this.match(STRING);
    if (found === null) throw new Wrong(this.at, 'this text is not closed, or has a character that JSON does not allow.');
    return JSON.parse(found) as string;
  }

  private space(): void {
    this.match(SPACE);
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return null;
    this.at += found[0].length;
    return found[0];
  }
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Steps of a path as refusals write it: `batteries[seongju].site` -> batteries, seongju, site. */
const stepsOf = (path: string): readonly string[] => path.split(/\.|\[|\]\.?/).filter((step) => step !== '');

export interface Found {
  readonly node: JsonNode;
  /** How many steps of the path stand in the file; the rest is missing or inherited. */
  readonly found: number;
  readonly steps: number;
}

/** The deepest node of a path that stands in the file; members of lists are found by their id, the last of that id. */
export function nodeAt(root: JsonNode, path: string): Found {
  const steps = stepsOf(path);
  let node = root;
  let found = 0;
  for (const step of steps) {
    const next = memberOf(node, step);
    if (next === undefined) break;
    node = next;
    found += 1;
  }
  return { node, found, steps: steps.length };
}

function memberOf(node: JsonNode, step: string): JsonNode | undefined {
  if (!node.isList) return node.members.get(step);
  const named = [...node.members.values()].filter((member) => member.members.get('id')?.text === step);
  return named.at(-1) ?? node.members.get(step);
}

/** All names written twice in one object, anywhere. */
export function namesTwice(node: JsonNode): readonly { readonly name: string; readonly start: number }[] {
  return [...node.twice, ...[...node.members.values()].flatMap(namesTwice)];
}

/** Each kind of order has a file of its own, named after it, and each file of orders speaks for one kind at most. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ORDER_KINDS } from '../../shared/scenario/names.ts';

const ROOM = new URL('../../shared/orders/', import.meta.url);
const spokenFor = (file: string): readonly string[] =>
  [...readFileSync(new URL(file, ROOM), 'utf8').matchAll(/^export const \w+: OrderRule<'([\w-]+)'>/gm)].map(
    ([, kind]) => `${kind}`,
  );

describe('one file per kind of order', () => {
  it('named after the kind, and no kind beside it', () => {
    const found = readdirSync(ROOM)
      .map((file) => [file, spokenFor(file)] as const)
      .filter(([, kinds]) => kinds.length > 0);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(ORDER_KINDS.map((kind) => [`${kind}.ts`, [kind]])));
  });
});

/** Each kind of order has a file of its own, named after it, and each file of orders speaks for one kind at most, its shape included. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleOf } from '../../shared/orders/registry.ts';
import { orderSchema } from '../../shared/orders/shapes.ts';
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

  it('whose rule carries the shape, its name in it', () => {
    expect(ORDER_KINDS.map((kind) => ruleOf(kind).kind)).toEqual([...ORDER_KINDS]);
    expect(ORDER_KINDS.map((kind) => ruleOf(kind).shape.shape.kind.value)).toEqual([...ORDER_KINDS]);
    expect(orderSchema.options.map(({ shape }) => shape.kind.value).sort()).toEqual([...ORDER_KINDS].sort());
  });

  it('and the shape is written there', () => {
    const written = (kind: string) => readFileSync(new URL(`${kind}.ts`, ROOM), 'utf8').match(/z\.literal\('[\w-]+'\)/g) ?? [];
    for (const kind of ORDER_KINDS) expect(written(kind), kind).toContain(`z.literal('${kind}')`);
    expect(written('sheet').filter((literal) => ORDER_KINDS.some((kind) => literal === `z.literal('${kind}')`))).toEqual([]);
  });
});

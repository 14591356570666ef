/** The scenario's schema for editors: a whole scenario, or what one lays over another that it `extends`. */
import { z } from 'zod';
import { scenarioSchema } from './load.ts';

type Node = { [key: string]: unknown };

/** JSON Schema, draft 2020-12. */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...whole } = z.toJSONSchema(scenarioSchema, { io: 'input' }) as Node;
  const overlay = partial(whole) as Node;
  const properties = { extends: { type: 'string', description: 'The id of the scenario that this one is laid over.' } };
  return {
    $schema,
    title: 'Threshold scenario',
    if: { required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
    then: { ...overlay, properties: { ...properties, ...(overlay['properties'] as Node) }, required: ['extends', 'id'] },
    else: whole,
  };
}

/**
 * Objects are merged field by field, so none of their fields is required. A list is given whole, or, where its members have
 * ids, as changes by id: null leaves a member out.
 */
function partial(node: unknown): unknown {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  const { required: _required, properties, ...rest } = node as Node;
  if (rest['type'] === 'array') return hasIds(rest['items']) ? { anyOf: [node, changesById(rest['items'])] } : node;
  if (properties === undefined) return node;
  const inner = Object.entries(properties as Node).map(([name, schema]) => [name, partial(schema)]);
  return { ...rest, properties: Object.fromEntries(inner) };
}

const hasIds = (items: unknown): items is Node =>
  typeof items === 'object' && items !== null && Object.hasOwn(((items as Node)['properties'] ?? {}) as Node, 'id');

const changesById = (items: Node): Node => ({
  type: 'object',
  additionalProperties: { anyOf: [partial(items), { type: 'null' }] },
});

/**
 * A vite plugin that leaves zod out of the page. What comes in is checked by the server; the page takes only types and lists
 * from the files that hold schemas, and would fetch 45 kB for checks that it never makes. The worker of a local world makes them.
 */
import type { Plugin } from 'vite';

const STUB = '\0schemas-stay-on-the-server';

/** Schemas are still put together when their file is read, so each call answers with something that can be called on. */
const CODE = `
const refuse = () => { throw new Error('Schemas are checked by the server, not by the page.'); };
const schema = new Proxy(() => schema, {
  get: (_, name) => (name === 'parse' || name === 'safeParse' ? refuse : schema),
  apply: () => schema,
});
export const z = schema;
`;

export function withoutSchemas(): Plugin {
  return {
    name: 'threshold-without-schemas',
    enforce: 'pre',
    resolveId: (id) => (id === 'zod' ? STUB : null),
    load: (id) => (id === STUB ? CODE : null),
  };
}

/**
 * A vite plugin that leaves out of the page what its libraries bring along and it never uses. `zod`: what comes in is checked by
 * the server; the page takes only types and lists from the files that hold schemas. `debug` and stdlib's texts: what a function says
 * that was called with nonsense. Workers of a local world check what comes in, and have zod.
 */
import type { Plugin } from 'vite';

/** Schemas are still put together when their file is read, so each call answers with something that can be called on. */
const NO_SCHEMAS = `
const refuse = () => { throw new Error('Schemas are checked by the server, not by the page.'); };
const schema = new Proxy(() => schema, {
  get: (_, name) => (name === 'parse' || name === 'safeParse' ? refuse : schema),
  apply: () => schema,
});
export const z = schema;
`;

const OF_STDLIB: Readonly<Record<string, string>> = {
  debug: 'module.exports = () => () => undefined;',
  '@stdlib/string-format': 'module.exports = String;',
};
const OF_THE_PAGE: Readonly<Record<string, string>> = {
  ...OF_STDLIB,
  zod: NO_SCHEMAS,
};

const leaveOut = (stubs: Readonly<Record<string, string>>): Plugin => ({
  name: 'threshold-left-out',
  enforce: 'pre',
  resolveId: (id) => (Object.hasOwn(stubs, id) ? `\0left-out/${id}` : null),
  load: (id) => stubs[id.replace('\0left-out/', '')] ?? null,
});

export const leftOutOfPage = (): Plugin => leaveOut(OF_THE_PAGE);
export const leftOutOfWorkers = (): Plugin => leaveOut(OF_STDLIB);

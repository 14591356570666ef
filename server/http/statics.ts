/** Serves the built client: each file as it lies there, in the smallest form that the browser takes. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { RequestHandler } from 'express';

/** Smaller first. */
const FORMS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;
/** vite puts a hash of the content into these names: they never change. */
const HASHED = /^assets\//;
const NOT_SERVED = /(^|\/)\.|\.(br|gz)$/;

const PAGES: Readonly<Record<string, string>> = { '/': 'index.html', '/check': 'check.html' };

const NOT_BUILT = 'The page has not been built yet: run `npm run build`, or `npm start`, which builds it.\n';

export function clientFiles(folder: string): RequestHandler {
  const files = filesUnder(folder);
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const path = PAGES[request.path] ?? request.path.slice(1);
    if (PAGES[request.path] !== undefined && !files.has(path))
      return void response.status(503).type('text/plain').send(NOT_BUILT);
    if (!files.has(path) || NOT_SERVED.test(path)) return next();
    const form = FORMS.find(({ encoding, ending }) => files.has(path + ending) && request.acceptsEncodings(encoding));
    response.vary('Accept-Encoding');
    response.set('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.type(path.slice(path.lastIndexOf('.')));
    if (form) response.set('Content-Encoding', form.encoding);
    response.sendFile(path + (form?.ending ?? ''), { root: folder, cacheControl: false });
  };
}

/** Paths with slashes, as in an address. Looking them up exactly leaves no way out of the folder. */
function filesUnder(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')));
}

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
/** What a page takes in, and never shows or runs by itself: scripts that do, of workers, are named after that. */
const TAKEN_IN = /^assets\/(?!worker)[^/]+\.(js|css|woff2)$/;
/** These say what a page or a worker may do; said with every one of ninety files they were a tenth of all that is fetched. */
const OF_PAGES_AND_WORKERS = ['Content-Security-Policy', 'Permissions-Policy', 'Cross-Origin-Opener-Policy', 'Referrer-Policy'];
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
    const isForEver = HASHED.test(path);
    response.set('Cache-Control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (TAKEN_IN.test(path)) for (const header of OF_PAGES_AND_WORKERS) response.removeHeader(header);
    response.type(path.slice(path.lastIndexOf('.')));
    if (form) response.set('Content-Encoding', form.encoding);
    // Whoever has a file that never changes does not ask whether it has.
    const validators = isForEver ? { etag: false, lastModified: false } : {};
    response.sendFile(path + (form?.ending ?? ''), { root: folder, cacheControl: false, acceptRanges: false, ...validators });
  };
}

/** Paths with slashes, as in an address. Looking them up exactly leaves no way out of the folder. */
function filesUnder(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')));
}

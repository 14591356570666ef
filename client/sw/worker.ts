/**
 * The service worker: keeps the built files, so that the page opens at once on a second visit, and opens at all when the
 * server cannot be reached, to say so itself. It never touches what the server answers about matches.
 */
import { type Kept, type Source, sourceFor } from './source.ts';

/** Laid in by scripts/offline-files.ts when the client is built. */
declare const __KEPT__: Kept;

/** The few parts of a worker's world that are used here: TypeScript's library of it cannot stand beside that of pages. */
interface WorkerEvent extends Event {
  readonly request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

/** A server that says nothing for so long is not waited for, where the page itself is kept. */
const PATIENCE_MS = 4000;
const HOME = '/';
const kept = __KEPT__;
const SHELF = `threshold-${kept.version}`;

// There is no skipWaiting here on purpose: as long as any page is open, its files stay, also those that a newer server no
// longer has. A new version's page comes from the network at the next visit, and this version's files go when its last page does.
on('install', (event) => event.waitUntil(caches.open(SHELF).then((shelf) => shelf.addAll([HOME, ...kept.atOnce]))));
on('activate', (event) => event.waitUntil(forgetOlder()));
on('fetch', (event) => {
  const source = sourceFor(event.request, location.origin, kept);
  if (source !== 'network') event.respondWith(ANSWERS[source](event.request));
});

const ANSWERS: Readonly<Record<Exclude<Source, 'network'>, (request: Request) => Promise<Response>>> = {
  shelf: fromShelf,
  page: pageFromServer,
};

async function fromShelf(request: Request): Promise<Response> {
  const shelf = await caches.open(SHELF);
  const there = await shelf.match(request);
  if (there) return there;
  const answer = await fetch(request);
  if (answer.ok) await shelf.put(request, answer.clone());
  return answer;
}

/** The server's own page if it answers; else the one that was kept, which says itself that there is no server. */
async function pageFromServer(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    const there = await caches.match(HOME, { cacheName: SHELF });
    if (there) return there;
    throw error;
  }
}

async function forgetOlder(): Promise<void> {
  for (const name of await caches.keys()) if (name !== SHELF) await caches.delete(name);
}

function on(name: 'install' | 'activate' | 'fetch', listener: (event: WorkerEvent) => void): void {
  addEventListener(name, (event) => listener(event as WorkerEvent));
}

/** Where the answer to a request of the page comes from: the rule of the service worker, without a browser. */

export interface Kept {
  readonly version: string;
  /** Paths that are fetched as soon as the worker is there: scripts and styles. */
  readonly atOnce: readonly string[];
  /** Paths that are kept once a page has wanted them: fonts and pictures. */
  readonly whenUsed: readonly string[];
}

/** `page`: from the server, and without it what was kept; `shelf`: what was kept; `network`: none of the worker's business. */
export type Source = 'page' | 'shelf' | 'network';

type Asked = Pick<Request, 'method' | 'mode' | 'url'>;

/** Only files whose names carry a hash of their content are ever kept, and the one page that loads them. */
export function sourceFor({ method, mode, url }: Asked, origin: string, kept: Kept): Source {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin) return 'network';
  if (mode === 'navigate') return address.pathname === '/' ? 'page' : 'network';
  return kept.atOnce.includes(address.pathname) || kept.whenUsed.includes(address.pathname) ? 'shelf' : 'network';
}

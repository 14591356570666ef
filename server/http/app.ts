/** Everything that is served over plain HTTP, in the order in which it is looked for. */
import type { ErrorRequestHandler, Express } from 'express';
import { refuse } from '../../shared/state/refusal.ts';
import { logError } from '../log.ts';
import type { Hall } from '../match/hall.ts';
import type { Registry } from '../match/registry.ts';
import type { Shelf } from '../match/scenarios.ts';
import { isDiskFull } from '../store/disk-full.ts';
import { apiRoutes } from './api.ts';
import { safeHeaders } from './headers.ts';
import { clientFiles } from './statics.ts';
import { Strikes } from './strikes.ts';

export interface Served {
  readonly hall: Hall;
  readonly registry: Registry;
  readonly shelf: Shelf;
  readonly clientFolder: string;
}

export function serveHttp(app: Express, { hall, registry, shelf, clientFolder }: Served): void {
  app.disable('x-powered-by');
  app.use(safeHeaders);
  app.get(
    '/healthz',
    (_request, response) => void response.set('Cache-Control', 'no-store').json({ ok: true, matches: registry.size }),
  );
  app.use('/api', apiRoutes(hall, shelf, new Strikes(registry.nowMs)));
  app.use(clientFiles(clientFolder));
  app.use((request, response) => {
    response
      .status(404)
      .type('text/plain')
      .send(`There is nothing at ${request.path.slice(0, 100)}. The game is at /\n`);
  });
  app.use(answerError);
}

/** A body that cannot be read is the sender's mistake; everything else is ours and is logged. */
const answerError: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error);
  const status = (error as { status?: unknown }).status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    response
      .status(status)
      .json(refuse('refusal.malformed', { field: '', problem: error instanceof Error ? error.message : '' }));
    return;
  }
  logError('http-failed', error, { path: request.path, method: request.method });
  if (isDiskFull(error)) return void response.status(503).json(refuse('refusal.disk-full'));
  response.status(500).json(refuse('refusal.server'));
};

/** Everything that is served over plain HTTP, in the order in which it is looked for. */
import type { ErrorRequestHandler, Express } from 'express';
import { refuse } from '../../shared/state/refusal.ts';
import type { ExerciseHall } from '../exercise/exercise-hall.ts';
import { logError } from '../log.ts';
import { Archive } from '../match/archive.ts';
import type { Hall } from '../match/hall.ts';
import type { Shelf } from '../match/scenarios.ts';
import { isDiskFull } from '../store/disk-full.ts';
import { apiRoutes } from './api.ts';
import { exportRoutes } from './exports.ts';
import { safeHeaders } from './headers.ts';
import { type OpsParts, opsRoutes } from './ops.ts';
import { clientFiles } from './statics.ts';
import { Strikes } from './strikes.ts';

export interface Served extends Omit<OpsParts, 'strikes'> {
  readonly hall: Hall;
  readonly exercises: ExerciseHall;
  /** Why the server takes no guests just now; null: it does. */
  readonly whyNotReady: () => Promise<string | null>;
  readonly shelf: Shelf;
  readonly address: () => string | null;
  readonly isBehindProxy: boolean;
  readonly clientFolder: string;
}

export function serveHttp(app: Express, served: Served): void {
  const { hall, exercises, registry, shelf, clientFolder, metrics } = served;
  const strikes = new Strikes(registry.nowMs);
  app.disable('x-powered-by');
  // Only a proxy on this machine or in its network is believed when it says for whom it asks.
  if (served.isBehindProxy) app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.use(safeHeaders);
  app.get(
    '/healthz',
    (_request, response) => void response.set('Cache-Control', 'no-store').json({ ok: true, matches: registry.size }),
  );
  app.get('/readyz', async (_request, response) => {
    const why = await served.whyNotReady();
    response
      .status(why === null ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(why === null ? { ready: true } : { ready: false, why });
  });
  app.use('/api', apiRoutes({ hall, exercises, shelf, strikes, metrics, nowMs: registry.nowMs, address: served.address }));
  app.use(
    '/api',
    exportRoutes(
      hall,
      new Archive({
        registry,
        shelf,
        store: served.store,
        leads: (code, person) => exercises.find(code)?.isFacilitator(person) ?? false,
        notes: (code, world) => exercises.find(code)?.notesOn(world) ?? [],
      }),
    ),
  );
  app.use(opsRoutes({ ...served, strikes }));
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

/**
 * For whoever runs the server, and only with the password that he started it with: figures for Prometheus, a page that
 * shows the rooms, a copy of the log. Without a password there is nothing here.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Request, type RequestHandler, type Router } from 'express';
import { nanoid } from 'nanoid';
import { POWERS } from '../../shared/scenario/names.ts';
import type { Match } from '../match/match.ts';
import type { Registry } from '../match/registry.ts';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../store/store.ts';
import type { Strikes } from './strikes.ts';

export interface OpsParts {
  readonly password: string | null;
  readonly registry: Registry;
  readonly store: Store;
  readonly metrics: Metrics;
  readonly strikes: Strikes;
}

const REFRESH_S = '10';

export function opsRoutes(parts: OpsParts): Router {
  const router = express.Router();
  const { password } = parts;
  if (password === null) return router;
  router.use(['/metrics', '/monitor', '/ops'], behindPassword(password, parts.strikes));
  router.get('/metrics', async (_request, response) => {
    response
      .set('Cache-Control', 'no-store')
      .type(parts.metrics.contentType)
      .send(await parts.metrics.text());
  });
  router.get('/monitor', (_request, response) => {
    response.set({ 'Cache-Control': 'no-store', Refresh: REFRESH_S }).type('html').send(monitorPage(parts.registry.all));
  });
  router.post('/ops/backup', async (_request, response) => {
    const file = join(tmpdir(), `threshold-backup-${nanoid()}.sqlite`);
    await parts.store.copyTo(file);
    response.set('Cache-Control', 'no-store').sendFile(file, (error) => {
      void rm(file, { force: true });
      if (error && !response.headersSent) response.status(500).end();
    });
  });
  return router;
}

function behindPassword(password: string, strikes: Strikes): RequestHandler {
  return (request, response, next) => {
    const address = request.ip ?? '';
    if (strikes.isOut(address))
      return void response.status(429).type('text/plain').send('Too many wrong passwords: wait a minute.\n');
    if (isSame(passwordOf(request), password)) return next();
    strikes.add(address);
    response
      .set('WWW-Authenticate', 'Basic realm="threshold", charset="UTF-8"')
      .status(401)
      .type('text/plain')
      .send('Password?\n');
  };
}

/** The password of Basic authentication, whatever the name before it. */
function passwordOf(request: Request): string {
  const [, encoded = ''] = /^Basic ([\w+/=]+)$/.exec(request.headers.authorization ?? '') ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}

/** Compared by hash, so that the time it takes tells neither length nor beginning. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}

/** Plain HTML without style or script, which the page's own policy would refuse. No names, nothing that is secret. */
function monitorPage(matches: readonly Match[]): string {
  const rows = matches.map((match) => {
    const { turn, round, phase } = match.position;
    const seats = POWERS.map((power) => seatWord(match, power)).join(', ');
    const cells = [match.plan.code, match.stage, `${turn}.${round} ${phase}`, seats, match.plan.pace.clock];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Threshold: rooms</title><h1>${matches.length} rooms</h1>
<table border="1" cellpadding="6"><tr><th>code<th>stage<th>turn<th>seats<th>clock</tr>${rows.join('\n')}</table></html>\n`;
}

function seatWord(match: Match, power: (typeof POWERS)[number]): string {
  const seat = match.table.seats[power];
  if (seat.held === 'bot') return `${power} ${seat.bot}`;
  return `${power} person${match.isHere(power) ? '' : ' (away)'}`;
}

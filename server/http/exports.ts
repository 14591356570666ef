/** A finished game to take away: its record as JSON, its tables as CSV, with names or without, for who was at its table. */
import express, { type Router } from 'express';
import { TABLES } from '../../shared/export/names.ts';
import { recordText } from '../../shared/export/record-file.ts';
import { tableOf } from '../../shared/export/tables.ts';
import { isRefusal, refuse } from '../../shared/state/refusal.ts';
import type { Archive } from '../match/archive.ts';
import type { Hall } from '../match/hall.ts';
import { noSuchMatch, sendRefusal } from './asked.ts';

/** GET /api/matches/CODE/export/record.json, turns.csv and so on; `?anonymous=1`: without names, own words and times. */
export function exportRoutes(hall: Hall, archive: Archive): Router {
  const router = express.Router();
  router.get('/matches/:code/export/:file', async (request, response) => {
    const { code, file } = request.params;
    const person = await hall.personOf(request.headers.authorization);
    if (person === null) return sendRefusal(response, refuse('refusal.not-you'));
    const isRecord = file === 'record.json';
    const table = TABLES.find((name) => file === `${name}.csv`);
    if (!isRecord && table === undefined) return void response.status(404).json(refuse('refusal.no-such-export'));
    const found = await archive.find(code, person, request.query['anonymous'] === '1');
    if (found === null) return sendRefusal(response, noSuchMatch(code));
    if (isRefusal(found)) return sendRefusal(response, found);
    response
      .set({ 'Cache-Control': 'no-store', 'Content-Disposition': `attachment; filename="threshold-${code}-${file}"` })
      .type(isRecord ? 'application/json' : 'text/csv; charset=utf-8')
      .send(Buffer.from(table === undefined ? recordText(found.file) : tableOf(table, found.finished)));
  });
  return router;
}

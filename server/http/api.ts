/** The plain HTTP part of the protocol: which scenarios there are, a new match, a ticket. A refusal is JSON too. */
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { createMatchSchema, joinMatchSchema } from '../../shared/protocol/messages.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Hall } from '../match/hall.ts';
import type { Shelf } from '../match/scenarios.ts';
import { type Packed, packJson, sendPacked } from './packed.ts';
import type { Strikes } from './strikes.ts';

const BODY_LIMIT = '4kb';
const ticketSchema = z.strictObject({ seatKey: z.string().max(64).optional() });

const STATUS: Readonly<Record<string, number>> = {
  'refusal.server-full': 503,
  'refusal.no-such-scenario': 404,
  'refusal.too-fast': 429,
};

export function apiRoutes(hall: Hall, shelf: Shelf, strikes: Strikes): Router {
  const router = express.Router();
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use((request, response, next) => {
    if (strikes.isOut(addressOf(request))) return sendRefusal(response, refuse('refusal.too-fast'));
    response.on('finish', () => response.statusCode >= 400 && response.statusCode < 500 && strikes.add(addressOf(request)));
    next();
  });
  addScenarios(router, shelf);
  router.post('/matches', async (request, response) => {
    const parsed = createMatchSchema.safeParse(request.body);
    if (!parsed.success) return sendRefusal(response, malformed(parsed.error));
    const created = await hall.create(parsed.data);
    if (isRefusal(created)) return sendRefusal(response, created);
    response.status(201).json(created);
  });
  router.post('/matches/:code/join', async (request, response) => {
    const parsed = joinMatchSchema.safeParse(request.body ?? {});
    if (!parsed.success) return sendRefusal(response, malformed(parsed.error));
    const joined = await hall.join(request.params.code, parsed.data);
    if (joined === null)
      return void response.status(404).json(refuse('refusal.no-such-match', { code: request.params.code.slice(0, 8) }));
    response.json(joined);
  });
  router.post('/matches/:code/ticket', (request, response) => {
    const parsed = ticketSchema.safeParse(request.body ?? {});
    if (!parsed.success) return sendRefusal(response, malformed(parsed.error));
    const ticket = hall.ticketFor(request.params.code, parsed.data.seatKey);
    if (ticket === null)
      return void response.status(404).json(refuse('refusal.no-such-match', { code: request.params.code.slice(0, 8) }));
    response.json({ code: request.params.code, ticket });
  });
  return router;
}

function addScenarios(router: Router, shelf: Shelf): void {
  const cards = [...shelf.values()].map(({ scenario: { id, title, summary, turns } }) => ({ id, title, summary, turns }));
  const list = packJson(cards);
  const whole = new Map<string, Packed>();
  router.get('/scenarios', (request, response) => sendPacked(request, response, list));
  router.get('/scenarios/:id', (request, response) => {
    const { id } = request.params;
    const shelved = shelf.get(id);
    if (!shelved) return void response.status(404).json(refuse('refusal.no-such-scenario', { scenario: id.slice(0, 40) }));
    const packed = whole.get(id) ?? packJson(shelved.scenario);
    whole.set(id, packed);
    sendPacked(request, response, packed);
  });
}

function malformed(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  return refuse('refusal.malformed', { field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}

function sendRefusal(response: Response, refusal: Refusal): void {
  response.status(STATUS[refusal.key] ?? 400).json(refusal);
}

function addressOf(request: Request): string {
  return request.socket.remoteAddress ?? '';
}

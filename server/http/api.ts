/** The plain HTTP part of the protocol: which scenarios there are, a new match, a place in one. A refusal is JSON too. */
import express, { type Request, type Response, type Router } from 'express';
import type { z } from 'zod';
import { createMatchSchema, joinMatchSchema, movePhraseSchema } from '../../shared/protocol/lobby.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { ExerciseHall } from '../exercise/exercise-hall.ts';
import type { Hall } from '../match/hall.ts';
import type { Shelf } from '../match/scenarios.ts';
import type { Metrics } from '../metrics.ts';
import { type Packed, packJson, sendPacked } from './packed.ts';
import { addExercises } from './exercises.ts';
import type { Strikes } from './strikes.ts';

const BODY_LIMIT = '4kb';

const STATUS: Readonly<Record<string, number>> = {
  'refusal.server-full': 503,
  'refusal.watchers-full': 503,
  'refusal.no-such-scenario': 404,
  'refusal.no-such-match': 404,
  'refusal.not-you': 401,
  'refusal.wrong-phrase': 403,
  'refusal.wrong-invitation': 403,
  'refusal.facilitator-only': 403,
  'refusal.no-such-world': 404,
  'refusal.exercise-full': 503,
  'refusal.too-fast': 429,
};

export interface ApiParts {
  readonly hall: Hall;
  readonly exercises: ExerciseHall;
  readonly shelf: Shelf;
  readonly strikes: Strikes;
  readonly metrics: Metrics;
  readonly nowMs: () => number;
}

export function apiRoutes({ hall, exercises, shelf, strikes, metrics, nowMs }: ApiParts): Router {
  const router = express.Router();
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use((request, response, next) => {
    if (strikes.isOut(addressOf(request))) {
      metrics.turnedAway();
      return sendRefusal(response, refuse('refusal.too-fast'));
    }
    response.on('finish', () => response.statusCode >= 400 && response.statusCode < 500 && strikes.add(addressOf(request)));
    next();
  });
  // For /check: how far the clocks differ, and how long an answer takes.
  router.get('/time', (_request, response) => void response.set('Cache-Control', 'no-store').json({ nowMs: nowMs() }));
  addScenarios(router, shelf);
  addMatches(router, hall);
  addExercises(router, { hall, exercises });
  return router;
}

function addMatches(router: Router, hall: Hall): void {
  router.post('/matches', async (request, response) => {
    const asked = await readAsked(hall, request, createMatchSchema);
    if (isRefusal(asked)) return sendRefusal(response, asked);
    const created = await hall.create(asked.person, asked.body);
    if (isRefusal(created)) return sendRefusal(response, created);
    response.status(201).json(created);
  });
  router.post('/matches/:code/join', async (request, response) => {
    const asked = await readAsked(hall, request, joinMatchSchema);
    if (isRefusal(asked)) return sendRefusal(response, asked);
    const joined = await hall.join(asked.person, request.params.code, asked.body);
    if (joined === null) return sendRefusal(response, noSuchMatch(request.params.code));
    if (isRefusal(joined)) return sendRefusal(response, joined);
    response.json(joined);
  });
  router.post('/matches/:code/phrase', async (request, response) => {
    const asked = await readAsked(hall, request, movePhraseSchema);
    if (isRefusal(asked)) return sendRefusal(response, asked);
    const { person, body } = asked;
    const moved = await hall.moveSeat({ person, nickname: body.nickname }, request.params.code, body.phrase);
    if (moved === null) return sendRefusal(response, noSuchMatch(request.params.code));
    if (isRefusal(moved)) return sendRefusal(response, moved);
    response.json(moved);
  });
}

/** Who asks, and for what; or why it cannot be understood. */
export async function readAsked<S extends z.ZodType>(
  hall: Hall,
  request: Request,
  schema: S,
): Promise<{ readonly person: string; readonly body: z.infer<S> } | Refusal> {
  const parsed = schema.safeParse(request.body ?? {});
  if (!parsed.success) return malformed(parsed.error);
  const person = await hall.personOf(request.headers.authorization);
  return person === null ? refuse('refusal.not-you') : { person, body: parsed.data };
}

export const noSuchMatch = (code: string): Refusal => refuse('refusal.no-such-match', { code: code.slice(0, 8) });

function addScenarios(router: Router, shelf: Shelf): void {
  const cards = [...shelf.values()].map(({ scenario: { id, title, summary, turns, mayDrawEnd, parameters } }) => ({
    id,
    title,
    summary,
    turns,
    mayDrawEnd,
    emboldenment: parameters.crisis.emboldenment > 0,
  }));
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

export function sendRefusal(response: Response, refusal: Refusal): void {
  response.status(STATUS[refusal.key] ?? 400).json(refusal);
}

function addressOf(request: Request): string {
  return request.ip ?? '';
}

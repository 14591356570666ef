/** The plain HTTP part of the protocol: which scenarios there are, a new match, a place in one. A refusal is JSON too. */
import express, { type Request, type Router } from 'express';
import { createMatchSchema, joinMatchSchema, movePhraseSchema } from '../../shared/protocol/lobby.ts';
import { isRefusal, refuse } from '../../shared/state/refusal.ts';
import type { ExerciseHall } from '../exercise/exercise-hall.ts';
import type { Hall } from '../match/hall.ts';
import type { Shelf } from '../match/scenarios.ts';
import type { Metrics } from '../metrics.ts';
import { noSuchMatch, readAsked, sendRefusal } from './asked.ts';
import { addExercises } from './exercises.ts';
import { type Packed, packJson, sendPacked } from './packed.ts';
import type { Strikes } from './strikes.ts';

const BODY_LIMIT = '4kb';

export interface ApiParts {
  readonly hall: Hall;
  readonly exercises: ExerciseHall;
  readonly shelf: Shelf;
  readonly strikes: Strikes;
  readonly metrics: Metrics;
  readonly nowMs: () => number;
  /** Where the other devices of the network find this server; null: nobody knows. */
  readonly address: () => string | null;
}

export function apiRoutes({ hall, exercises, shelf, strikes, metrics, nowMs, address }: ApiParts): Router {
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
  // Only a page of this very machine needs it, and nobody else is told how its network looks.
  router.get('/address', (request, response) => {
    const isFromHere = /^(::1|(::ffff:)?127\.)/.test(addressOf(request));
    response.set('Cache-Control', 'no-store').json({ origin: isFromHere ? address() : null });
  });
  addScenarios(router, shelf);
  addMatches(router, hall, exercises);
  addExercises(router, { hall, exercises });
  return router;
}

function addMatches(router: Router, hall: Hall, exercises: ExerciseHall): void {
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
    const { code } = request.params;
    const joined =
      exercises.backTo(code, { ...asked.body, person: asked.person }) ?? (await hall.join(asked.person, code, asked.body));
    if (joined === null) return sendRefusal(response, noSuchMatch(code));
    if (isRefusal(joined)) return sendRefusal(response, joined);
    response.json(joined);
  });
  router.post('/matches/:code/phrase', async (request, response) => {
    const asked = await readAsked(hall, request, movePhraseSchema);
    if (isRefusal(asked)) return sendRefusal(response, asked);
    const { person, body } = asked;
    if (exercises.isRemoved(request.params.code, person)) return sendRefusal(response, refuse('refusal.removed'));
    const moved = await hall.moveSeat({ person, nickname: body.nickname }, request.params.code, body.phrase);
    if (moved === null) return sendRefusal(response, noSuchMatch(request.params.code));
    if (isRefusal(moved)) return sendRefusal(response, moved);
    await exercises.followMove(request.params.code, { person, nickname: body.nickname });
    response.json(moved);
  });
}

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

function addressOf(request: Request): string {
  return request.ip ?? '';
}

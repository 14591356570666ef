/** A request over HTTP as it is understood, and a refusal as it is sent. */
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Hall } from '../match/hall.ts';

const STATUS: Readonly<Record<string, number>> = {
  'refusal.server-full': 503,
  'refusal.watchers-full': 503,
  'refusal.no-such-scenario': 404,
  'refusal.no-such-match': 404,
  'refusal.not-you': 401,
  'refusal.wrong-phrase': 403,
  'refusal.wrong-invitation': 403,
  'refusal.not-at-table': 403,
  'refusal.not-over': 403,
  'refusal.facilitator-only': 403,
  'refusal.no-such-world': 404,
  'refusal.exercise-full': 503,
  'refusal.removed': 410,
  'refusal.too-fast': 429,
};

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

function malformed(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  return refuse('refusal.malformed', { field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}

export function sendRefusal(response: Response, refusal: Refusal): void {
  response.status(STATUS[refusal.key] ?? 400).json(refusal);
}

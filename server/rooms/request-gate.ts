/**
 * What every request passes before it does anything: the rate of its connection, its shape, and a net for our own
 * mistakes. Whatever comes, the answer is an Answer, and nobody else notices.
 */
import type { z } from 'zod';
import { LIMITS } from '../../shared/limits.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { type RequestName, requestSchemas } from '../../shared/protocol/requests.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import { logError } from '../log.ts';
import { isDiskFull } from '../store/disk-full.ts';

/** Requests of one connection in the present second. */
export interface Rate {
  sinceMs: number;
  count: number;
}

const SECOND_MS = 1000;

export function newRate(): Rate {
  return { sinceMs: 0, count: 0 };
}

/** Counts one request; false when this second has had its share. */
export function isWithinRate(rate: Rate, nowMs: number): boolean {
  if (nowMs - rate.sinceMs >= SECOND_MS) {
    rate.sinceMs = nowMs;
    rate.count = 0;
  }
  rate.count += 1;
  return rate.count <= LIMITS.requestsPerSecond;
}

/** A request that has passed: its body with its id. */
export type Checked<N extends RequestName> = z.infer<(typeof requestSchemas)[N]>;

export const schemaOf = <N extends RequestName>(name: N): z.ZodType<Checked<N>> =>
  requestSchemas[name] as unknown as z.ZodType<Checked<N>>;

export interface Request<T> {
  readonly name: string;
  /** What its body has to be. */
  readonly schema: z.ZodType<T>;
  readonly body: unknown;
  readonly rate: Rate;
  readonly nowMs: number;
  readonly code: string;
  /** Hears how it went. */
  readonly note?: (request: string, outcome: string) => void;
}

/** Answers a request, and says how it went to whoever counts. */
export async function answerRequest<T>(request: Request<T>, work: (body: T) => Promise<Answer>): Promise<Answer> {
  const answer = await answered(request, work);
  request.note?.(request.name, answer.ok ? 'ok' : answer.refusal.key);
  return answer;
}

async function answered<T>(request: Request<T>, work: (body: T) => Promise<Answer>): Promise<Answer> {
  if (!isWithinRate(request.rate, request.nowMs)) return no(refuse('refusal.too-fast', { most: LIMITS.requestsPerSecond }));
  const parsed = request.schema.safeParse(request.body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return no(refuse('refusal.malformed', { field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' }));
  }
  try {
    return await work(parsed.data);
  } catch (error) {
    logError('request-failed', error, { code: request.code, request: request.name });
    return no(refuse(isDiskFull(error) ? 'refusal.disk-full' : 'refusal.server'));
  }
}

function no(refusal: Refusal): Answer {
  return { ok: false, refusal };
}

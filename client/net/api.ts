/** The plain HTTP part: which scenarios there are, a new match, a ticket. An error is a value with what to do about it. */
import type { CreateMatch, JoinedMatch } from '../../shared/protocol/messages.ts';
import type { Scenario, ScenarioText } from '../../shared/scenario/schema.ts';

export interface ScenarioCard {
  readonly id: string;
  readonly title: ScenarioText;
  readonly summary: ScenarioText;
  readonly turns: number;
}

/** A place in a match: a ticket to enter by once, and the key that gets further tickets for the same seat. */
export interface Admission {
  readonly code: string;
  readonly ticket: string;
  /** Null for a spectator. */
  readonly seatKey: string | null;
}

/** `unreachable`: no answer; `refused`: the server said no; `unknown`: there is no such thing; `busy`: too many. */
export type ApiFault = 'unreachable' | 'refused' | 'unknown' | 'busy';
export type ApiAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ApiFault };

const PATIENCE_MS = 10_000;

export const listScenarios = (): Promise<ApiAnswer<readonly ScenarioCard[]>> => ask('/api/scenarios');
export const fetchScenario = (id: string): Promise<ApiAnswer<Scenario>> => ask(`/api/scenarios/${encodeURIComponent(id)}`);
export const createMatch = (body: CreateMatch): Promise<ApiAnswer<Admission>> => ask('/api/matches', body);
/** Comes with a friend's code: a seat, or a place to watch from and why. */
export const joinMatch = (code: string): Promise<ApiAnswer<JoinedMatch>> =>
  ask(`/api/matches/${encodeURIComponent(code)}/join`, {});
/** A new ticket: for the seat with its key, else to watch. */
export const fetchTicket = (
  code: string,
  seatKey: string | null,
): Promise<ApiAnswer<{ readonly ticket: string; readonly scenario?: string }>> =>
  ask(`/api/matches/${encodeURIComponent(code)}/ticket`, seatKey === null ? {} : { seatKey });

/** GET without a body, POST with one. */
async function ask<T>(path: string, body?: unknown): Promise<ApiAnswer<T>> {
  const init: RequestInit = { signal: AbortSignal.timeout(PATIENCE_MS) };
  if (body !== undefined) {
    init.method = 'POST';
    init.headers = { 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  try {
    const response = await fetch(path, init);
    if (!response.ok) return { ok: false, fault: faultOf(response.status) };
    return { ok: true, value: (await response.json()) as T };
  } catch {
    return { ok: false, fault: 'unreachable' };
  }
}

function faultOf(status: number): ApiFault {
  if (status === 404) return 'unknown';
  return status === 429 || status === 503 ? 'busy' : 'refused';
}

/** The plain HTTP part: which scenarios there are, a new match, a place in one. An error is a value with what to do about it. */
import type { Admission, CreateMatch, JoinMatch } from '../../shared/protocol/lobby.ts';
import type { Scenario, ScenarioText } from '../../shared/scenario/schema.ts';
import { bearer } from './person.ts';

export interface ScenarioCard {
  readonly id: string;
  readonly title: ScenarioText;
  readonly summary: ScenarioText;
  readonly turns: number;
  readonly mayDrawEnd: boolean;
  /** Whether the rule of emboldenment is in force unless somebody wishes otherwise. */
  readonly emboldenment: boolean;
}

/** `unreachable`: no answer; `refused`: the server said no; `unknown`: there is no such thing; `busy`: too many; `words`: wrong words; `removed`: sent out. */
export type ApiFault = 'unreachable' | 'refused' | 'unknown' | 'busy' | 'words' | 'removed';
export type ApiAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ApiFault };

const PATIENCE_MS = 10_000;
const FAULTS: Readonly<Record<number, ApiFault>> = { 403: 'words', 404: 'unknown', 410: 'removed', 429: 'busy', 503: 'busy' };

export const listScenarios = (): Promise<ApiAnswer<readonly ScenarioCard[]>> => ask('/api/scenarios');
export const fetchScenario = (id: string): Promise<ApiAnswer<Scenario>> => ask(`/api/scenarios/${encodeURIComponent(id)}`);
export const createMatch = (body: CreateMatch): Promise<ApiAnswer<Admission>> => ask('/api/matches', body);
/** Comes with a code: to the own seat, a free one, or a place to watch from and why. `seat: null` takes no new seat. */
export const joinMatch = (code: string, body: JoinMatch): Promise<ApiAnswer<Admission>> =>
  ask(`/api/matches/${encodeURIComponent(code)}/join`, body);
/** Brings a seat over to this device by its three words. */
export const moveSeat = (code: string, phrase: string, nickname: string): Promise<ApiAnswer<Admission>> =>
  ask(`/api/matches/${encodeURIComponent(code)}/phrase`, { phrase, nickname });

/** GET without a body, POST with one. */
export async function ask<T>(path: string, body?: unknown): Promise<ApiAnswer<T>> {
  const init: RequestInit = { signal: AbortSignal.timeout(PATIENCE_MS) };
  if (body !== undefined) {
    init.method = 'POST';
    init.headers = { 'content-type': 'application/json', authorization: bearer() };
    init.body = JSON.stringify(body);
  }
  try {
    const response = await fetch(path, init);
    if (!response.ok) return { ok: false, fault: FAULTS[response.status] ?? 'refused' };
    return { ok: true, value: (await response.json()) as T };
  } catch {
    return { ok: false, fault: 'unreachable' };
  }
}

/** Which page is shown, and how one gets from the front door into a match: new, watched, or come back to. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import type { CreateMatch, WatchReason } from '../../shared/protocol/messages.ts';
import type { Power } from '../../shared/scenario/names.ts';
import {
  type Admission,
  type ApiAnswer,
  type ApiFault,
  fetchScenario,
  fetchTicket,
  joinMatch,
  listScenarios,
  createMatch as requestMatch,
  type ScenarioCard,
} from '../net/api.ts';
import { forget, letGo, type Remembered, recall, remember, seatIn } from '../net/seat-memory.ts';
import { createMatch, type Match } from './match.ts';

export type Page =
  | { readonly at: 'home'; readonly fault: ApiFault | null }
  | { readonly at: 'opening' }
  | { readonly at: 'match'; readonly match: Match };

export interface Choices {
  readonly scenario: string;
  readonly seat: Power;
  readonly bots: CreateMatch['bots'];
  /** Whether friends may sit down by the code. */
  readonly friends: boolean;
}

export type Cards =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly fault: ApiFault }
  | { readonly at: 'ready'; readonly list: readonly ScenarioCard[] };

/** What the front door needs: the scenarios that this server offers. */
export interface Door {
  readonly cards: ReadonlySignal<Cards>;
  load(): Promise<void>;
}

/** With several at the table nobody may stall: seconds for orders, as friends play it (EXPERIENCE 1). */
export const FRIENDS_TURN_S = 90;
/** A quick look at each turn, slow enough to read the headlines. */
const WATCH_MS = 9000;

/** Why somebody who came with a code may only watch; null: he sits, or came to watch. */
export const watchReason = signal<WatchReason | null>(null);

export const page: Signal<Page> = signal<Page>({ at: 'home', fault: null });

export function createDoor(): Door {
  const cards = signal<Cards>({ at: 'loading' });
  return {
    cards,
    async load() {
      const answer = await listScenarios();
      cards.value = answer.ok ? { at: 'ready', list: quickFirst(answer.value) } : { at: 'failed', fault: answer.fault };
    },
  };
}

/** Shorter games first: that is where a newcomer begins. */
const quickFirst = (list: readonly ScenarioCard[]): readonly ScenarioCard[] => [...list].sort((a, b) => a.turns - b.turns);

export function play(choices: Choices): Promise<void> {
  return open(choices.scenario, { ...choices, turnSeconds: choices.friends ? FRIENDS_TURN_S : null, watchMs: 0 });
}

export function watch(choices: Choices): Promise<void> {
  return open(choices.scenario, { ...choices, friends: false, seat: null, turnSeconds: null, watchMs: WATCH_MS });
}

/** The board of a game that has no name in the address: what a server shows by itself. */
const SHOWN = 'best-offense-2016';

/** A match that others play: by its code, with a spectator's ticket. */
export function watchCode(code: string, scenario: string | null): Promise<void> {
  return comeTo({ code, seatKey: null, scenario: scenario ?? SHOWN });
}

/**
 * To friends, by their code: in a seat if one is free. Who sits there already comes back to his own seat, also in another
 * tab; `asNew` makes a second person of the same browser, for tests and for two at one machine.
 */
export async function joinCode(typed: string, asNew = false): Promise<void> {
  const code = typed.trim().toUpperCase();
  const tab = recall();
  const seat = tab?.code === code ? tab : asNew ? null : seatIn(code);
  if (seat !== null) return comeTo(seat);
  page.value = { at: 'opening' };
  const joined = await joinMatch(code);
  if (!joined.ok) return refuse(joined.fault);
  watchReason.value = joined.value.because;
  enter(await boardOf(joined.value.scenario), { ok: true, value: joined.value });
}

/** Back into the match that this tab was in; false when there is none. */
export function resume(): boolean {
  const remembered = recall();
  if (remembered === null) return false;
  void comeTo(remembered);
  return true;
}

async function comeTo({ code, seatKey, scenario }: Remembered): Promise<void> {
  page.value = { at: 'opening' };
  const ticket = await fetchTicket(code, seatKey);
  if (!ticket.ok) {
    if (ticket.fault === 'unknown') letGo(code);
    return refuse(ticket.fault);
  }
  const board = await boardOf(ticket.value.scenario ?? scenario);
  enter(board, { ok: true, value: { code, seatKey, ticket: ticket.value.ticket } });
}

async function open(scenario: string, body: CreateMatch): Promise<void> {
  page.value = { at: 'opening' };
  const [board, created] = await Promise.all([boardOf(scenario), requestMatch(body)]);
  enter(board, created);
}

async function boardOf(scenario: string): Promise<ApiAnswer<Board>> {
  const answer = await fetchScenario(scenario);
  return answer.ok ? { ok: true, value: makeBoard(answer.value) } : answer;
}

function enter(board: ApiAnswer<Board>, admission: ApiAnswer<Admission>): void {
  if (!board.ok) return refuse(board.fault);
  if (!admission.ok) return refuse(admission.fault);
  const { code, seatKey } = admission.value;
  remember({ code, seatKey, scenario: board.value.scenario.id });
  page.value = { at: 'match', match: createMatch(board.value, admission.value) };
}

function refuse(fault: ApiFault): void {
  forget();
  page.value = { at: 'home', fault };
}

/** Out of the match and back to the front door. */
export function leave(): void {
  if (page.value.at === 'match') page.value.match.connection.leave();
  forget();
  watchReason.value = null;
  page.value = { at: 'home', fault: null };
}

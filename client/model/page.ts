/** Which page is shown, and how one gets from the front door into a match: new, joined, watched, or come back to. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import type { Admission, ClockName, CreateMatch, JoinMatch, SpeechRule, WatchReason } from '../../shared/protocol/lobby.ts';
import type { Power } from '../../shared/scenario/names.ts';
import {
  type ApiAnswer,
  type ApiFault,
  fetchScenario,
  joinMatch,
  listScenarios,
  moveSeat,
  createMatch as requestMatch,
  type ScenarioCard,
} from '../net/api.ts';
import { asNew, nickname } from '../net/person.ts';
import { forget, letGo, recall, recent, remember } from '../net/seat-memory.ts';
import { createMatch, type Match } from './match.ts';

export type Page =
  | { readonly at: 'home'; readonly fault: ApiFault | null }
  | { readonly at: 'opening' }
  /** Somebody came with a code: under which name he sits down. */
  | { readonly at: 'join'; readonly code: string; readonly fault: ApiFault | null }
  | { readonly at: 'match'; readonly match: Match };

export interface Choices {
  readonly scenario: string;
  readonly seat: Power;
  readonly bots: CreateMatch['bots'];
  /** Whether friends may sit down by the code. */
  readonly friends: boolean;
  /** With friends: nobody may stall. Alone nothing presses. */
  readonly clock: ClockName;
  readonly speech: SpeechRule;
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

/** Alone it begins at once and without a clock; with friends there is a lobby first. */
export function play({ scenario, seat, bots, friends, clock, speech }: Choices): Promise<void> {
  const table = friends ? { clock, speech } : ({ clock: 'untimed', speech: 'phrases' } as const);
  return open({ scenario, seat, bots, friends, ...table, nickname: nickname(), atOnce: !friends, watchMs: 0 });
}

export function watch({ scenario, bots }: Choices): Promise<void> {
  const rest = { friends: false, clock: 'untimed', speech: 'phrases', atOnce: true, watchMs: WATCH_MS } as const;
  return open({ scenario, seat: null, bots, ...rest, nickname: nickname() });
}

/** A match that others play. */
export const watchCode = (code: string): Promise<void> => enter(code, null);

/** To friends, by their code: who sat there already comes back to his seat, everybody else is asked for his name first. */
export async function joinCode(typed: string): Promise<void> {
  const code = typed.trim().toUpperCase();
  if (recall()?.code === code || recent().some((match) => match.code === code)) return enter(code, null);
  page.value = { at: 'join', code, fault: null };
}

/** This tab is another person from now on, who has sat nowhere yet. */
export async function joinAsNew(typed: string): Promise<void> {
  const code = typed.trim().toUpperCase();
  asNew();
  if (recall()?.code === code) return enter(code, null);
  page.value = { at: 'join', code, fault: null };
}

/** Sits down in any free seat (`undefined`), or takes no new one (`null`). */
export async function enter(code: string, seat: JoinMatch['seat']): Promise<void> {
  page.value = { at: 'opening' };
  const wish = seat === undefined ? {} : { seat };
  const joined = await joinMatch(code, { ...wish, nickname: nickname() });
  if (joined.ok) watchReason.value = joined.value.because;
  await show(joined, code);
}

/** Brings a seat over from another device. */
export async function moveHere(code: string, phrase: string): Promise<void> {
  page.value = { at: 'opening' };
  const moved = await moveSeat(code, phrase, nickname());
  if (!moved.ok) page.value = { at: 'join', code, fault: moved.fault };
  else await show(moved, code);
}

/** The same people play on under another code. */
export function follow(code: string): Promise<void> {
  if (page.value.at === 'match') page.value.match.connection.leave();
  return enter(code, null);
}

/** Back into the match that this tab was in; false when there is none. */
export function resume(): boolean {
  const remembered = recall();
  if (remembered === null) return false;
  void enter(remembered.code, null);
  return true;
}

async function open(body: CreateMatch): Promise<void> {
  page.value = { at: 'opening' };
  await show(await requestMatch(body), '');
}

async function show(admission: ApiAnswer<Admission>, code: string): Promise<void> {
  if (!admission.ok) return refuse(admission.fault, code);
  const board = await boardOf(admission.value.scenario);
  if (!board.ok) return refuse(board.fault, code);
  const isSeated = admission.value.place !== 'public';
  const isReturning = recent().some((match) => match.code === admission.value.code);
  remember(admission.value, isSeated);
  page.value = { at: 'match', match: createMatch(board.value, admission.value, isReturning) };
}

async function boardOf(scenario: string): Promise<ApiAnswer<Board>> {
  const answer = await fetchScenario(scenario);
  return answer.ok ? { ok: true, value: makeBoard(answer.value) } : answer;
}

function refuse(fault: ApiFault, code: string): void {
  if (fault === 'unknown') letGo(code);
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

/**
 * Which page is shown, and how one gets from the front door into a match: practised, new, joined, watched, or come back to.
 * What a match needs is fetched with it: the front door stays light.
 */
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Admission, CreateMatch, JoinMatch, WatchReason } from '../../shared/protocol/lobby.ts';
import { learnGame } from '../i18n/language.ts';
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
import { newRequestId } from '../net/outbox.ts';
import { asNew, nickname } from '../net/person.ts';
import { forget, letGo, recall, recent, remember } from '../net/seat-memory.ts';
import { type Choices, choices, rulesWished } from './choices.ts';
import type { ClassScreen } from './class-screen.ts';
import type { Match } from './match.ts';
import { PRACTICE_SEAT } from './practice.ts';
import type { Replay } from './replay.ts';
import type { ReplayPlace } from './replay-address.ts';
import type { ReplayFault } from './replay-fault.ts';
import { handOver } from './show.ts';
import type { Table } from './table.ts';

export type Page =
  | { readonly at: 'home'; readonly fault: Fault | null }
  | { readonly at: 'opening' }
  /** Somebody came with a code: under which name he sits down. */
  | { readonly at: 'join'; readonly code: string; readonly fault: ApiFault | null }
  /** The line is open; what is played with is fetched when the lobby is over. */
  | { readonly at: 'table'; readonly table: Table }
  /** `practice`: what comes after it, when this match is one; null: it is none. */
  | { readonly at: 'match'; readonly match: Match; readonly practice: After | null }
  /** A finished game, proved; `source`: the code that it was played under, or the reader's own file; `behind`: its report. */
  | { readonly at: 'replay'; readonly replay: Replay; readonly source: string; readonly behind: Page | null }
  /** The record of a replay has to be chosen: the link is to a file, or what was chosen will not do. */
  | { readonly at: 'replay-file'; readonly place: ReplayPlace; readonly fault: ReplayFault | null }
  | { readonly at: 'class'; readonly screen: ClassScreen };

/** The friends' game that comes after a practice turn, and its table while the line to it stays open. */
export interface After {
  readonly code: string | null;
  readonly waiting: Table | null;
}

/** `local`: this browser does not set up a world of its own. */
export type Fault = ApiFault | 'local';

export type Cards =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly fault: ApiFault }
  | { readonly at: 'ready'; readonly list: readonly ScenarioCard[] };

/** What the front door needs: the scenarios that this server offers. */
export interface Door {
  readonly cards: ReadonlySignal<Cards>;
  load(): Promise<void>;
}

/** Why somebody who came with a code may only watch; null: he sits, or came to watch. */
export const watchReason = signal<WatchReason | null>(null);

export const page: Signal<Page> = signal<Page>({ at: 'home', fault: null });

/** What this page has heard of the server's scenarios: a lobby needs no more of one than its card. */
let heardOf: readonly ScenarioCard[] = [];

export function createDoor(): Door {
  const cards = signal<Cards>({ at: 'loading' });
  return {
    cards,
    async load() {
      const answer = await listScenarios();
      if (answer.ok) heardOf = answer.value;
      cards.value = answer.ok ? { at: 'ready', list: quickFirst(answer.value) } : { at: 'failed', fault: answer.fault };
    },
  };
}

/** Shorter games first: that is where a newcomer begins. The practice turn has a door of its own. */
const quickFirst = (list: readonly ScenarioCard[]): readonly ScenarioCard[] =>
  list.filter((card) => card.id !== 'practice').sort((a, b) => a.turns - b.turns);

/** Alone against bots: it begins at once and without a clock. */
export function playAlone(): Promise<void> {
  return open({ ...wishOf(choices.value), friends: false, clock: 'untimed', speech: 'phrases', atOnce: true });
}

/** With friends there is a lobby first. */
export function playWithFriends(): Promise<void> {
  const { clock, speech } = choices.value;
  return open({ ...wishOf(choices.value), friends: true, clock, speech, atOnce: false });
}

type Wish = Omit<CreateMatch, 'friends' | 'clock' | 'speech' | 'atOnce'>;

function wishOf(chosen: Choices): Wish {
  const { scenario, seat, bots } = chosen;
  return { scenario, seat, bots, nickname: nickname(), watchMs: 0, ...rulesWished(chosen) };
}

/** A world that plays itself, in the page: the one on the front door, if there is one. */
export async function watch(): Promise<void> {
  page.value = { at: 'opening' };
  try {
    page.value = { at: 'match', match: await handOver(), practice: null };
  } catch {
    page.value = { at: 'home', fault: 'local' };
  }
}

/** A practice turn, in the page; `code`: the friends' game that waits for the reader, whose lobby he does not leave for it. */
export async function practise(code: string | null): Promise<void> {
  const waiting = endPractice();
  page.value = { at: 'opening' };
  const bots = { us: 'dove', ru: 'hawk', cn: 'dove' } as const;
  try {
    const [{ openWorld }] = await Promise.all([import('../local/line.ts'), learnGame()]);
    const { match } = await openWorld('practice', { seed: newRequestId(), seat: PRACTICE_SEAT, bots });
    page.value = { at: 'match', match, practice: { code, waiting } };
  } catch {
    if (waiting === null) page.value = { at: 'home', fault: 'local' };
    else sitAt(waiting);
  }
}

/** The practice match is over, if the page shows one; answers the table that waits, or the one that the page shows. */
function endPractice(): Table | null {
  if (page.value.at === 'table') return page.value.table;
  if (page.value.at !== 'match') return null;
  page.value.match.connection.leave();
  return page.value.practice?.waiting ?? null;
}

/** From the practice turn to the friends who wait, else to the front door. */
export function leavePractice(code: string | null): void {
  const waiting = endPractice();
  if (waiting !== null) sitAt(waiting);
  else if (code === null) leave();
  else void joinCode(code);
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
  await sitDown(joined, code);
}

/** Brings a seat over from another device. */
export async function moveHere(code: string, phrase: string): Promise<void> {
  page.value = { at: 'opening' };
  const moved = await moveSeat(code, phrase, nickname());
  if (!moved.ok) page.value = { at: 'join', code, fault: moved.fault };
  else await sitDown(moved, code);
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

/** The code of a match, with the words that only a match says. */
const playedWith = async (): Promise<typeof import('./match.ts')> => (await Promise.all([import('./match.ts'), learnGame()]))[0];

async function open(body: CreateMatch): Promise<void> {
  page.value = { at: 'opening' };
  // There is no lobby to wait in: what is played with comes while the server makes the match.
  if (body.atOnce) void playedWith().catch(() => undefined);
  await sitDown(await requestMatch(body), '');
}

/** Shows the table to which somebody was let in, or says why not. */
export async function sitDown(admission: ApiAnswer<Admission>, code: string): Promise<void> {
  if (!admission.ok) return refuse(admission.fault, code);
  const card = await cardOf(admission.value.scenario);
  if (!card.ok) return refuse(card.fault, code);
  const opened = await import('./table.ts').catch(() => null);
  if (opened === null) return refuse('unreachable', code);
  const isSeated = admission.value.place !== 'public';
  const isReturning = recent().some((match) => match.code === admission.value.code);
  remember(admission.value, isSeated);
  sitAt(opened.openTable(card.value, admission.value, isReturning));
}

/** Whoever came by a link has not been at the front door, where the cards are. */
async function cardOf(id: string): Promise<ApiAnswer<ScenarioCard>> {
  const isCard = (card: ScenarioCard): boolean => card.id === id;
  if (!heardOf.some(isCard)) {
    const answer = await listScenarios();
    if (!answer.ok) return answer;
    heardOf = answer.value;
  }
  const value = heardOf.find(isCard);
  return value === undefined ? { ok: false, fault: 'unknown' } : { ok: true, value };
}

/** Shows a table for as long as its lobby lasts, then the game. */
function sitAt(table: Table): void {
  page.value = { at: 'table', table };
  const isHere = (): boolean => page.value.at === 'table' && page.value.table === table;
  const stop = effect(() => {
    if (!isHere()) queueMicrotask(() => stop());
    else if (table.isBegun.value) void begin();
  });

  async function begin(): Promise<void> {
    const [opened, scenario] = await Promise.all([playedWith().catch(() => null), fetchScenario(table.scenario.id)]);
    if (!isHere()) return;
    if (opened === null) refuse('unreachable', table.code);
    else if (!scenario.ok) refuse(scenario.fault, table.code);
    else page.value = { at: 'match', match: opened.beginAt(table, scenario.value), practice: null };
  }
}

function refuse(fault: ApiFault, code: string): void {
  if (fault === 'unknown') letGo(code);
  forget();
  page.value = { at: 'home', fault };
}

/** Out of the match and back to the front door. */
export function leave(): void {
  if (page.value.at === 'table') page.value.table.connection.leave();
  if (page.value.at === 'match') {
    page.value.match.connection.leave();
    page.value.practice?.waiting?.connection.leave();
  }
  forget();
  watchReason.value = null;
  page.value = { at: 'home', fault: null };
}

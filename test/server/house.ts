/** A real server in this process on a free port, and guests that come to it over loopback. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, type Room } from '@colyseus/sdk';
import { readConfig } from '../../server/config.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { SCENARIO_FOLDER } from '../../server/match/scenarios.ts';
import { IDLE } from '../../server/rooms/match-room.ts';
import type { Admission, CreateMatch } from '../../shared/protocol/lobby.ts';
import type { Answer, SeenView, ServerMessages } from '../../shared/protocol/messages.ts';
import { unpackView } from '../../shared/protocol/packed-view.ts';
import type { Perception } from '../../shared/protocol/perception.ts';
import type { RequestName } from '../../shared/protocol/requests.ts';

export interface House {
  readonly running: RunningServer;
  readonly origin: string;
  /** Where its log lies: another house may be opened on it once this one's server has stopped. */
  readonly data: string;
  close(): Promise<void>;
}

export async function openHouse(data = mkdtempSync(path.join(tmpdir(), 'threshold-')), idle = IDLE): Promise<House> {
  const config = readConfig(['--port', '0', '--host', '127.0.0.1', '--data', data], {});
  const running = await startServer(config, SCENARIO_FOLDER, idle);
  const close = async (): Promise<void> => {
    await running.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { running, origin: `http://127.0.0.1:${running.port}`, data, close };
}

/** A new person: what his browser would keep. */
export const newBearer = (): string => `Bearer ${randomBytes(16).toString('base64url')}.${randomBytes(32).toString('base64url')}`;

export function post(origin: string, path: string, body: unknown, bearer = newBearer()): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', authorization: bearer };
  return fetch(origin + path, { method: 'POST', headers, body: text });
}

export async function create(origin: string, wish: CreateMatch, bearer = newBearer()): Promise<Admission> {
  return (await (await post(origin, '/api/matches', wish, bearer)).json()) as Admission;
}

/** Somebody comes with the code: without a wish he takes any seat that is free. */
export async function come(origin: string, code: string, bearer = newBearer(), body: object = {}): Promise<Admission> {
  const answer = await post(origin, `/api/matches/${code}/join`, { nickname: 'Friend', ...body }, bearer);
  return (await answer.json()) as Admission;
}

/** A guest and everything that he has been sent. */
export interface Guest {
  readonly room: Room;
  readonly views: SeenView[];
  readonly records: ServerMessages['record'][];
  /** The lines that he knows, in the order in which they came. */
  readonly lines: ServerMessages['line'][];
  readonly moved: string[];
  /** His delegation as he was told of it, and what the others of it did to its sheet. */
  readonly delegations: ServerMessages['delegation'][];
  readonly drafts: ServerMessages['draft'][];
  /** What he was told of the exercise that his world belongs to. */
  readonly exercises: ServerMessages['exercise'][];
  /** How all read one another, once the game is over. */
  readonly perceptions: Perception[];
  /** The close code, once the server has shut the line. */
  closed: number | null;
  ask(name: RequestName, body: object, id?: string): Promise<Answer>;
}

let lastId = 0;
export function newRequestId(): string {
  lastId += 1;
  return `test-${process.pid}-${lastId}`;
}

export async function join(origin: string, code: string, ticket: string): Promise<Guest> {
  const room: Room = await new Client(origin).joinById(code, { ticket });
  room.reconnection.enabled = false;
  const ask: Guest['ask'] = async (name, body, id = newRequestId()) => (await room.request(name, { id, ...body })) as Answer;
  const guest: Guest = {
    room,
    views: [],
    records: [],
    lines: [],
    moved: [],
    delegations: [],
    drafts: [],
    exercises: [],
    perceptions: [],
    closed: null,
    ask,
  };
  let last: { readonly number: number; readonly view: SeenView['view'] } | null = null;
  room.onMessage('view', ({ packed, number, base, ...message }: ServerMessages['view']) => {
    if (base !== null && base !== last?.number) throw new Error(`view ${base} went astray`);
    const view = unpackView(packed, base === null ? null : (last?.view ?? null));
    last = { number, view };
    guest.views.push({ ...message, view });
  });
  room.onMessage('record', (record: ServerMessages['record']) => guest.records.push(record));
  room.onMessage('lines', (lines: ServerMessages['lines']) => guest.lines.splice(0, guest.lines.length, ...lines));
  room.onMessage('line', (line: ServerMessages['line']) => guest.lines.push(line));
  room.onMessage('perceptions', (taps: ServerMessages['perceptions']) =>
    guest.perceptions.splice(0, Number.POSITIVE_INFINITY, ...taps),
  );
  room.onMessage('delegation', (delegation: ServerMessages['delegation']) => guest.delegations.push(delegation));
  room.onMessage('exercise', (view: ServerMessages['exercise']) => guest.exercises.push(view));
  room.onMessage('draft', (draft: ServerMessages['draft']) => guest.drafts.push(draft));
  room.onMessage('moved', ({ code: next }: ServerMessages['moved']) => guest.moved.push(next));
  room.onLeave((closeCode: number) => {
    guest.closed = closeCode;
  });
  await guest.ask('view', {});
  return guest;
}

/** Comes with the code and enters. */
export async function enter(origin: string, code: string, bearer = newBearer(), body: object = {}): Promise<Guest> {
  return join(origin, code, (await come(origin, code, bearer, body)).ticket);
}

export async function until(claim: () => boolean, withinMs = 30_000): Promise<void> {
  const started = Date.now();
  while (!claim()) {
    if (Date.now() - started > withinMs) throw new Error(`${withinMs} ms went by and it was still not so: ${claim}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** A real server in this process on a free port, and guests that come to it over loopback. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, type Room } from '@colyseus/sdk';
import { type RunningServer, startServer } from '../../server/main.ts';
import type { Answer, CreateMatch, RequestName, ServerMessages } from '../../shared/protocol/messages.ts';

export interface House {
  readonly running: RunningServer;
  readonly origin: string;
  /** Where its log lies: another house may be opened on it once this one's server has stopped. */
  readonly data: string;
  close(): Promise<void>;
}

export async function openHouse(data = mkdtempSync(path.join(tmpdir(), 'threshold-'))): Promise<House> {
  const running = await startServer({ port: 0, host: '127.0.0.1', data, demo: false });
  const close = async (): Promise<void> => {
    await running.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { running, origin: `http://127.0.0.1:${running.port}`, data, close };
}

export interface Created {
  readonly code: string;
  readonly ticket: string;
  readonly seatKey: string | null;
}

export function post(origin: string, path: string, body: unknown): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(origin + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text });
}

export async function create(origin: string, wish: CreateMatch): Promise<Created> {
  return (await (await post(origin, '/api/matches', wish)).json()) as Created;
}

/** A guest and everything that he has been sent. */
export interface Guest {
  readonly room: Room;
  readonly views: ServerMessages['view'][];
  readonly records: ServerMessages['record'][];
  ask(name: RequestName, body: unknown): Promise<Answer>;
}

export async function join(origin: string, code: string, ticket: string): Promise<Guest> {
  const room: Room = await new Client(origin).joinById(code, { ticket });
  room.reconnection.enabled = false;
  const guest: Guest = { room, views: [], records: [], ask: async (name, body) => (await room.request(name, body)) as Answer };
  room.onMessage('view', (view: ServerMessages['view']) => guest.views.push(view));
  room.onMessage('record', (record: ServerMessages['record']) => guest.records.push(record));
  await guest.ask('view', {});
  return guest;
}

export async function until(claim: () => boolean, withinMs = 5000): Promise<void> {
  const started = Date.now();
  while (!claim()) {
    if (Date.now() - started > withinMs) throw new Error(`${withinMs} ms went by and it was still not so: ${claim}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

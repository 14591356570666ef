/**
 * The least that a Colyseus server can do of what ours does: a room of three, a few fields, an answer to each request, and
 * a view to each when all three have locked. No rules, no log, no secrets. Patches by hand, the same pings.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type Client, defineRoom, defineServer, Room } from '@colyseus/core';
import { type SchemaType, schema, t } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Samples } from './samples.ts';

const samples = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Samples;
const PLAYERS = 3;

const MinimalState = schema({ phase: t.string(), turn: t.uint8().default(1), locked: t.uint8().default(0) }, 'MinimalState');

class MinimalRoom extends Room<{ state: SchemaType<typeof MinimalState> }> {
  override maxClients = PLAYERS;
  override state = new MinimalState().assign({ phase: 'orders' });
  override messages = {
    draft: () => ({ ok: true }),
    lock: () => {
      this.#lock();
      return { ok: true };
    },
  };

  override onCreate(): void {
    // Without this line a room that patches by hand ticks sixty times a second.
    this.setTimestep(() => undefined, 1000);
    this.patchRate = null;
  }

  override onJoin(client: Client): void {
    client.send('view', samples.join.message);
  }

  #lock(): void {
    this.state.locked += 1;
    if (this.state.locked === PLAYERS) {
      this.state.assign({ locked: 0, turn: this.state.turn + 1 });
      for (const client of this.clients) client.send('view', samples.turn.message);
    }
    this.broadcastPatch();
  }
}

const http = createServer();
const server = defineServer({
  greet: false,
  transport: new WebSocketTransport({ server: http, maxPayload: 16 * 1024, pingInterval: 5000, pingMaxRetries: 3 }),
  rooms: { match: defineRoom(MinimalRoom) },
});
await server.listen(0, '127.0.0.1');
const address = http.address();
process.stdout.write(`http://localhost:${typeof address === 'object' && address ? address.port : 0}/\n`);

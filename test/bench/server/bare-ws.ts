/** The floor: sockets alone. Sends each message back as it came, and to all three of a table as many bytes as a view has. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { Samples } from './samples.ts';

/** The part of a `ws` connection that is used here. */
interface Socket {
  send(data: Buffer | string): void;
  on(event: 'message', hear: (data: Buffer) => void): void;
}
interface SocketServer {
  on(event: 'connection', hear: (socket: Socket, request: IncomingMessage) => void): void;
}

/** The very `ws` that Colyseus stands on: it is its dependency and not ours. */
const ownRequire = createRequire(import.meta.resolve('@colyseus/ws-transport'));
const { WebSocketServer } = ownRequire('ws') as { WebSocketServer: new (options: object) => SocketServer };

interface Table {
  readonly sockets: Socket[];
  locked: number;
}

const samples = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Samples;
const JOIN_VIEW = Buffer.alloc(samples.join.bytes, 1);
const TURN_VIEW = Buffer.alloc(samples.turn.bytes, 1);
const PLAYERS = 3;
const tables = new Map<string, Table>();

const http = createServer();
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket, { url = '' }) => {
  const table = tables.get(url) ?? { sockets: [], locked: 0 };
  tables.set(url, table);
  table.sockets.push(socket);
  socket.send(JOIN_VIEW);
  socket.on('message', (data) => {
    const text = data.toString();
    socket.send(text);
    if ((JSON.parse(text) as { name: string }).name !== 'lock') return;
    table.locked += 1;
    if (table.locked < PLAYERS) return;
    table.locked = 0;
    for (const one of table.sockets) one.send(TURN_VIEW);
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  process.stdout.write(`http://localhost:${typeof address === 'object' && address ? address.port : 0}/\n`);
});

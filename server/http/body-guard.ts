/**
 * Turns a request away by its announced size, before anybody reads it: Colyseus' own routes take a body of any size into
 * memory (300 MB sent to /matchmake made a server of 160 MB one of 1,040 MB).
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { LIMITS } from '../../shared/limits.ts';

const TOO_LARGE = 413;
const LENGTH_REQUIRED = 411;

/** Stands before every listener that the server has by now; to be called once all of them are there. */
export function guardBodies(server: Server): void {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const status = faultOf(request);
    if (status !== null) return turnAway(response, status);
    for (const listener of listeners) listener.call(server, request, response);
  });
}

/** Node itself reads no more of a body than its announced length. */
function faultOf({ headers }: IncomingMessage): number | null {
  if (headers['transfer-encoding'] !== undefined) return LENGTH_REQUIRED;
  return Number(headers['content-length'] ?? 0) > LIMITS.messageBytes ? TOO_LARGE : null;
}

/** The line is closed after the answer: what is still being sent is nobody's. */
function turnAway(response: ServerResponse, status: number): void {
  const sentence = status === TOO_LARGE ? `Nothing here takes more than ${LIMITS.messageBytes} bytes.` : 'Say how long it is.';
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(`${sentence}\n`);
}

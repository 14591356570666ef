/** JSON that is asked for often and never changes: made, hashed and compressed once. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

export interface Packed {
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

export function packJson(value: unknown): Packed {
  const plain = Buffer.from(JSON.stringify(value));
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { etag, plain, br: brotliCompressSync(plain), gzip: gzipSync(plain) };
}

export function sendPacked(request: Request, response: Response, packed: Packed): void {
  response.set({ 'Cache-Control': 'no-cache', ETag: packed.etag }).type('application/json').vary('Accept-Encoding');
  if (request.headers['if-none-match'] === packed.etag) return void response.status(304).end();
  const encoding = request.acceptsEncodings(['br', 'gzip']);
  if (encoding === 'br' || encoding === 'gzip') response.set('Content-Encoding', encoding).send(packed[encoding]);
  else response.send(packed.plain);
}

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { safeHeaders } from '../../server/http/headers.ts';
import { clientFiles } from '../../server/http/statics.ts';

const CLIENT = fileURLToPath(new URL('../../client', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'threshold-'));
let server: Server;
let origin = '';

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  for (const name of [
    'index.html',
    'sw.js',
    'assets/worker-1a.js',
    'assets/room-2b.js',
    'assets/room-2b.css',
    'assets/ground.svg',
  ])
    writeFileSync(join(folder, name), name);
  writeFileSync(join(folder, 'assets/room-2b.js.br'), 'small');
  server = createServer(express().use(safeHeaders).use(clientFiles(folder))).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the files of the page', () => {
  test.each(['/', '/sw.js', '/assets/worker-1a.js', '/assets/ground.svg'])(
    'what can run or be shown by itself, as %s, says what it may do',
    async (path) => {
      const { status, headers } = await fetch(origin + path);
      expect(status).toBe(200);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  test.each(['/assets/room-2b.js', '/assets/room-2b.css'])(
    'what a page takes in, as %s, says in few words that it is what it is, and stays',
    async (path) => {
      const answer = await fetch(origin + path);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(answer.headers.get('cache-control')).toContain('immutable');
      const head = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
      expect(head.length).toBeLessThan(400);
    },
  );

  test('a smaller form is given only to who takes it', async () => {
    const path = `${origin}/assets/room-2b.js`;
    const small = await fetch(path, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect([small.headers.get('content-encoding'), small.headers.get('content-length')]).toEqual(['br', '5']);
    expect(await (await fetch(path, { headers: { 'accept-encoding': 'identity' } })).text()).toBe('assets/room-2b.js');
    expect((await fetch(`${path}.br`)).status).toBe(404);
  });

  test('scripts of workers are named after that, by which the server tells them', () => {
    const sources = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
    const made = sources.flatMap((name) => {
      const source = readFileSync(join(CLIENT, name), 'utf8');
      const starts = source.match(/new (?:Shared)?Worker\(/g)?.length ?? 0;
      const paths = [...source.matchAll(/new (?:Shared)?Worker\(new URL\('([^']+)'/g)].map(([, path]) => basename(path ?? ''));
      expect(paths, name).toHaveLength(starts);
      return paths;
    });
    expect(made.length).toBeGreaterThan(1);
    expect(made.filter((name) => !name.startsWith('worker'))).toEqual([]);
  });
});

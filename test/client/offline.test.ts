import { expect, test } from 'vitest';
import { type Kept, sourceFor } from '../../client/sw/source.ts';

const HERE = 'https://game.example';
const KEPT: Kept = { version: '1', atOnce: ['/assets/index-abc.js'], whenUsed: ['/assets/plex-abc.woff2'] };
const asked = (path: string, mode: RequestMode = 'cors', method = 'GET') =>
  sourceFor({ method, mode, url: new URL(path, HERE).href }, HERE, KEPT);

test('what carries a hash of its content comes from the shelf', () => {
  expect(asked('/assets/index-abc.js')).toBe('shelf');
  expect(asked('/assets/plex-abc.woff2')).toBe('shelf');
  expect(asked('/assets/index-of-another-version.js')).toBe('network');
});

test('the page comes from the server, with whatever code or language is in its address', () => {
  expect(asked('/', 'navigate')).toBe('page');
  expect(asked('/?join=ABCDEF&lang=ru', 'navigate')).toBe('page');
  expect(asked('/check', 'navigate')).toBe('network');
});

test.each([
  '/api/scenarios',
  '/api/scenarios/quick',
  '/api/matches/ABCDEF/join',
  '/matchmake/joinById/ABCDEF',
  '/healthz',
  '/readyz',
  '/metrics',
  '/sw.js',
  '/',
  'https://elsewhere.example/assets/index-abc.js',
])('never kept, never answered by the worker: %s', (path) => {
  expect(asked(path)).toBe('network');
  expect(asked(path, 'cors', 'POST')).toBe('network');
});

test('nothing that is sent is answered by the worker', () => {
  expect(asked('/assets/index-abc.js', 'cors', 'POST')).toBe('network');
  expect(asked('/', 'navigate', 'POST')).toBe('network');
});

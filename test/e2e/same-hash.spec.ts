import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import type { Power } from '../../shared/scenario/names.ts';
import { hashesOf } from './hash-games.ts';

const GAMES = 200;
/** So many of them again in every other order of arrival. */
const REORDERED = 20;
const ARRIVALS: readonly (readonly Power[])[] = [
  ['us', 'ru', 'cn'],
  ['us', 'cn', 'ru'],
  ['ru', 'us', 'cn'],
  ['ru', 'cn', 'us'],
  ['cn', 'us', 'ru'],
  ['cn', 'ru', 'us'],
];

const scenario = (id: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/scenarios/${id}.json`, import.meta.url), 'utf8'));

/** The core as one script for a page: nothing of the page's own code takes part. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('hash-games.ts', import.meta.url)), formats: ['iife'], name: 'threshold' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('the build gave no script');
  return first.output[0].code;
}

test('random games have the same hashes in this browser as in Node, in whatever order the sheets came in', async ({ page }) => {
  test.setTimeout(180_000);
  const scenarios = { quick: scenario('quick'), full: scenario('best-offense-2016') };
  const inNode = hashesOf({ ...scenarios, games: GAMES, arrival: ['us', 'ru', 'cn'] });
  expect(new Set(inNode).size).toBe(GAMES);
  const script = await bundle();
  await page.goto('about:blank');
  await page.addScriptTag({ content: script });
  for (const [i, arrival] of ARRIVALS.entries()) {
    const games = i === 0 ? GAMES : REORDERED;
    const inBrowser = await page.evaluate(
      (ask) => (globalThis as unknown as { threshold: { hashesOf: typeof hashesOf } }).threshold.hashesOf(ask),
      { ...scenarios, games, arrival },
    );
    expect(inBrowser, arrival.join(' ')).toEqual(inNode.slice(0, games));
  }
});

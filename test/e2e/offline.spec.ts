import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, expect, type Page, test } from '@playwright/test';
import express from 'express';
import { clientFiles } from '../../server/http/statics.ts';
import { startProgram } from './program.ts';
import { openProxy } from './proxy.ts';

const CLIENT = fileURLToPath(new URL('../../dist/client/', import.meta.url));

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ serviceWorkers: 'allow', reducedMotion: 'reduce' })).newPage();
}

const workerIsThere = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== 'activated') await new Promise((done) => setTimeout(done, 20));
  });

const keptPaths = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(shelves.map((shelf) => shelf.keys()))).flat();
    return requests.map((request) => new URL(request.url).pathname);
  });

test('on a second visit without the server the page itself says so, in any language, and finds the server again', async ({
  browser,
}) => {
  const server = await startProgram();
  const proxy = await openProxy(server.port);
  const at = `http://localhost:${proxy.port}`;
  const page = await newPage(browser);
  await page.goto(`${at}/?lang=en`);
  await workerIsThere(page);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Play as/ })).toBeEnabled();
  const kept = await keptPaths(page);
  expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);
  expect(kept.some((path) => path.endsWith('.woff2'))).toBe(true);

  await server.kill();
  await page.goto(`${at}/?lang=ru`);
  await expect(page.getByRole('alert')).toContainText('Сервер не отвечает');
  await page.reload();
  await page.locator('.language select').selectOption('en');
  await expect(page.getByRole('alert')).toContainText('The server does not answer');
  proxy.pointTo(await server.start());
  await page.getByRole('alert').getByRole('button').click();
  await expect(page.getByRole('button', { name: /^Play as/ })).toBeEnabled();
  await page.context().close();
  await proxy.close();
  await server.close();
});

test('a newer version neither reloads an open page nor takes its files away; it is there when the last page has gone', async ({
  browser,
}) => {
  const code = readFileSync(`${CLIENT}sw.js`, 'utf8');
  let version = 'older';
  const app = express();
  app.get('/sw.js', (_request, response) => {
    response.type('js').send(code.replace(/"version":"\w+"/, `"version":"${version}"`));
  });
  app.use(clientFiles(CLIENT));
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const at = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const shelves = (page: Page): Promise<readonly string[]> => page.evaluate(() => caches.keys());

  const page = await newPage(browser);
  await page.goto(at);
  await workerIsThere(page);
  await page.reload();
  expect(await shelves(page)).toEqual(['threshold-older']);
  await page.evaluate(() => Object.assign(globalThis, { marked: true }));
  version = 'newer';
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (registration.waiting === null) await new Promise((done) => setTimeout(done, 20));
  });
  expect(await page.evaluate(() => 'marked' in globalThis)).toBe(true);
  expect(await shelves(page)).toContain('threshold-older');
  await page.close();
  // Whoever comes back before the browser has let the last page go still meets the older one, and keeps it until he goes too.
  const shelvesOnReturn = async (): Promise<readonly string[]> => {
    const next = await page.context().newPage();
    await next.goto(at);
    const found = await shelves(next);
    await next.close();
    return found;
  };
  await expect.poll(shelvesOnReturn).toEqual(['threshold-newer']);
  await page.context().close();
  server.close();
});

test('where browsers allow no worker, as on plain http in a school network, nothing is missed', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  await page.goto('/?lang=en');
  await expect(page.getByRole('button', { name: /^Play as/ })).toBeEnabled();
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
  expect(faults).toEqual([]);
  await page.context().close();
});

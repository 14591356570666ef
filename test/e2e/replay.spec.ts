import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { withBlankMap } from './blank-map.ts';
import { goOnTo, wishFor } from './go-on.ts';
import { expectAccessible, press } from './keyboard.ts';
import { told } from './look.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** With a server that answers nothing: a world in the page, its report, its record and the replay need none. */
async function watchToTheReport(page: Page): Promise<void> {
  await page.route('**/api/**', (route) => route.abort());
  await page.goto('/?lang=en&r=canvas');
  await button(page, 'Watch a world play itself').click();
  await goOnTo(page, 'report', 150_000);
}

test('a finished game is weighed, taken away as a file and walked through again, proved in the browser', async ({
  page,
}, info) => {
  test.setTimeout(240_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await watchToTheReport(page);
  await expect(page.locator('.verified')).toBeVisible();

  await expect(page.locator('.pivotal .score-card').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.pivotal').getByText('Others’ orders unchanged.').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The same orders under the other theory' })).toBeVisible();
  await expect(page.locator('.serves').first()).toContainText('To learn');
  await expect(page.locator('.report section:has(.chart):not(:has(.serves))')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'To talk about' })).toBeVisible();
  await expectAccessible(page, 'the report of a world in the page');

  const [saved] = await Promise.all([page.waitForEvent('download'), button(page, /^The whole record/).click()]);
  const record = info.outputPath('record.json');
  // As a facilitator's file is, with what was taken down.
  const note = { turn: 1, atMs: 0, by: 'Ms Berg', role: 'observer', words: 'Слишком рано.', language: 'ru' };
  const event = { words: 'A radar goes dark.', language: 'en' };
  writeFileSync(record, JSON.stringify({ ...JSON.parse(readFileSync(await saved.path(), 'utf8')), notes: [{ ...note, event }] }));
  const [table] = await Promise.all([page.waitForEvent('download'), button(page, /^Turns/).click()]);
  expect(readFileSync(await table.path()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));

  await page.goto('/?lang=en&r=canvas#/replay/file?turn=1&as=us');
  await page.locator('input[type=file]').setInputFiles(record);
  await expect(page.locator('.replay-room .verified')).toContainText('every state came out as recorded');
  await expect(page.locator('.replay-place')).toHaveText(/^After turn 1 of \d$/);
  await expect(page.locator('.replay-sheets .score-card')).toHaveCount(1);
  await expect(page.locator('.replay-sheets .notes li')).toContainText('Ms Berg · A radar goes dark.');
  await expect(page.locator('.replay-sheets .notes [lang=ru]')).toHaveText('Слишком рано.');
  await expectAccessible(page, 'a replay as a seat');
  await page.getByRole('slider', { name: 'Step of the game' }).press('End');
  await expect(page.locator('.replay-place')).toHaveText(/^After turn (\d) of \1$/);
  await page.getByLabel('With the eyes of').selectOption('all');
  await expect(page.locator('.replay-sheets .score-card')).toHaveCount(3);
  expect(new URL(page.url()).hash).toMatch(/^#\/replay\/file\?turn=[2-4]&as=all$/);
  await expectAccessible(page, 'a replay of everything');
  await expectAccessible(page, 'a replay, phone', 360);

  const altered = JSON.parse(readFileSync(record, 'utf8'));
  altered.steps[0].sheets.us = { orders: [], statements: [], abandon: [] };
  altered.hashes[1] = 'a'.repeat(64);
  writeFileSync(record, JSON.stringify(altered));
  await press(page, button(page, 'Leave the replay'));
  await page.locator('input[type=file]').setInputFiles(record);
  await expect(page.getByRole('alert')).toContainText('Not verified');
  await expect(page.locator('.replay-room')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('a link leads to a turn of a game that the server keeps, for who was at its table and for nobody else', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await withBlankMap(page);
  // A world of bots on the server, at full speed, made by whoever reads this page.
  const bots = { us: 'dove', ru: 'dove', cn: 'dove' } as const;
  await wishFor(page, { scenario: 'quick', seat: null, bots, watchMs: 10, seed: 'replay-by-link' });
  await page.goto('/?lang=en');
  await button(page, /^Play as/).click();
  await goOnTo(page, 'report');
  const { code } = await told(page);
  await page.goto(`/?lang=en#/replay/${code}?turn=2&as=ru`);
  await expect(page.locator('.replay-room.seat-ru .verified')).toContainText('every state came out as recorded');
  await expect(page.locator('.replay-place')).toHaveText(/^After turn 2 of \d$/);
  await page.evaluate((hash) => location.assign(hash), `#/replay/${code}?turn=1&as=cn`);
  await expect(page.locator('.replay-room.seat-cn .replay-place')).toHaveText(/^After turn 1 of \d$/);

  const stranger = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await stranger.goto(`/?lang=en#/replay/${code}?turn=2&as=ru`);
  await expect(stranger.getByRole('alert')).toContainText('The server does not give this game to you');
  await expect(stranger.locator('.replay-room')).toHaveCount(0);
  await expectAccessible(stranger, 'the choice of a record');
  await expectAccessible(stranger, 'the choice of a record, phone', 360);
  await stranger.context().close();
});

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './keyboard.ts';

const phaseOf = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as { __threshold: { phase: string } }).__threshold.phase);
const seatOf = (page: Page): Promise<string | null> =>
  page.evaluate(() => (globalThis as unknown as { __threshold: { seat: string | null } }).__threshold.seat);

test('a friend sits down by the link, both lock, the turn is played; after a refresh both are where they were', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const quiet = { baseURL: baseURL ?? '', reducedMotion: 'reduce' } as const;
  const host = await (await browser.newContext(quiet)).newPage();
  await host.goto('/?lang=en');
  await host.getByLabel('Friends may join').check();
  await host.getByRole('button', { name: /^Play as/ }).click();
  const link = await host.getByLabel('Link').inputValue();
  expect(link).toMatch(/\?join=[2-9CDFGHJKMNPQRTVWXZ]{6}$/);

  const friend = await (await browser.newContext(quiet)).newPage();
  await friend.goto(`${link}&lang=en`);
  await expect.poll(() => seatOf(friend)).toBe('ru');
  await friend.getByRole('button', { name: 'Lock the sheet' }).click();
  await expect(friend.getByText(/Saved .* locked/).first()).toBeVisible();
  expect(await phaseOf(host)).toBe('room');
  await host.getByRole('button', { name: 'Lock the sheet' }).click();
  for (const page of [host, friend]) await expect.poll(() => phaseOf(page), { timeout: 20_000 }).not.toBe('room');

  for (const page of [host, friend]) await page.reload();
  await expect.poll(() => seatOf(host)).toBe('us');
  await expect.poll(() => seatOf(friend)).toBe('ru');

  // A closed tab costs nothing: the same link leads the same browser back; a second person at it says so.
  const again = await friend.context().newPage();
  await again.goto(`${link}&lang=en`);
  await expect.poll(() => seatOf(again)).toBe('ru');
  await again.close();

  const third = await (await browser.newContext(quiet)).newPage();
  await third.goto('/?lang=en');
  await third.getByLabel(/^A friend's code/).fill('ZZZZZZ');
  await third.getByRole('button', { name: 'Sit down' }).click();
  await expect(third.getByRole('alert')).toContainText('no such game');
  await third.getByLabel(/^A friend's code/).fill(link.slice(-6).toLowerCase());
  await third.getByRole('button', { name: 'Sit down' }).click();
  await expect.poll(() => seatOf(third)).toBe('cn');

  const fourth = await (await browser.newContext(quiet)).newPage();
  await fourth.goto(`${link}&lang=en`);
  await expect(fourth.getByText('People hold all three seats.')).toBeVisible();
});

test('the invitation is accessible, before and in the game', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/?lang=en');
  await page.getByLabel('Friends may join').check();
  await expectAccessible(page, 'home with friends');
  await page.getByRole('button', { name: /^Play as/ }).click();
  await expect(page.getByLabel('Link')).toBeVisible();
  await expectAccessible(page, 'room with an invitation');
});

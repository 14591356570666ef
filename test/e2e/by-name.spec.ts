import { expect, type Page, test } from '@playwright/test';
import { phaseOf } from './look.ts';

/** A laptop's 1366x768 at a zoom of 200 %: half as many CSS pixels, each twice as large. */
const ZOOMED = { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2, reducedMotion: 'reduce' } as const;

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

/** What a screen is called and what goes on from there, by role and name alone. */
const SCREENS: Readonly<Record<string, { readonly heading: RegExp; readonly button: RegExp }>> = {
  room: { heading: /^Situation room, turn/, button: /^Lock the sheet$/ },
  reveal: { heading: /./, button: /^Continue$/ },
  crisis: { heading: /./, button: /^(Stand down|Watch|Mediate)/ },
  exchange: { heading: /./, button: /^How it came/ },
};

test('a whole quick game by names and roles alone, without the map, at 200 % zoom and without motion', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const page = await (await browser.newContext({ ...ZOOMED, baseURL: baseURL ?? '' })).newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  // No canvas at all: what draws the map never comes.
  await page.route(/situation-map|phaser/, (route) => route.abort());
  await page.goto('/?lang=en');
  await page.getByRole('radio', { name: /^Russia/ }).check();
  await press(page, /^Play as Russia/);
  await expect.poll(() => phaseOf(page), { timeout: 30_000 }).toBe('room');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('table', { name: /batter/i }).first()).toBeVisible();
  await expect(page.locator('canvas')).toHaveCount(0);

  const orders = page.getByRole('tabpanel', { name: /^Orders/ });
  await page.getByRole('tab', { name: /^Orders/ }).click();
  await orders.getByRole('button', { expanded: false }).first().click();
  await orders.getByRole('button', { name: 'Add to sheet' }).click();
  await page.getByRole('tab', { name: /^Statements/ }).click();
  await page
    .getByRole('tabpanel', { name: /^Statements/ })
    .getByRole('button', { name: /^Add/ })
    .click();
  await expect(page.getByRole('contentinfo')).toContainText('Orders 1 of');
  await expect(page.getByRole('contentinfo')).toContainText('Statements 1 of');

  for (let phase = await phaseOf(page); phase !== 'report'; phase = await phaseOf(page)) {
    const screen = SCREENS[phase];
    if (screen === undefined) {
      await page.waitForTimeout(50);
      continue;
    }
    await expect(page.getByRole('heading', { level: 1, name: screen.heading }).first()).toBeAttached();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      `${phase}: scrolls sideways`,
    ).toBeLessThan(2);
    await press(page, screen.button);
    await expect.poll(() => phaseOf(page), { timeout: 30_000 }).not.toBe(phase);
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible();
  await expect(page.getByText(/Record verified/)).toBeVisible();
  expect(faults).toEqual([]);
  await page.context().close();
});

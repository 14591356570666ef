import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, press, pressLast, tabTo } from './keyboard.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const seen = new Set<string>();

/** Checks each kind of screen once: they come round every turn. */
async function lookOnce(page: Page, screen: string, within = 'html'): Promise<void> {
  if (seen.has(screen)) return;
  seen.add(screen);
  await expectAccessible(page, screen, 1366, within);
}

/** The phase as the page itself tells it, read-only. */
const phaseOf = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as { __threshold: { phase: string } }).__threshold.phase);

async function nextScreen(page: Page, from: string): Promise<string> {
  await expect.poll(() => phaseOf(page), { timeout: 30_000 }).not.toBe(from);
  return phaseOf(page);
}

async function firstSheet(page: Page): Promise<void> {
  await press(page, button(page, /^Reinforce Fort Greely/).first());
  await lookOnce(page, 'room: an order weighed', '.right');
  await press(page, button(page, 'Add to sheet'));
  await expect(page.getByText('Orders 1 of 4')).toBeVisible();
  // The button went with what was weighed: whoever pressed it is still at the order.
  await expect(page.locator('.option.listed .option-head')).toBeFocused();
  await tabTo(
    page,
    page
      .getByRole('tab', { name: 'Statements' })
      .or(page.getByRole('tab', { selected: true }))
      .first(),
  );
}

test('a person plays a quick game to the report with the keyboard alone, and axe finds nothing', async ({ page }) => {
  test.setTimeout(360_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/?lang=en');
  await tabTo(page, button(page, /^Play as/));
  await lookOnce(page, 'home');
  await page.keyboard.press('Enter');
  let phase = await nextScreen(page, 'home');
  while (phase === 'waiting') phase = await nextScreen(page, phase);
  await lookOnce(page, 'room: map');
  await firstSheet(page);
  await press(
    page,
    page
      .getByRole('button', { name: 'Table' })
      .or(page.getByRole('radio', { name: 'Table' }))
      .first(),
    'Space',
  );
  await lookOnce(page, 'room: table', '#stage');
  for (let step = 0; step < 40 && phase !== 'report'; step++) {
    if (phase === 'room') await pressLast(page, button(page, 'Lock the sheet'));
    else if (phase === 'reveal') {
      await lookOnce(page, 'reveal');
      await press(page, button(page, 'Continue'));
    } else if (phase === 'crisis') {
      await lookOnce(page, 'crisis');
      await press(page, button(page, /^(Stand down|Watch)/).first());
    } else if (phase === 'exchange') {
      await lookOnce(page, 'exchange');
      await press(page, button(page, /^How it came/));
    }
    phase = await nextScreen(page, phase);
    while (phase === 'waiting') phase = await nextScreen(page, phase);
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible();
  await expect(page.getByText(/Record verified/)).toBeVisible();
  await expect(button(page, 'Back to the start')).toBeVisible();
  await lookOnce(page, 'report');
  expect(faults).toEqual([]);
});

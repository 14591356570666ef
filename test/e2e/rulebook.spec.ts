import { expect, type Page, test } from '@playwright/test';
import { withBlankMap } from './blank-map.ts';
import { cutTexts } from './cut-text.ts';
import { goOnTo, wishFor } from './go-on.ts';
import { expectAccessible, resize, tabTo } from './keyboard.ts';

const speak = async (page: Page, language: string): Promise<void> => {
  await page.locator('.language select').selectOption(language);
  await page.waitForFunction((want) => document.documentElement.lang.startsWith(want), language);
};

test('the rulebook opens from the menu and from a ledger line, is searched, and closes with Escape', async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // A luck that repeats: another one may end the first turn in a crisis, whose last step has no income in it.
  await wishFor(page, { clock: 'untimed', seed: 'rulebook' });
  await withBlankMap(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto('/?lang=en');
  await page.locator('form button[type=submit].big:enabled').click();
  await page.locator('.lock').waitFor();

  await page.locator('.seat-menu-button').click();
  await page.getByRole('button', { name: 'Rulebook' }).click();
  const book = page.locator('dialog.rulebook');
  await expect(book.locator('article.rule').first()).toBeVisible();
  await expectAccessible(page, 'rulebook', 1366, 'dialog.rulebook');
  await book.getByRole('textbox').fill('reciprocal nonsense');
  await expect(book.getByRole('status')).toHaveText('No rule has these words.');
  await book.getByRole('textbox').fill('press');
  await expect(book.locator('article[aria-label="pressing"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(book).toBeHidden();

  await goOnTo(page, 'reveal');
  await goOnTo(page, 'room');
  await page.locator('#tab-ledger').click();
  const link = page.getByRole('button', { name: 'Rule: income' }).first();
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(book.locator('.asked-rule')).toBeFocused();
  await expect(book.locator('.asked-rule h4')).toHaveText('income');
  for (const [language, width] of [
    ['ru', 360],
    ['zh', 390],
    ['ru', 1366],
  ] as const) {
    await page.keyboard.press('Escape');
    await speak(page, language);
    await page.locator('.seat-menu-button').click();
    await page.locator('#seat-menu button[popovertargetaction=hide]').first().click();
    await expect(book.locator('article.rule').first()).toBeVisible();
    await resize(page, { width, height: 740 });
    expect.soft(await cutTexts(page), `rulebook, ${language}, ${width}`).toEqual([]);
    await expectAccessible(page, `rulebook, ${language}, ${width}`, width, 'dialog.rulebook');
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  expect(faults).toEqual([]);
});

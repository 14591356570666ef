import { expect, test } from '@playwright/test';
import { wishFor } from './go-on.ts';
import { expectAccessible } from './keyboard.ts';
import { told } from './look.ts';

const PHONE = 360;

test('what was said in fact is offered on the statement desk as words to change, and said by nobody but the player', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await wishFor(page, { scenario: 'best-offense-2016', seat: 'ru', seed: 'fact' });
  await page.goto('/?lang=en&r=canvas');
  await page.locator('form button[type=submit].big:enabled').click();
  await expect.poll(async () => (await told(page)).phase).toBe('room');

  const hint = page.getByRole('region', { name: 'As it was in fact' });
  const sentence = hint.getByRole('button', { name: /Missile defence could lower the threshold/ });
  // Beside the orders: a press leads to the statement desk.
  await sentence.click();
  const words = page.locator('.own-words textarea');
  await expect(words).toHaveValue(/^Missile defence could lower the threshold/);
  await expect(page.getByLabel('Who speaks')).toHaveValue('minister');
  await expect(hint.locator('.tag')).toHaveCount(0);
  await expectAccessible(page, 'statement desk: as it was in fact');
  await expectAccessible(page, 'statement desk: as it was in fact, phone', PHONE);

  await words.fill('We have read the same radars as you.');
  await page.locator('.paper-preview button.primary:enabled').click();
  await expect(hint.locator('.tag')).toHaveText('on the sheet');
  await page.screenshot({ path: 'test-results/in-fact.png' });
  await hint.getByRole('button', { name: 'Put away for this turn' }).click();
  await expect(hint).toHaveCount(0);
});

import { expect, type Page, test } from '@playwright/test';
import { withBlankMap } from './blank-map.ts';
import { goOnTo, wishFor } from './go-on.ts';
import { expectAccessible } from './keyboard.ts';
import { told } from './look.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Talks with China, with the treaties and ties below them. */
async function talkWithChina(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Talks/ }).click();
  await page.getByRole('radio', { name: 'China' }).click();
}

test('a treaty is proposed clause by clause, signed by a bot, put on the sheet, told of, listed, and may be broken openly', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await wishFor(page, {
    scenario: 'best-offense-2016',
    seat: 'ru',
    seed: 'treaty',
    bots: { us: 'hawk', ru: 'dove', cn: 'institutionalist' },
  });
  await withBlankMap(page);
  await page.goto('/?lang=en');
  await page.locator('form button[type=submit].big:enabled').click();
  await expect.poll(async () => (await told(page)).phase).toBe('room');

  await talkWithChina(page);
  await page.getByText('Propose a treaty').click();
  await expect(page.getByText('No clause yet: add one.')).toBeVisible();
  for (const clause of ['Notice of tests and exercises', 'Inspection', 'No battery at a site']) {
    await page.getByLabel('Clause').selectOption(clause);
    await button(page, 'Add a clause').click();
  }
  await expect(page.getByText(/^Asks each to trust each other by \d+ at least/)).toBeVisible();
  await expectAccessible(page, 'talks: a treaty being proposed', 1366, '.right');
  await button(page, /^Take out: Inspection/).click();
  await button(page, /^Take out: No battery/).click();
  await button(page, 'Send the proposal').click();
  // China may have offered one of its own; the newest line is ours.
  const ours = page.locator('.talk-lines li.own', { hasText: 'Offer: a treaty' });
  await expect(ours).toBeVisible();

  // Once it is signed the own half stands on the sheet by itself; it may be struck, and put back.
  await ours.getByRole('button', { name: 'Take it off: strike your half' }).click();
  await expect(page.getByText(/^Signed, but not on this sheet: Sign a treaty with China/)).toBeVisible();
  await ours.getByRole('button', { name: 'Put it on the sheet' }).click();
  await expect(ours.getByRole('button', { name: 'Take it off: strike your half' })).toBeEnabled();
  await expect(page.getByText(/Sign a treaty with China: Notice of tests and exercises/).first()).toBeVisible();
  await goOnTo(page, 'reveal');
  await expect(page.getByRole('heading', { name: 'A treaty is signed: Russia and China' })).toBeVisible();
  await goOnTo(page, 'room');

  await talkWithChina(page);
  const treaties = page.getByRole('region', { name: 'Treaties' });
  await expect(treaties).toContainText('signed, in force next turn');
  await treaties.getByRole('button', { name: 'Break it openly' }).click();
  await expect(treaties).toContainText('Broken by this sheet');
  await expectAccessible(page, 'talks: a treaty about to be broken', 1366, '.right');
  await treaties.getByRole('button', { name: 'Keep it after all' }).click();
  await expect(treaties).not.toContainText('Broken by this sheet');
});

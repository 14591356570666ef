import { expect, type Page, test } from '@playwright/test';
import { withBlankMap } from './blank-map.ts';
import { goOnTo, wishFor } from './go-on.ts';
import { startProgram } from './program.ts';

/**
 * Every number that stands alone, and every band, is a question that can be asked: it stands inside a button that answers, or
 * beside its reasons. Not asked about: numbers within a sentence, which is their reason; turns; what stands on a card that
 * explains something else; the whole of a score, whose parts stand under it; what drove tension, which is a table of reasons.
 */
const unexplained = (page: Page, within: string): Promise<readonly string[]> =>
  page.locator(within).evaluateAll((roots) => {
    const ALONE = /^[-−+]?\d[\d.,\s]*%?(\s*(to|–)\s*[-−+]?\d[\d.,\s]*%?)?$/;
    const ASKED = 'button.why, details, [popover], .timeline-cell, .score, .drivers, thead, caption, svg, option';
    const found: string[] = [];
    for (const root of roots) {
      for (const each of root.querySelectorAll('*')) {
        const own = [...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent);
        const isNumber = ALONE.test(own.join('').trim()) || each.classList.contains('band');
        if (!isNumber || !each.checkVisibility() || each.closest(ASKED) !== null) continue;
        const isBesideReasons = each.closest('dd')?.querySelector('details') != null;
        const isInTurn = each.closest('tr')?.querySelector('th [data-turn]') != null;
        if (!isBesideReasons && !isInTurn) found.push(`${each.closest('[class]')?.className} "${each.textContent}"`);
      }
    }
    return found;
  });

/** Asks each number of a part of the page, and sees that there is an answer. */
async function askAll(page: Page, within: string, back: () => Promise<void>): Promise<void> {
  const count = await page.locator(`${within} button.why`).count();
  expect(count, within).toBeGreaterThan(0);
  for (let i = 0; i < count; i++) {
    const number = page.locator(`${within} button.why`).nth(i);
    const card = await number.getAttribute('popovertarget');
    // By the keyboard: what lies over what is no question here.
    await number.press('Enter');
    if (card === null) await expect(page.locator('.asked')).toBeVisible();
    else {
      await expect(page.locator(`[id="${card}"]`)).toBeVisible();
      // The number, a formula, and in brackets where it comes from; what is told step by step, a step further.
      let formula = page.locator(`[id="${card}"] .formula`).first();
      while ((await formula.count()) > 0) {
        const isOpen = await formula.evaluate((each: HTMLDetailsElement) => each.open);
        if (!isOpen) await formula.locator('> summary').press('Enter');
        await expect(formula.locator('> pre')).toHaveText(/ = .+ = .+\[.+\]/s);
        formula = formula.locator('> .formula').first();
      }
      await page.keyboard.press('Escape');
    }
    await back();
  }
}

const still = async (): Promise<void> => undefined;

async function begin(page: Page, address = ''): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await wishFor(page, { clock: 'untimed', seed: 'reasons' });
  await withBlankMap(page);
  await page.goto(`${address}/?lang=en`);
  await page.locator('form button[type=submit].big:enabled').click();
}

test('every number of the room can be asked why, and answers; in the reveal too', async ({ page }) => {
  test.setTimeout(180_000);
  await begin(page);
  await goOnTo(page, 'reveal');
  expect(await unexplained(page, '.top-bar, .changes'), 'reveal').toEqual([]);
  await page.locator('.tension .why').click();
  await expect(page.getByRole('dialog', { name: /Why/ }).locator('.asked')).toBeVisible();
  await page.keyboard.press('Escape');
  await goOnTo(page, 'room');

  expect(await unexplained(page, '.top-bar, .left'), 'head and country').toEqual([]);
  await askAll(page, '.top-bar', still);
  await askAll(page, '.left', still);
  for (const tab of ['talks', 'intelligence']) {
    const open = (): Promise<void> => page.locator(`#tab-${tab}`).click();
    await open();
    expect(await unexplained(page, '.tab-panel'), tab).toEqual([]);
    await askAll(page, '.tab-panel', open);
  }
  await page.locator('.stage-switch button').last().click();
  expect(await unexplained(page, '.tables'), 'tables').toEqual([]);
});

test('so can every number of an order that is weighed, of a crisis, of an exchange and of the report', async ({ page }) => {
  test.setTimeout(180_000);
  const server = await startProgram('test/e2e/tense-server.ts');
  await begin(page, `http://localhost:${server.port}`);
  const orders = page.locator('.family > ul > .option > .option-head');
  await orders.first().waitFor();
  const eased: string[] = [];
  for (const order of await orders.all()) {
    await order.press('Enter');
    expect.soft(await unexplained(page, '.preview'), (await order.textContent()) ?? '').toEqual([]);
    eased.push(...(await page.locator('.preview dt', { hasText: 'Your planners’ fear' }).allInnerTexts()));
  }
  expect(eased, 'orders that tell what they are for at home').not.toEqual([]);
  await askAll(page, '.preview', still);

  await goOnTo(page, 'crisis');
  expect(await unexplained(page, '.top-bar, .crisis-panel'), 'crisis').toEqual([]);
  await askAll(page, '.crisis-panel', still);
  await page.locator('.choice-button').first().click();
  await goOnTo(page, 'exchange');
  expect(await unexplained(page, 'main.exchange'), 'exchange').toEqual([]);
  await goOnTo(page, 'report');
  await page.locator('.verified').waitFor();
  await page.getByRole('table', { name: 'The same orders under the other theory' }).waitFor();
  await page.locator('main details').evaluateAll((all) => {
    for (const each of all) (each as HTMLDetailsElement).open = true;
  });
  expect(await unexplained(page, 'main'), 'report').toEqual([]);
  // What each of the three believed of each other's chances to strike, and what was true, is told when all is over (RULES 8).
  await expect(page.getByRole('img', { name: /^Line chart: .+ towards / })).toHaveCount(6);
  await askAll(page, 'main', still);
  await server.close();
});

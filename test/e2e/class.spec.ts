import { type Browser, expect, type Page, test } from '@playwright/test';
import { cutTexts } from './cut-text.ts';
import { expectAccessible, press, resize, tabTo } from './keyboard.ts';
import { phaseOf, seatOf } from './look.ts';
import { smallTargets } from './small-targets.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const receipt = (page: Page) => page.locator('.console-receipt');

async function newPerson(browser: Browser, baseURL: string | undefined, address: string, width = 1366): Promise<Page> {
  const height = width < 1000 ? 844 : 768;
  const context = await browser.newContext({ baseURL: baseURL ?? '', reducedMotion: 'reduce', viewport: { width, height } });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Prepares an exercise with the keyboard alone and answers its code. */
async function openByKeyboard(page: Page): Promise<string> {
  await press(page, button(page, 'Prepare an exercise'));
  await tabTo(page, page.getByLabel('People expected'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('7');
  await tabTo(page, page.getByLabel('Name of the exercise'));
  await page.keyboard.type('Year 11');
  await expect(page.getByText('48 of 50 minutes')).toBeVisible();
  await press(page, button(page, 'Open the exercise'));
  return (await page.locator('.console-code strong').textContent()) ?? '';
}

async function sitDown(page: Page, name: string): Promise<void> {
  await page.getByLabel(/real name/).fill(name);
  await button(page, 'Sit down').click();
  await expect(page.getByText(/^Your place/)).toBeVisible();
}

/** In every language nothing is cut, at the sizes that the screen is made for. */
async function expectWhole(page: Page, screen: string, sizes: readonly (readonly [number, number])[]): Promise<void> {
  for (const [width, height] of sizes) {
    await resize(page, { width, height });
    for (const language of LANGUAGES) {
      await page.locator('.language select').first().selectOption(language);
      await page.waitForFunction((want) => document.documentElement.lang.startsWith(want), language);
      expect.soft(await cutTexts(page), `${screen}, ${language}, ${width} wide`).toEqual([]);
    }
    await page.locator('.language select').first().selectOption('en');
  }
}

test('a facilitator prepares and leads a class with the keyboard alone, while pupils play, answer and are moved', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const lead = await newPerson(browser, baseURL, '/?lang=en');
  const code = await openByKeyboard(lead);
  expect(code).toMatch(/^[2-9CDFGHJKMNPQRTVWXZ]{6}$/);
  expect(lead.url()).toContain(`?console=${code}`);

  // One comes by the address on the wall, one types the code where friends type theirs.
  const anna = await newPerson(browser, baseURL, `/?class=${code}&lang=en`, 390);
  await sitDown(anna, 'Anna Keller');
  const bo = await newPerson(browser, baseURL, '/?lang=en');
  await bo.getByLabel(/^A friend's code/).fill(code.toLowerCase());
  await button(bo, 'Sit down').click();
  await sitDown(bo, '');
  await expect(lead.getByText('2 of 2 here')).toBeVisible();
  await expectAccessible(anna, 'gathering in a world', 390);
  await expectAccessible(lead, 'console: gathering');

  // The gate says what is missing, and keeps shut until it is overridden.
  await expect(lead.getByRole('region', { name: 'Before turn 1 there is missing:' })).toContainText('China: nobody');
  await lead.keyboard.press('b');
  await expect(receipt(lead)).toContainText('Not done');
  expect(await phaseOf(anna)).toBe('lobby');
  await press(lead, button(lead, 'Begin all the same'));
  await expect(receipt(lead)).toHaveText('All worlds: begun');
  for (const page of [anna, bo]) await expect.poll(() => phaseOf(page)).toBe('room');

  // A pause and what takes it back; screens rest, and nothing can be reached behind the cover.
  await lead.keyboard.press('p');
  await expect(lead.locator('.world-card').first()).toContainText('paused');
  await press(lead, button(lead, /^Take back/));
  await expect(receipt(lead)).toHaveText('All worlds: the clock runs again');
  await lead.keyboard.press('f');
  await expect(anna.getByRole('dialog', { name: 'The facilitator has stopped the clock' })).toBeVisible();
  await anna.keyboard.press('Escape');
  await expect(anna.getByRole('dialog', { name: 'The facilitator has stopped the clock' })).toBeVisible();
  await expectAccessible(anna, 'screens rest', 390);
  await press(lead, button(lead, /^Unfreeze/));
  await expect(anna.getByRole('dialog')).toHaveCount(0);

  await lead.keyboard.press('m');
  await expect(lead.getByLabel('What you tell them')).toBeFocused();
  await lead.keyboard.type('Five minutes left.');
  await press(lead, button(lead, /^Send$/));
  await expect(anna.locator('.bulletin')).toContainText('Five minutes left.');
  expect.soft(await smallTargets(anna, '.strip'), 'too small for a finger').toEqual([]);
  await button(anna, 'Read').click();
  await tabTo(lead, lead.getByLabel('The news'));
  await lead.keyboard.type('A radar goes dark.');
  await tabTo(lead, lead.locator('.add-effect select').last());
  await lead.keyboard.press('Home');
  await press(lead, button(lead, 'Add the effect'));
  await expect(lead.locator('.inject-effects')).toContainText('−20');
  await press(lead, button(lead, /^Let it happen$/));
  await expect(bo.locator('.bulletin.inject')).toContainText('A radar goes dark.');

  await resolveTurn(lead);
  await press(lead, lead.locator('.world-card').filter({ hasText: 'World 1' }));
  await moveByKeyboard(lead, anna);
  await rewindByKeyboard(lead, bo);
  await washUp(lead, anna);
});

/** So many tabs on from the one that is open. */
async function openPane(lead: Page, open: string, steps: number): Promise<void> {
  await tabTo(lead, lead.getByRole('tab', { name: open }));
  for (let i = 0; i < steps; i++) await lead.keyboard.press('ArrowRight');
}

/** A crisis, if one breaks out, has rounds of its own. */
async function resolveTurn(lead: Page): Promise<void> {
  const card = lead.locator('.world-card').filter({ hasText: 'World 1' });
  await expect(async () => {
    await press(lead, button(lead, /^Resolve/));
    await expect(card).toContainText('Turn 2 of 6', { timeout: 3000 });
  }).toPass({ timeout: 60_000 });
}

/** From the list of people, without dragging anything. */
async function moveByKeyboard(lead: Page, anna: Page): Promise<void> {
  await tabTo(lead, lead.getByRole('tab', { name: 'Injects' }));
  await lead.keyboard.press('ArrowLeft');
  await expectAccessible(lead, 'console: people');
  await tabTo(lead, lead.getByLabel(/^Move Anna Keller/));
  await lead.keyboard.press('ArrowDown');
  await lead.keyboard.press('ArrowDown');
  await press(lead, button(lead, /^Move ?: Anna Keller/));
  await expect.poll(() => seatOf(anna)).toBe('cn');
}

async function rewindByKeyboard(lead: Page, bo: Page): Promise<void> {
  await tabTo(lead, lead.getByRole('tab', { name: 'People' }), 'Shift+Tab');
  await lead.keyboard.press('r');
  await expect(lead.locator('#rewind-turn')).toBeFocused();
  await lead.keyboard.press('Home');
  await press(lead, button(lead, 'Go back'));
  const question = lead.getByRole('dialog');
  await expect(question).toContainText('crossed out');
  await expectAccessible(lead, 'console: a question before it is done');
  await press(lead, button(lead, 'Yes, do it'));
  await expect(lead.locator('.world-card.chosen')).toContainText('Turn 1 of 6');
  await expect.poll(() => seatOf(bo)).toBe('ru');
}

/** The hot wash: asked on the console, shown on the wall, answered on a phone, read on the console. */
async function washUp(lead: Page, anna: Page): Promise<void> {
  await openPane(lead, 'World', 5);
  await press(lead, button(lead, /^Ask it ?: What surprised/));
  const card = anna.getByLabel('What surprised you most?');
  await card.fill('How soon they were afraid.');
  await button(anna, 'Send the answer').click();
  await expect(anna.getByText('Sent. You may still better it.')).toBeVisible();
  await expect(lead.getByText('How soon they were afraid.')).toBeVisible();
  await expectAccessible(lead, 'console: hot wash');
  await openPane(lead, 'Hot wash', 1);
  await expectAccessible(lead, 'console: worlds compared');
  // A world at play has no ending yet.
  await expect(lead.getByRole('cell', { name: /left before its end/ })).toHaveCount(0);
  await openPane(lead, 'Compare', 1);
  await expect(lead.getByText(/wound back to turn 0/)).toBeVisible();
}

test('the screens of an exercise are accessible and whole at their sizes in three languages', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const lead = await newPerson(browser, baseURL, '/?lang=en');
  await button(lead, 'Prepare an exercise').click();
  await expectAccessible(lead, 'prepare');
  await expectWhole(lead, 'prepare', [
    [1366, 768],
    [390, 844],
  ]);
  await lead.getByLabel('Rehearsal').selectOption('3000');
  await button(lead, 'Begin the rehearsal').click();
  const code = (await lead.locator('.console-code strong').textContent()) ?? '';
  await button(lead, 'Begin all the same').click();
  await expect(lead.locator('.world-card').first()).toContainText(/Turn|over/, { timeout: 30_000 });
  for (const pane of ['World', 'Injects', 'Words', 'Notes']) {
    await lead.getByRole('tab', { name: pane }).click();
    await expectAccessible(lead, `console: ${pane}`);
  }
  await lead.locator('.world-card').first().click();
  await lead.getByRole('tab', { name: 'World' }).click();
  await expectAccessible(lead, 'console: one world');
  await expectWhole(lead, 'console', [
    [1366, 768],
    [1920, 1080],
  ]);
  await button(lead, 'Keys').click();
  await expectAccessible(lead, 'console: keys');
  await lead.keyboard.press('Escape');

  const wall = await newPerson(browser, baseURL, `/?projector=${code}&lang=en`);
  await expect(wall.locator('.wall-code')).toHaveText(code);
  await expectAccessible(wall, 'projector', 1920);
  await expectWhole(wall, 'projector', [
    [1366, 768],
    [1920, 1080],
  ]);
  await wall.goto(`/?print=${code}&lang=en`);
  await expect(wall.getByRole('heading', { name: 'To talk over' })).toBeVisible();
  await expectAccessible(wall, 'print');

  await button(lead, /^China$/).click();
  await expect(lead.locator('.look-bar')).toContainText('as China');
  await button(lead, 'Back to the console').click();
  await expect(lead.locator('.console-code strong')).toHaveText(code);
});

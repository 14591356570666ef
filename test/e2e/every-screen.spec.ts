import { expect, type Page, test } from '@playwright/test';
import { withBlankMap } from './blank-map.ts';
import { cutTexts } from './cut-text.ts';
import { goOnTo, wishFor } from './go-on.ts';
import { expectAccessible, resize } from './keyboard.ts';
import { told } from './look.ts';
import { startProgram } from './program.ts';
import { openProxy } from './proxy.ts';
import { smallTargets } from './small-targets.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;
/** The narrowest of each layout in every language; with more room, the language with the longest words. */
const SIZES = [
  { width: 1366, height: 768, languages: LANGUAGES },
  { width: 1920, height: 1080, languages: ['ru'] },
  { width: 390, height: 844, languages: ['ru'] },
  { width: 360, height: 640, languages: LANGUAGES },
] as const;
const [DESKTOP, PHONE] = [1366, 360];
/** Narrower pages are laid out for fingers (client/panels/wide.ts). */
const TOUCH_BELOW_PX = 1000;
/** The tightest page has the smallest controls; what only phones show is asked at every phone size. */
const NARROWEST_PX = 360;
const SHEET_HEIGHTS = 3;
/** The tabs beside the map, or the sheet over it. */
const PANEL = '.right';

interface Look {
  readonly language: (typeof LANGUAGES)[number];
  readonly width: number;
  /** What is new on this screen, if the rest has been looked at. */
  readonly within?: string;
}

async function speak(page: Page, language: Look['language']): Promise<void> {
  await page.locator('.language select').selectOption(language);
  await page.waitForFunction((want) => document.documentElement.lang.startsWith(want), language);
}

/** In every language and size no text is cut; then the rules of accessibility, each look with the same screen. */
async function inspect(page: Page, screen: string, looks: readonly Look[] = []): Promise<void> {
  await test.step(screen, async () => {
    for (const size of SIZES) {
      await resize(page, size);
      for (const language of size.languages) {
        await speak(page, language);
        expect.soft(await cutTexts(page), `${screen}, ${language}, ${size.width}x${size.height}`).toEqual([]);
      }
      if (size.width === NARROWEST_PX) await expectForFingers(page, `${screen}, ${size.width}x${size.height}`);
    }
    for (const { language, width, within } of looks) {
      await speak(page, language);
      await expectAccessible(page, `${screen}, ${language}, ${width} wide`, width, within);
    }
    await speak(page, 'en');
    await page.setViewportSize({ width: DESKTOP, height: 768 });
  });
}

/** Every control can be hit by a finger, with the sheet drawn up over the map as far as it goes, or with it out of the way. */
async function expectForFingers(page: Page, screen: string): Promise<void> {
  let small = await smallTargets(page);
  const sheet = page.locator('.height-button');
  for (let i = 0; i < SHEET_HEIGHTS && small.length > 0 && (await sheet.count()) > 0; i++) {
    await sheet.click();
    const now = await smallTargets(page);
    const again = new Set(now.map(withoutSize));
    small = small.filter((each) => again.has(withoutSize(each)));
  }
  expect.soft(small, `${screen}: too small for a finger`).toEqual([]);
}

const withoutSize = (found: string): string => found.replace(/ \S+$/, '');

async function onPhones(page: Page, look: (size: string) => Promise<void>): Promise<void> {
  for (const size of SIZES.filter(({ width }) => width < TOUCH_BELOW_PX)) {
    await resize(page, size);
    await look(`${size.width}x${size.height}`);
  }
  await page.setViewportSize({ width: DESKTOP, height: 768 });
}

/** Boxes that cannot be scrolled by hand and have been all the same, by something that was brought into view: their head is lost. */
const scrolledAway = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((each) => each.scrollTop > 0 && getComputedStyle(each).overflowY === 'hidden')
      .map((each) => each.className),
  );

/** What only a narrow page has, and what lies over its map. */
async function phoneRoom(page: Page, size: string): Promise<void> {
  for (const each of ['country', 'sheet']) {
    await tab(page, each);
    await expectForFingers(page, `room: ${each}, ${size}`);
  }
  await tab(page, 'orders');
  await page.locator('.option-head[aria-expanded=false]').first().click();
  await page.locator('.preview').waitFor();
  expect.soft(await scrolledAway(page), `room: an order weighed, ${size}`).toEqual([]);
  await page.keyboard.press('Escape');
  // The site of the order stays chosen, and its card would lie over the map.
  await page.locator('.site-card .close').press('Enter');
  await page.locator('.seat-menu-button').click();
  await expectForFingers(page, `room: the seat's menu, ${size}`);
  await page.keyboard.press('Escape');
  while ((await page.locator('.height-peek').count()) === 0) await page.locator('.height-button').click();
  await page.locator('.map-tools button').last().click();
  await expectForFingers(page, `room: the legend, ${size}`);
  await page.locator('.map-tools button').last().click();
}

async function tab(page: Page, id: string): Promise<void> {
  await page.locator(`#tab-${id}`).click();
}

// Accessibility of home, lobby, join screen, talks, seat menu, map, table and reveal in English on a wide page: friends.spec.ts,
// quick-game.spec.ts. Here are the other states, other languages and the phone.
test('every screen and state is accessible, and its text is whole in every language and size', async ({ browser }) => {
  test.setTimeout(300_000);
  const server = await startProgram('test/e2e/tense-server.ts');
  const proxy = await openProxy(server.port);
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  // Whoever looks at everything takes his time.
  await wishFor(page, { clock: 'untimed', seed: 'every screen' });
  await withBlankMap(page);
  await page.goto(`http://localhost:${proxy.port}/?lang=en`);
  await page.locator('form button[type=submit].big:enabled').waitFor();
  await inspect(page, 'home', [{ language: 'ru', width: PHONE }]);

  await page.locator('.friends-ways > button').click();
  await page.locator('.lobby').waitFor();
  await inspect(page, 'lobby', [{ language: 'zh', width: PHONE }]);
  await page.locator('.lobby-begin button').last().click();

  await page.locator('.map canvas').waitFor();
  await inspect(page, 'room: orders beside the map', [{ language: 'zh', width: PHONE }]);
  await onPhones(page, (size) => phoneRoom(page, size));
  await page.locator('.stage-switch button').last().click();
  // Each list of orders opened: those that are refused say why.
  for (const summary of await page.locator('.refused-options summary').all()) await summary.click();
  await page.locator('.option-head[aria-expanded=false]').first().click();
  await page.locator('.preview').waitFor();
  await inspect(page, 'room: an order weighed, refusals open, tables', [{ language: 'en', width: DESKTOP }]);
  await page.locator('.preview button.primary').click();

  await tab(page, 'statements');
  await page.locator('.composer select').first().selectOption('red-line');
  await page.locator('.commitment').waitFor();
  await inspect(page, 'room: a red line on the statement desk', [
    { language: 'en', width: DESKTOP, within: PANEL },
    { language: 'ru', width: PHONE, within: PANEL },
  ]);
  await page.locator('.composer select').first().selectOption('pledge');
  await page.locator('.paper-preview button.primary:enabled').click();
  await tab(page, 'talks');
  await inspect(page, 'room: talks');
  await tab(page, 'intelligence');
  await inspect(page, 'room: intelligence', [{ language: 'en', width: DESKTOP, within: PANEL }]);
  await tab(page, 'press');
  await inspect(page, 'room: press', [{ language: 'en', width: DESKTOP, within: PANEL }]);

  await page.locator('.tension .why').click();
  await inspect(page, 'room: why, in the ledger', [{ language: 'en', width: DESKTOP, within: PANEL }]);
  await page.locator('.tension .term').click();
  await page.locator('.term-card:popover-open').waitFor();
  await expectAccessible(page, 'room: a term explained', DESKTOP, '.term-card:popover-open');
  await page.keyboard.press('Escape');

  proxy.reset();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page, 'room: the line is lost', DESKTOP);
  await expectAccessible(page, 'room: the line is lost, phone', PHONE, '[role=alert]');
  proxy.mend();
  await expect.poll(async () => (await told(page)).connection, { timeout: 30_000 }).toBe('open');

  await goOnTo(page, 'reveal');
  await inspect(page, 'reveal', [{ language: 'ru', width: PHONE }]);
  await goOnTo(page, 'crisis');
  await inspect(page, 'crisis', [
    { language: 'en', width: DESKTOP },
    { language: 'zh', width: PHONE },
  ]);
  await page.locator('.choice-button').first().click();
  await goOnTo(page, 'exchange');
  await expectAccessible(page, 'exchange', DESKTOP);
  await expectAccessible(page, 'exchange, phone', PHONE);
  await onPhones(page, (size) => expectForFingers(page, `exchange, ${size}`));
  await goOnTo(page, 'report');
  await page.locator('.verified').waitFor();
  await inspect(page, 'report', [
    { language: 'ru', width: DESKTOP },
    { language: 'en', width: PHONE },
  ]);
  await page.context().close();
  await proxy.close();
  await server.close();
});

/** A class is led on a laptop; it is joined, watched and looked after on a phone as well. */
const CLASS_SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
  { width: 360, height: 640 },
] as const;

async function speakInClass(page: Page, language: Look['language']): Promise<void> {
  await page.locator('.language select').first().selectOption(language);
  await page.waitForFunction((want) => document.documentElement.lang.startsWith(want), language);
}

/** In every language and at each size no text is cut, on each of these parts of a screen. */
async function wholeInClass(page: Page, screen: string, parts: readonly string[] = ['']): Promise<void> {
  for (const language of LANGUAGES) {
    await speakInClass(page, language);
    for (const part of parts) {
      if (part !== '') await page.locator(`#tab-${part}`).click();
      for (const size of CLASS_SIZES) {
        await resize(page, size);
        expect.soft(await cutTexts(page), `${screen} ${part}, ${language}, ${size.width} wide`).toEqual([]);
      }
    }
  }
  await speakInClass(page, 'en');
  await page.setViewportSize({ width: DESKTOP, height: 768 });
}

async function inspectInClass(page: Page, screen: string): Promise<void> {
  await wholeInClass(page, screen);
  await expectAccessible(page, screen);
  await expectAccessible(page, `${screen}, phone`, PHONE);
}

const PANE = '.target-pane';

const PANES = ['people', 'injects', 'words', 'notes', 'hot-wash', 'compare', 'record', 'world'] as const;

test('every screen of a class is accessible, and its text is whole in every language and size', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const open = async (address: string): Promise<Page> => {
    const page = await (await browser.newContext({ baseURL: baseURL ?? '', reducedMotion: 'reduce' })).newPage();
    await page.goto(address);
    return page;
  };
  const lead = await open('/?lang=en');
  await lead.getByRole('button', { name: 'Prepare an exercise' }).click();
  // 27 people make nine worlds.
  await lead.getByLabel('Most people in one seat').fill('1');
  await lead.getByLabel('Most people in one seat').press('Tab');
  await inspectInClass(lead, 'prepare');
  await lead.getByLabel('Rehearsal').selectOption('8000');
  await lead.getByRole('button', { name: 'Begin the rehearsal' }).click();
  const code = (await lead.locator('.console-code strong').textContent()) ?? '';
  await expect(lead.locator('.world-card')).toHaveCount(9);
  await expectAccessible(lead, 'console: nine worlds gather');

  const pupil = await open(`/?class=${code}&lang=en`);
  await inspectInClass(pupil, 'at the door of a class');
  await pupil.getByRole('button', { name: 'Sit down' }).click();
  await pupil.getByText(/^Your place/).waitFor();
  await inspectInClass(pupil, 'gathering in a world');

  await lead.getByRole('button', { name: 'Begin all the same' }).click();
  await expect(lead.locator('.world-card').first()).toContainText(/Turn|over/, { timeout: 30_000 });
  await lead.locator('.world-card').first().click();
  await wholeInClass(lead, 'console:', PANES);
  await expectAccessible(lead, 'console, phone', PHONE);
  // Of the others class.spec.ts asks.
  for (const pane of ['injects', 'words', 'notes', 'world']) {
    await lead.locator(`#tab-${pane}`).click();
    await expectAccessible(lead, `console: ${pane}`, DESKTOP, pane === 'world' ? 'html' : PANE);
  }
  await lead.getByRole('button', { name: 'Keys' }).click();
  await expectAccessible(lead, 'console: keys', DESKTOP, '#console-keys');
  await lead.keyboard.press('Escape');

  const wall = await open(`/?projector=${code}&lang=en`);
  await expect(wall.locator('.wall-code')).toHaveText(code);
  await inspectInClass(wall, 'projector');
  await wall.goto(`/?print=${code}&lang=en`);
  await expect(wall.getByRole('heading', { name: 'To talk over' })).toBeVisible();
  await expectAccessible(wall, 'print');
  for (const page of [lead, pupil, wall]) await page.context().close();
});

/**
 * The main screens against pictures of before. Pixels belong to one browser and its fonts, so the pictures lie in a folder
 * named after both (test/e2e/baselines/chromium-MAJOR-PLATFORM-FONTS); anywhere else this test is skipped and says why. After a
 * change that was meant: `npx playwright test looks --update-snapshots`, look at the pictures, commit them.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { goOnTo, wishFor } from './go-on.ts';
import { startProgram } from './program.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];
/** Hinting and the edges of curves may differ a little between two runs on a busy machine; a moved panel is far more. */
const MOST_DIFFERENT = 0.002;
const MAP_PX = 260;
/** What is new in every match. */
const CHANGING = ['.qr', '.invite-words', '.receipt', '.retention', '.recent', '.clock', '.match-clock'];

/** The widths of a few words in each kind of letter: another font, or another version of it, has others. */
const fontsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    const widths = ['sans-serif', 'serif', 'monospace', '"Noto Sans CJK SC"', '"Noto Serif CJK SC"'].map((family) => {
      if (pen) pen.font = `40px ${family}`;
      return pen?.measureText('Threshold Порог 门槛 0123').width.toFixed(2);
    });
    let sum = 0;
    for (const letter of widths.join()) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0;
    return sum.toString(36);
  });

async function folderOf(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const fonts = await fontsOf(page);
  await page.close();
  return `chromium-${browser.version().split('.')[0]}-${process.platform}-${fonts}`;
}

/** Everything stands: fonts are there, the map sleeps, nobody has the mouse. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => (globalThis as unknown as { __map?: { asleep: boolean } }).__map?.asleep ?? true);
}

test('home, lobby, room, crisis and report look as they did', async ({ browser }, { config }) => {
  test.setTimeout(120_000);
  const folder = await folderOf(browser);
  const isWriting = config.updateSnapshots === 'all' || config.updateSnapshots === 'changed';
  const isKnown = existsSync(join(import.meta.dirname, 'baselines', folder));
  test.skip(!isWriting && !isKnown, `there are no pictures of ${folder}: see the top of looks.spec.ts`);

  const server = await startProgram('test/e2e/tense-server.ts');
  const page = await (await browser.newContext({ reducedMotion: 'reduce', viewport: SIZES[0] ?? null })).newPage();
  // The same luck each time, the same name, and no clock.
  await wishFor(page, { seed: 'looks', nickname: 'Crane 11', clock: 'untimed' });
  await page.goto(`http://localhost:${server.port}/?lang=en&r=canvas`);
  await page.locator('form button[type=submit].big:enabled').waitFor();
  await look(page, folder, 'home');
  await page.locator('.friends-ways > button').first().click();
  await page.locator('.lobby').waitFor();
  await look(page, folder, 'lobby');
  await page.locator('.lobby-begin button').last().click();
  await page.waitForFunction(() => (globalThis as unknown as { __map?: { ready: boolean } }).__map?.ready === true);
  await lookAtMap(page, folder);
  // The pictures of what comes now are of the panels: the map has been compared, and a map weighs as much as ten panels.
  await page.locator('.stage-switch button').last().click();
  await look(page, folder, 'room');
  await goOnTo(page, 'crisis');
  await look(page, folder, 'crisis');
  await goOnTo(page, 'report');
  await page.locator('.verified').waitFor();
  await look(page, folder, 'report');
  await page.context().close();
  await server.close();
});

/** The middle of the map, with icons of all sides, names, land and lines. */
async function lookAtMap(page: Page, folder: string): Promise<void> {
  await rest(page);
  const box = await page.locator('.map').boundingBox();
  if (box === null) throw new Error('The map has a place on the page.');
  const clip = { x: box.x + (box.width - MAP_PX) / 2, y: box.y + 60, width: MAP_PX, height: MAP_PX };
  await expect.soft(page).toHaveScreenshot([folder, `map-${MAP_PX}x${MAP_PX}.png`], { clip, maxDiffPixelRatio: MOST_DIFFERENT });
}

async function look(page: Page, folder: string, screen: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await rest(page);
    await expect.soft(page).toHaveScreenshot([folder, `${screen}-${size.width}x${size.height}.png`], {
      animations: 'disabled',
      caret: 'hide',
      mask: CHANGING.map((what) => page.locator(what)),
      maxDiffPixelRatio: MOST_DIFFERENT,
    });
  }
  await page.setViewportSize(SIZES[0] ?? { width: 1366, height: 768 });
}

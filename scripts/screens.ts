/**
 * Takes the pictures of docs/screens. Run by hand after a build: `node scripts/screens.ts` for all of them, or with words that
 * a picture's name must contain: `node scripts/screens.ts room phone`. Starts servers of its own, so that the same games come.
 * The smallest phone is only looked at, not kept: `node scripts/screens.ts small`, into test-results/.
 */
import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { goOnTo, wishFor } from '../test/e2e/go-on.ts';
import { startProgram } from '../test/e2e/program.ts';

const FOLDER = new URL('../docs/screens/', import.meta.url).pathname;
const LOOKED_AT = new URL('../test-results/screens/', import.meta.url).pathname;
const SIZES = {
  desktop: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
  small: { width: 360, height: 640 },
} as const;
type Size = keyof typeof SIZES;
/** English has every screen; the others those with the most words. */
const IN_OTHER_LANGUAGES = ['home', 'lobby', 'room', 'reveal', 'report'];
/** The map draws once more, crisply, when things have come to rest. */
const REST_MS = 900;
const SEED = 'pictures';

interface Tour {
  readonly page: Page;
  readonly size: Size;
  readonly language: string;
}

const wanted = process.argv.slice(2);
for (const folder of [FOLDER, LOOKED_AT]) mkdirSync(folder, { recursive: true });
const isLookedAt = wanted.includes('small');
const server = await startProgram();
const tense = await startProgram('test/e2e/tense-server.ts');
const browser = await chromium.launch({
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: [
    '--no-sandbox',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--force-color-profile=srgb',
  ],
});

for (const language of ['en', 'ru', 'zh']) {
  for (const size of isLookedAt ? (['small'] as const) : (['desktop', 'phone'] as const)) {
    await peacefulGame(await open(browser, { size, language, port: server.port }));
    await practiceTurn(await open(browser, { size, language, port: server.port }));
    if (language === 'en') await worstGame(await open(browser, { size, language, port: tense.port }));
  }
}
const front = await open(browser, { size: 'wide', language: 'en', port: server.port });
await shoot(front, 'home');
await beginAlone(front.page);
await shoot(front, 'room');
const drawnByWebgl = await open(browser, { size: 'desktop', language: 'en', port: server.port }, 'webgl');
await beginAlone(drawnByWebgl.page);
await shoot(drawnByWebgl, 'webgl');
await browser.close();
await server.close();
await tense.close();

async function open(from: Browser, at: Omit<Tour, 'page'> & { readonly port: number }, renderer = 'canvas'): Promise<Tour> {
  const { size, language } = at;
  const context = await from.newContext({
    viewport: SIZES[size],
    deviceScaleFactor: size === 'phone' ? 2 : 1,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await wishFor(page, { seed: SEED, clock: 'untimed' });
  await page.goto(`http://localhost:${at.port}/?lang=${language}&r=${renderer}`);
  await page.locator('form button[type=submit].big:enabled').waitFor();
  return { page, size, language };
}

async function shoot({ page, size, language }: Tour, screen: string): Promise<void> {
  const { width, height } = SIZES[size];
  const name = `${screen}-${width}x${height}-${language}`;
  if (!isLookedAt && language !== 'en' && !IN_OTHER_LANGUAGES.includes(screen)) return;
  if (!wanted.every((word) => word === size || name.includes(word))) return;
  await page.waitForTimeout(REST_MS);
  await page.screenshot({ path: `${isLookedAt ? LOOKED_AT : FOLDER}${name}.png` });
}

async function beginAlone(page: Page): Promise<void> {
  await page.locator('form button[type=submit].big').click();
  await page.waitForFunction(() => (globalThis as unknown as { __map?: { ready: boolean } }).__map?.ready === true);
}

/** Home, lobby, room with its desk and its tables, reveal, report. */
async function peacefulGame(tour: Tour): Promise<void> {
  const { page } = tour;
  await shoot(tour, 'home');
  await page.locator('.friends-ways > button').first().click();
  await page.locator('.lobby').waitFor();
  await shoot(tour, 'lobby');
  await page.locator('.lobby-begin button').last().click();
  await page.waitForFunction(() => (globalThis as unknown as { __map?: { ready: boolean } }).__map?.ready === true);
  await shoot(tour, 'room');
  if (tour.language === 'en' || isLookedAt) await roomInDetail(tour);
  await page.locator('#tab-talks').click();
  await shoot(tour, 'talks');
  await goOnTo(page, 'reveal');
  await shoot(tour, 'reveal');
  await goOnTo(page, 'report');
  await page.locator('.verified').waitFor();
  await shoot(tour, 'report');
  await page.context().close();
}

async function practiceTurn(tour: Tour): Promise<void> {
  const { page } = tour;
  await page.locator('.practice-door button').click();
  await page.locator('.coach').waitFor();
  await page.waitForFunction(() => (globalThis as unknown as { __map?: { ready: boolean } }).__map?.ready === true);
  await shoot(tour, 'practice');
  await page.context().close();
}

async function roomInDetail(tour: Tour): Promise<void> {
  const { page } = tour;
  await pointAt(page, 'deveselu');
  // On a phone the first tap only parts the badge that it stands under.
  await page.waitForTimeout(REST_MS);
  if ((await page.locator('.site-card').count()) === 0) await pointAt(page, 'deveselu');
  await page.locator('.site-card').waitFor();
  await shoot(tour, 'site');
  await page.keyboard.press('Escape');
  await page.locator('.site-card').waitFor({ state: 'detached' });
  await page.locator('.map-tools > button').nth(1).click();
  await page.waitForFunction(() => (globalThis as unknown as { __map: { projection: string } }).__map.projection === 'flat');
  await shoot(tour, 'flat');
  await page.locator('.map-tools > button').nth(1).click();
  await page.locator('#tab-statements').click();
  await page.locator('.composer select').first().selectOption('red-line');
  await shoot(tour, 'statements');
  await page.locator('#tab-orders').click();
  await page.locator('.stage-switch button').last().click();
  await shoot(tour, 'tables');
  await page.locator('.stage-switch button').first().click();
}

/** Crisis and exchange, on the server where it always comes to them. */
async function worstGame(tour: Tour): Promise<void> {
  const { page } = tour;
  await beginAlone(page);
  await goOnTo(page, 'crisis');
  await shoot(tour, 'crisis');
  await goOnTo(page, 'exchange');
  await shoot(tour, 'exchange');
  await page.context().close();
}

/** The mouse over a site, and a press on it: the map's own card, and the page's. */
async function pointAt(page: Page, id: string): Promise<void> {
  const at = await page.evaluate((wantedId) => {
    const map = (globalThis as unknown as { __map: { sites(): readonly { id: string; x: number; y: number }[] } }).__map;
    return map.sites().find((site) => site.id === wantedId) ?? null;
  }, id);
  const box = await page.locator('.map').boundingBox();
  if (at === null || box === null) throw new Error(`${id} is on the map.`);
  await page.mouse.click(box.x + at.x, box.y + at.y);
}

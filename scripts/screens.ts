/** Takes the pictures of docs/screens from a running server: `node scripts/screens.ts http://localhost:2567 [games]`. Run by hand. */
import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';

const ADDRESS = process.argv[2] ?? 'http://localhost:2567';
const FOLDER = new URL('../docs/screens/', import.meta.url).pathname;
const SIZES = { desktop: [1366, 768], wide: [1920, 1080], phone: [390, 844] } as const;
type Size = keyof typeof SIZES;

mkdirSync(FOLDER, { recursive: true });
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

const phaseOf = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as { __threshold: { phase: string } }).__threshold.phase);

async function open(from: Browser, size: Size, language: string): Promise<Page> {
  const [width, height] = SIZES[size];
  const context = await from.newContext({
    viewport: { width, height },
    deviceScaleFactor: size === 'phone' ? 2 : 1,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${ADDRESS}/?lang=${language}`);
  await page.locator('button.primary.big:enabled').waitFor();
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  // The map draws once more, crisply, when things have come to rest.
  await page.waitForTimeout(900);
  await page.screenshot({ path: `${FOLDER}${name}.png` });
}

/** One screen in one language and size: home, then the room with an order weighed. */
async function rooms(size: Size, language: string): Promise<void> {
  const page = await open(browser, size, language);
  const [width, height] = SIZES[size];
  await shoot(page, `home-${width}x${height}-${language}`);
  await page.locator('button.primary.big').click();
  await page.locator('.map canvas').first().waitFor({ timeout: 20_000 });
  await page.waitForTimeout(1500);
  await shoot(page, `room-${width}x${height}-${language}`);
  await page.context().close();
}

/** A whole game with nothing ordered, against hawks: each other screen as it is met. */
async function game(size: Size): Promise<void> {
  const page = await open(browser, size, 'en');
  const [width, height] = SIZES[size];
  await page.locator('form.door summary').click();
  await page.locator('form.door .scenario-choice label').nth(1).click();
  for (const select of await page.locator('.opponents select').all()) await select.selectOption('hawk');
  await page.locator('button.primary.big').click();
  const met = new Set<string>();
  for (let step = 0; step < 60; step++) {
    await page.waitForTimeout(400);
    const phase = await phaseOf(page);
    if (phase !== 'waiting' && !met.has(phase) && phase !== 'room') {
      met.add(phase);
      await shoot(page, `${phase}-${width}x${height}-en`);
    }
    if (phase === 'report') break;
    if (phase === 'room') await page.locator('button.lock').click({ timeout: 5000 });
    else if (phase === 'crisis') await page.locator('.choice-button').first().click();
    else if (phase !== 'waiting') await page.locator('button.primary').last().click();
    for (let wait = 0; wait < 20 && (await phaseOf(page)) === phase; wait++) await page.waitForTimeout(150);
  }
  await page.context().close();
}

if (process.argv[3] !== 'games') {
  for (const language of ['en', 'ru', 'zh']) {
    await rooms('desktop', language);
    await rooms('phone', language);
  }
  await rooms('wide', 'en');
}
await game('desktop');
await game('phone');
await browser.close();

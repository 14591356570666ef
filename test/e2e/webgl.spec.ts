import { expect, type Page, test } from '@playwright/test';
import config from '../../playwright.config.ts';
import { wishFor } from './go-on.ts';

/** A graphics card worked out by the processor: slow, and the same interface as a real one. */
const launchOptions = config.projects?.find(({ name }) => name === 'chromium')?.use?.launchOptions;
const args = (launchOptions?.args ?? []).filter((arg) => arg !== '--disable-gpu');
test.use({ launchOptions: { ...launchOptions, args: [...args, '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] } });

interface Site {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly visible: boolean;
  readonly clustered: boolean;
}
type Scenario = { readonly sites: readonly { readonly id: string; readonly name: { readonly en: string } }[] };
type MapHook = { readonly renderer: string; readonly asleep: boolean; sites(): readonly Site[] };

/** The sites as the map has placed them, once it rests. */
async function sitesOf(page: Page): Promise<readonly Site[]> {
  await wishFor(page, { seed: 'webgl', clock: 'untimed' });
  await page.goto(`/?lang=en&r=webgl`);
  await page.locator('form button[type=submit].big:enabled').click();
  await page.waitForFunction(() => (globalThis as unknown as { __map?: MapHook }).__map?.asleep === true);
  const { used, sites } = await page.evaluate(() => {
    const map = (globalThis as unknown as { __map: MapHook }).__map;
    return { used: map.renderer, sites: map.sites().map((site) => ({ ...site, x: Math.round(site.x), y: Math.round(site.y) })) };
  });
  expect(used).toBe('webgl');
  return sites;
}

/** Those at whose place the canvas that WebGL draws on has anything on it at all. */
const drawnIds = (page: Page, sites: readonly Site[]): Promise<readonly string[]> =>
  page.evaluate((wanted) => {
    const drawn = [...document.querySelectorAll<HTMLCanvasElement>('.map canvas')].find((each) => each.getContext('webgl'));
    const copy = new OffscreenCanvas(drawn?.width ?? 1, drawn?.height ?? 1).getContext('2d');
    if (drawn) copy?.drawImage(drawn, 0, 0);
    const isDrawn = ({ x, y }: Site): boolean =>
      copy?.getImageData(x - 6, y - 6, 12, 12).data.some((value) => value > 0) ?? false;
    return wanted.filter(isDrawn).map(({ id }) => id);
  }, sites);

test('WebGL draws every site that the tables tell of, and one can be chosen there', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const sites = await sitesOf(page);
  const free = sites.filter(({ visible, clustered }) => visible && !clustered);
  expect(free.length).toBeGreaterThan(10);
  expect(await drawnIds(page, free)).toEqual(free.map(({ id }) => id));

  const box = await page.locator('.map').boundingBox();
  const site = sites.find(({ id }) => id === 'deveselu');
  await page.mouse.click((box?.x ?? 0) + (site?.x ?? 0), (box?.y ?? 0) + (site?.y ?? 0));
  await expect(page.locator('.site-card')).toContainText('Deveselu');
  await page.locator('.stage-switch button').last().click();
  await expect(page.locator('.site-button[aria-pressed=true]').first()).toContainText('Deveselu');
  const { sites: told } = (await (await page.request.get('/api/scenarios/quick')).json()) as Scenario;
  const named = (ids: readonly string[]) => told.filter(({ id }) => ids.includes(id)).map(({ name }) => name.en);
  const inTables = new Set(await page.locator('.site-button[aria-pressed]').allTextContents());
  expect(new Set(named(sites.map(({ id }) => id)))).toEqual(inTables);
});

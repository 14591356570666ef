/** People at browsers of their own, as a test sends them to an address; what they press is found by its name. */
import { type Browser, type BrowserContextOptions, type Locator, type Page, test } from '@playwright/test';
import { withBlankMap } from './blank-map.ts';

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

/** Somebody with a browser that has no memory and draws no map. */
export async function newPerson(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  await withBlankMap(context);
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** A page that nobody closes plays on beside all tests that come after it. */
export function allLeaveAfterEach(): void {
  test.afterEach(async ({ browser }) => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
}

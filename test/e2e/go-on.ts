/** The plainest way on from any screen of a game, in whatever language: by the marks that the page's own buttons bear. */
import type { Page } from '@playwright/test';
import type { CreateMatch } from '../../shared/protocol/lobby.ts';
import { told } from './look.ts';

export const WAY_ON: Readonly<Record<string, string>> = {
  room: 'button.lock:not(.locked)',
  reveal: '.reveal-foot button.primary',
  handover: 'main.handover button.primary',
  // The first is always the mildest.
  crisis: '.choice-button',
  exchange: 'main.exchange button.primary',
};

/** Goes on by one screen if there is anything to press; false when there was not. */
export async function goOn(page: Page): Promise<boolean> {
  const { phase, connection } = await told(page);
  return connection === 'open' && press(page, phase);
}

async function press(page: Page, phase: string): Promise<boolean> {
  const way = WAY_ON[phase];
  if (way === undefined) return false;
  // Whatever is not there, or not to be pressed, may be in a moment: the page goes on while it is looked at.
  const target = page.locator(`${way}:enabled`).first();
  if (!(await target.isVisible())) return false;
  return target.click({ timeout: 1000 }).then(
    () => true,
    () => false,
  );
}

/** Goes on until a screen is reached, and not beyond it. */
export async function goOnTo(page: Page, phase: string, most = 60_000): Promise<void> {
  const started = Date.now();
  for (let now = (await told(page)).phase; now !== phase; now = (await told(page)).phase) {
    if (Date.now() - started > most) throw new Error(`${phase} never came: ${JSON.stringify(await told(page))}`);
    await press(page, now);
    await page.waitForTimeout(100);
  }
}

/** Everybody goes on until a claim is true. */
export async function playUntil(pages: readonly Page[], claim: () => Promise<boolean>, most = 120_000): Promise<void> {
  const started = Date.now();
  while (!(await claim())) {
    if (Date.now() - started > most) throw new Error(`nothing came of it: ${JSON.stringify(await Promise.all(pages.map(told)))}`);
    for (const page of pages) await goOn(page);
    await pages[0]?.waitForTimeout(100);
  }
}

/** Whatever match or exercise this page makes, it is made with these wishes too: a luck that repeats, no clock. */
export async function wishFor(page: Page, wish: Partial<CreateMatch>): Promise<void> {
  await page.route(/\/api\/(matches|exercises)$/, (route) =>
    route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), ...wish }) }),
  );
}

/** A person who has only a keyboard: finds things by tabbing, as he would, and never by a script's short cut. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has. */
const MOST_TABS = 400;

/** Tabs until the element has the focus; fails if the keyboard does not get there. */
export async function tabTo(page: Page, target: Locator, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'visible' });
  // Looked up once, and again only if the page has replaced it: names of roles are worked out anew at each look.
  let element = await target.elementHandle();
  for (let i = 0; i < MOST_TABS; i++) {
    const focus = await element?.evaluate((sought) => (sought.isConnected ? sought === document.activeElement : 'replaced'));
    if (focus === true) return;
    if (focus === 'replaced') element = await target.elementHandle();
    else await page.keyboard.press(way);
  }
  throw new Error(`The keyboard does not reach ${target}`);
}

/** What stands at the end of the page is reached from its end, as somebody who knows the page does. */
export async function pressLast(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target, 'Shift+Tab');
  await page.keyboard.press('Enter');
}

export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** What lies behind text in a drawing the checker cannot tell; test/client/contrast.test.ts holds those colours to it. */
const isDrawn = (html: string): boolean => html.startsWith('<text');

/** So tall that no panel has to scroll: the checker cannot judge the contrast of what is scrolled out of sight. */
const tallPx = (width: number): number => (width < 1000 ? 4000 : 2600);

/** Until the page has laid itself out anew: its panels change places with the width. */
export async function resize(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * Accessibility by the rules of WCAG 2.2 AA: nothing violated, and nothing that the checker could not decide. `within`: the part
 * that is new here, where the rest of the page has been judged on another screen; the checker takes seconds for a room.
 */
export async function expectAccessible(page: Page, screen: string, width = 1366, within = 'html'): Promise<void> {
  const usual = page.viewportSize() ?? { width: 1280, height: 720 };
  await resize(page, { width, height: tallPx(width) });
  expect(await page.locator(within).count(), `${screen}: ${within}`).toBeGreaterThan(0);
  const result = await new AxeBuilder({ page })
    .include(within)
    // What passes is not listed, and no style sheet is fetched once more: no rule of these tags needs either.
    .options({ resultTypes: ['violations', 'incomplete'], preload: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const undecided = result.incomplete.flatMap((rule) =>
    rule.nodes
      .filter((node) => !isDrawn(node.html))
      .map((node) => `${rule.id}: ${node.target.join(' ')} (${node.any.map((each) => each.message).join('; ')})`),
  );
  // Softly: one run tells of every screen.
  expect
    .soft(
      result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`)),
      `${screen}: violations`,
    )
    .toEqual([]);
  expect.soft(undecided, `${screen}: undecided`).toEqual([]);
  await page.setViewportSize(usual);
}

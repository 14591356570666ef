import { expect, type Page, test } from '@playwright/test';
import { wishFor } from './go-on.ts';

/** A room has some 1,700 nodes; what the browser and the test's own handles keep is far less. */
const FAR_LESS_THAN_A_ROOM = 500;

async function playAndLeave(page: Page): Promise<void> {
  await page.locator('form button[type=submit].big:enabled').click();
  await page.waitForFunction(() => (globalThis as unknown as { __map?: { ready: boolean } }).__map?.ready === true);
  await page.locator('.seat-menu-button').click();
  await page.getByRole('button', { name: 'Leave', exact: false }).last().click();
  await page.locator('form button[type=submit].big:enabled').waitFor();
}

test('a game that was left leaves neither its page nor its map behind', async ({ page }) => {
  test.setTimeout(120_000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  const nodes = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'Nodes')?.value ?? Number.NaN;
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await wishFor(page, { clock: 'untimed', seed: 'leaves-nothing' });
  await page.goto('/?lang=en&r=canvas');
  await playAndLeave(page);
  await page.waitForTimeout(1000);
  const first = await nodes();
  await playAndLeave(page);
  await playAndLeave(page);
  // The map takes itself down in a step of its own, after the page has gone on.
  await expect.poll(async () => (await nodes()) - first).toBeLessThan(FAR_LESS_THAN_A_ROOM);
});

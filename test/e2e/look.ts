/** What the page tells a test of itself, read-only. */
import type { Page } from '@playwright/test';

interface Told {
  readonly phase: string;
  readonly turn: number;
  readonly seat: string | null;
  readonly code: string;
  readonly connection: string;
}

/** A page that is still being fetched is waited for: what it tells of itself comes with its first screen. */
export async function told(page: Page): Promise<Told> {
  await page.waitForFunction(() => '__threshold' in globalThis);
  return page.evaluate(() => {
    const { phase, turn, seat, code, connection } = (globalThis as unknown as { __threshold: Told }).__threshold;
    return { phase, turn, seat, code, connection };
  });
}
export const phaseOf = async (page: Page): Promise<string> => (await told(page)).phase;
export const seatOf = async (page: Page): Promise<string | null> => (await told(page)).seat;

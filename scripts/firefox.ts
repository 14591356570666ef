/** Finds a Firefox for the browser tests: the one named, or Playwright's own; the system's does not speak its protocol. */
import { accessSync, constants } from 'node:fs';
import { firefox } from '@playwright/test';

/** The path of an executable, or null. */
export function findFirefox(named = process.env.FIREFOX_PATH): string | null {
  const path = named || firefox.executablePath();
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return null;
  }
}

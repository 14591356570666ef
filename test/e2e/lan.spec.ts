import { expect, test } from '@playwright/test';
import config from '../../playwright.config.ts';
import { phaseOf } from './look.ts';

/** A name that is not this machine's own: on plain http a browser trusts it as little as any address of a school's network. */
const NAME = 'threshold.test';
const launchOptions = config.projects?.find(({ name }) => name === 'chromium')?.use?.launchOptions;
const port = new URL(config.use?.baseURL ?? '').port;

test.use({
  launchOptions: { ...launchOptions, args: [...(launchOptions?.args ?? []), `--host-resolver-rules=MAP ${NAME} 127.0.0.1`] },
});

test('on plain http, at an address that no browser calls secure, a game is made, shared by link and code, and played', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`http://${NAME}:${port}/?lang=en`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByRole('button', { name: 'Open a lobby' }).click();
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(new RegExp(`^http://${NAME}:${port}/\\?join=`));
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await page.getByRole('button', { name: /^Begin/ }).click();
  await expect.poll(() => phaseOf(page)).toBe('room');
  await page.getByRole('button', { name: 'Lock the sheet' }).click();
  await expect.poll(() => phaseOf(page)).not.toBe('room');
  await page.goto(`http://${NAME}:${port}/check?lang=en`);
  await expect(page.getByText(/^You can play from here/)).toBeVisible();
  expect(complaints).toEqual([]);
});

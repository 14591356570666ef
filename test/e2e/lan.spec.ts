import { networkInterfaces } from 'node:os';
import { expect, test } from '@playwright/test';
import config from '../../playwright.config.ts';
import { openClass } from '../server/class.ts';
import { phaseOf } from './look.ts';
import { startProgram } from './program.ts';

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

const mine = Object.values(networkInterfaces()).flatMap((cards = []) =>
  cards.filter((one) => !one.internal && one.family === 'IPv4'),
);

test('a page opened at localhost gives others an address that they can reach: the link, the wall and the printed sheet', async ({
  page,
}) => {
  test.skip(mine.length === 0, 'this machine is on no network');
  const server = await startProgram('server/main.ts', '0.0.0.0');
  try {
    await page.goto(`http://localhost:${server.port}/?lang=en`);
    await page.getByRole('button', { name: 'Open a lobby' }).click();
    const link = page.getByRole('textbox', { name: 'Link' });
    await expect(link).not.toHaveValue(/localhost/);
    const { hostname, origin, pathname, search } = new URL(await link.inputValue());
    expect(mine.map(({ address }) => address)).toContain(hostname);
    await page.goto(origin + pathname + search);
    await expect(page.getByRole('button', { name: 'Sit down' })).toBeVisible();

    const { code } = await openClass(`http://127.0.0.1:${server.port}`, { worlds: 1 });
    for (const [sheet, address] of [
      ['projector', '.wall-address'],
      ['print', '.sheet-address'],
    ]) {
      await page.goto(`http://localhost:${server.port}/?${sheet}=${code}&lang=en`);
      await expect(page.locator(address ?? '')).toHaveText(new URL(origin).host);
    }
  } finally {
    await server.close();
  }
});

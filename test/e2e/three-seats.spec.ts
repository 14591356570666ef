import { expect, type Page, test } from '@playwright/test';
import { playUntil } from './go-on.ts';
import { phaseOf, seatOf, told } from './look.ts';
import { allLeaveAfterEach, button, newPerson } from './person.ts';
import { startProgram } from './program.ts';
import { openProxy } from './proxy.ts';

allLeaveAfterEach();

const least = async (pages: readonly Page[]): Promise<number> =>
  Math.min(...(await Promise.all(pages.map(told))).map((one) => one.turn));

test('three people play a quick game to the report through a refresh, a lost network, another device and a killed server', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await startProgram();
  const proxy = await openProxy(server.port);
  const at = `http://localhost:${proxy.port}`;

  const host = await newPerson(browser, `${at}/?lang=en`);
  await button(host, 'Open a lobby').click();
  await expect(host.getByRole('heading', { level: 1, name: 'Lobby' })).toBeVisible();
  const { code } = await told(host);
  const [russian, chinese] = [
    await newPerson(browser, `${at}/?join=${code}&lang=en`),
    await newPerson(browser, `${at}/?join=${code}&lang=en`),
  ];
  await button(russian, 'Sit down').click();
  await expect.poll(() => seatOf(russian)).toBe('ru');
  await button(chinese, 'Sit down').click();
  await expect.poll(() => seatOf(chinese)).toBe('cn');
  for (const page of [host, russian, chinese]) await button(page, 'I am ready').click();
  for (const page of [host, russian, chinese]) await expect.poll(() => phaseOf(page)).toBe('room');
  let pages = [host, russian, chinese];

  // A refresh in the middle of a draft.
  await button(host, /^Reinforce Fort Greely/)
    .first()
    .click();
  await button(host, 'Add to sheet').click();
  await expect(host.getByText(/^Saved \d/).first()).toBeVisible();
  await host.reload();
  await expect(host.getByText('Orders 1 of 4')).toBeVisible();
  await playUntil(pages, async () => (await least(pages)) > 1);

  // The network dies without a word: the page notices, says so, and is back when the network is.
  proxy.cutSilently();
  for (const page of pages) await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 });
  proxy.mend();
  for (const page of pages) await expect.poll(async () => (await told(page)).connection, { timeout: 30_000 }).toBe('open');
  expect(await Promise.all(pages.map(seatOf))).toEqual(['us', 'ru', 'cn']);

  // And by reset.
  proxy.reset();
  for (const page of pages) await expect(page.getByRole('alert')).toBeVisible();
  proxy.mend();
  for (const page of pages) await expect.poll(async () => (await told(page)).connection, { timeout: 30_000 }).toBe('open');

  // A flat battery: the seat goes over to another device by three words.
  await playUntil([russian], async () => (await phaseOf(russian)) === 'room');
  await button(russian, 'Seat').click();
  await button(russian, 'Move to another device').click();
  const words = (await russian.locator('.phrase-words').textContent()) ?? '';
  expect(words).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/);
  const phone = await newPerson(browser, `${at}/?join=${code}&lang=en`);
  await phone.getByText('I sit there already, on another device').click();
  await phone.getByLabel(/^The three words/).fill(words);
  await button(phone, 'Bring the seat here').click();
  await expect.poll(() => seatOf(phone)).toBe('ru');
  await expect.poll(() => seatOf(russian)).toBeNull();
  await russian.context().close();
  pages = [host, phone, chinese];
  const turn = await least(pages);
  await playUntil(pages, async () => (await least(pages)) > turn || (await phaseOf(host)) === 'report');

  // The server is killed and comes back: so do all, by themselves, each to his seat.
  await server.kill();
  for (const page of pages) await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 });
  proxy.pointTo(await server.start());
  for (const page of pages) await expect.poll(async () => (await told(page)).connection, { timeout: 30_000 }).toBe('open');
  expect(await Promise.all(pages.map(seatOf))).toEqual(['us', 'ru', 'cn']);

  await playUntil(pages, async () => (await Promise.all(pages.map(phaseOf))).every((phase) => phase === 'report'));
  for (const page of pages) await expect(page.getByText(/Record verified/)).toBeVisible();

  // The same people once more, everybody one seat on.
  await button(host, /^Rematch/).click();
  for (const page of [phone, chinese]) await button(page, 'To the rematch').click();
  await expect.poll(() => Promise.all(pages.map(seatOf))).toEqual(['ru', 'cn', 'us']);

  await proxy.close();
  await server.close();
});
